import type { Interpreter } from '../interpreter/interpreter.ts';

export type InterpreterSupply = {
  /** One that is ready and was never used. Rejects when none can be started. */
  readonly take: (signal: AbortSignal) => Promise<Interpreter>;
  /** Lets the spare go; the next one who asks waits a little longer. */
  readonly rest: () => void;
  readonly close: () => void;
};

export type SupplyOptions = {
  /** Resolves when it can run a script; rejects when it cannot be started. */
  readonly start: (signal: AbortSignal) => Promise<Interpreter>;
  /** Whether another is started as soon as one is taken. */
  readonly keepsSpare: boolean;
  /** After this long without use the spare is let go. */
  readonly idleMilliseconds: number;
  readonly onIdle: () => void;
};

/** Interpreters, each given away once. None before the first is asked for; from then on one is kept ready. */
export function createInterpreterSupply(options: SupplyOptions): InterpreterSupply {
  const { start, keepsSpare, idleMilliseconds, onIdle } = options;
  let spare: Spare | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;
  const letGo = (): void => {
    clearTimeout(idle);
    spare?.discard();
    spare = null;
  };
  const prepare = (): void => {
    if (isClosed || !keepsSpare || spare !== null) return;
    spare = createSpare(start);
    clearTimeout(idle);
    idle = setTimeout(() => {
      letGo();
      onIdle();
    }, idleMilliseconds);
    idle.unref();
  };
  return {
    take: async (signal) => {
      if (isClosed) throw new Error('Python was shut down.');
      const kept = spare;
      spare = null;
      const ready = kept === null ? null : await kept.take(signal);
      const taken = ready ?? (await start(signal));
      prepare();
      return taken;
    },
    rest: letGo,
    close: () => {
      isClosed = true;
      letGo();
    },
  };
}

type Spare = {
  /** Null when it could not be started, or ended while it waited. */
  readonly take: (signal: AbortSignal) => Promise<Interpreter | null>;
  readonly discard: () => void;
};

function createSpare(start: SupplyOptions['start']): Spare {
  const stopped = new AbortController();
  let isGone = false;
  const starting = start(stopped.signal).then(
    (interpreter) => {
      interpreter.onExit(() => (isGone = true));
      return interpreter;
    },
    // Starting anew tells why, to somebody who waits for it.
    () => null,
  );
  return {
    take: async (signal) => {
      const interpreter = await Promise.race([starting, whenAborted(signal)]);
      if (signal.aborted) stopped.abort();
      return isGone ? null : interpreter;
    },
    discard: () => {
      stopped.abort();
      void starting.then((interpreter) => interpreter?.kill());
    },
  };
}

const whenAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
