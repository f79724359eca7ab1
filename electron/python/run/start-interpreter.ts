import type { Interpreter } from '../interpreter/interpreter.ts';
import type { StartMessage } from '../protocol/host-message.ts';
import { asSnapshot, awaitFirst, isReady } from './await-ready.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** Opens an interpreter that has been told nothing yet. */
export type OpenInterpreter = (snapshot: string | null) => Interpreter;

export type StartParts = {
  readonly open: OpenInterpreter;
  readonly snapshots: SnapshotStore;
  readonly prelude: StartMessage['prelude'];
  readonly heap: number;
};

/** Starts interpreters from a snapshot, which the first start makes. Without one, or when it is refused, cold. */
export function createStarter({ open, snapshots, prelude, heap }: StartParts) {
  const begin = (how: StartMessage['how'], snapshot: string | null): Interpreter => {
    const interpreter = open(snapshot);
    interpreter.post({ kind: 'start', prelude, heap, how });
    return interpreter;
  };
  const start = async (snapshot: string | null, signal: AbortSignal): Promise<Interpreter> => {
    // While a snapshot was looked for, or made, everything may have been closed.
    signal.throwIfAborted();
    const interpreter = begin(snapshot === null ? 'cold' : 'snapshot', snapshot);
    await awaitFirst(interpreter, isReady, signal);
    return interpreter;
  };
  let making: Promise<string | null> | null = null;
  const make = async (): Promise<string | null> => {
    const interpreter = begin('make snapshot', null);
    try {
      const snapshot = await awaitFirst(interpreter, asSnapshot, new AbortController().signal);
      return await snapshots.keep(snapshot);
    } catch {
      return null;
    } finally {
      interpreter.kill();
    }
  };
  return async (signal: AbortSignal): Promise<Interpreter> => {
    const snapshot = (await snapshots.find()) ?? (await (making ??= make()));
    if (snapshot === null) return start(null, signal);
    try {
      return await start(snapshot, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      // Refused: another Pyodide, another machine, a damaged file. The next start makes a new one.
      await snapshots.discard();
      making = null;
      return start(null, signal);
    }
  };
}
