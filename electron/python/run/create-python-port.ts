import type { Interpreter } from '../interpreter/interpreter.ts';
import type { PythonFailureKind, PythonOutcome, PythonPort } from '../python-port.ts';
import { createInterpreterSupply } from './interpreter-supply.ts';
import { runOnInterpreter } from './run-on-interpreter.ts';

export type PythonPortParts = {
  /** Reads what starting takes, when the first script runs; again when that failed. */
  readonly prepare: () => Promise<(signal: AbortSignal) => Promise<Interpreter>>;
  readonly keepsSpare: boolean;
  /** Nothing runs, and nothing is kept ready any more. */
  readonly onIdle?: () => void;
};

/** Also knows how to let go of what it keeps ready, for whoever made it. */
export type RestingPort = PythonPort & { readonly rest: () => void };

const idleMilliseconds = 5 * 60_000;

/** The port, over whatever kind of interpreter. */
export function createPythonPort({ prepare, keepsSpare, onIdle = () => undefined }: PythonPortParts): RestingPort {
  const closing = new AbortController();
  let running = 0;
  let starter: ReturnType<typeof prepare> | null = null;
  const start = async (signal: AbortSignal): Promise<Interpreter> => {
    starter ??= prepare();
    try {
      return await (
        await starter
      )(signal);
    } catch (error) {
      starter = null;
      throw error;
    }
  };
  const supply = createInterpreterSupply({
    start,
    keepsSpare,
    idleMilliseconds,
    onIdle: () => {
      if (running === 0) onIdle();
    },
  });
  return {
    runPython: async (run, signal) => {
      const ended = AbortSignal.any([signal, closing.signal]);
      if (ended.aborted) return failed('cancelled', 'The script was stopped before it began.');
      running += 1;
      try {
        return await runOnInterpreter(await supply.take(ended), run, ended);
      } catch (error) {
        if (ended.aborted) return failed('cancelled', 'The script was stopped before it began.');
        return failed('crashed', error instanceof Error ? error.message : 'Python could not be started.');
      } finally {
        running -= 1;
      }
    },
    rest: supply.rest,
    close: async () => {
      closing.abort();
      supply.close();
      onIdle();
    },
  };
}

const failed = (kind: PythonFailureKind, message: string): PythonOutcome => ({
  ok: false,
  kind,
  message,
  line: null,
  traceback: '',
  printed: '',
  milliseconds: 0,
});
