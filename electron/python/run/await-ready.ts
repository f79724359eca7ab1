import type { Interpreter } from '../interpreter/interpreter.ts';
import { interpreterMessage } from '../protocol/interpreter-message.ts';

/** A cold start on a machine that is busy with something else. */
const startMilliseconds = 60_000;

/** Waits for the first thing an interpreter says. Anything but what was hoped for ends it. */
export function awaitFirst<Hoped>(
  interpreter: Interpreter,
  read: (message: unknown) => Hoped | null,
  signal: AbortSignal,
): Promise<Hoped> {
  return new Promise((resolve, reject) => {
    const stop = (): void => refuse('it was not needed any more');
    const timer = setTimeout(() => refuse('it took too long'), startMilliseconds);
    const leave = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    const refuse = (why: string): void => {
      leave();
      interpreter.kill();
      reject(new Error(`Python could not be started: ${why}.`));
    };
    interpreter.onExit(refuse);
    interpreter.onMessage((message) => {
      const hoped = read(message);
      if (hoped === null) return refuse(complaintIn(message));
      leave();
      resolve(hoped);
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

export const isReady = (message: unknown): true | null =>
  interpreterMessage.safeParse(message).data?.kind === 'ready' ? true : null;

export const asSnapshot = (message: unknown): Uint8Array | null => (message instanceof Uint8Array ? message : null);

function complaintIn(message: unknown): string {
  const checked = interpreterMessage.safeParse(message).data;
  return checked?.kind === 'failed' ? checked.message.slice(0, 500) : 'it said something unexpected';
}
