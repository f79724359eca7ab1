import type { Interpreter } from '../interpreter/interpreter.ts';
import type { PythonFailureKind, PythonOutcome, PythonPort } from '../python-port.ts';
import { createInterpreterSupply } from './interpreter-supply.ts';
import { runOnInterpreter } from './run-on-interpreter.ts';

export type PythonPortParts = {
  readonly start: (signal: AbortSignal) => Promise<Interpreter>;
  readonly keepsSpare: boolean;
  readonly idleMilliseconds?: number;
  readonly onClose?: () => Promise<void> | void;
};

const idleMilliseconds = 5 * 60_000;

/** The port, over whatever kind of interpreter. */
export function createPythonPort(parts: PythonPortParts): PythonPort {
  const closing = new AbortController();
  const supply = createInterpreterSupply({ idleMilliseconds, ...parts });
  return {
    runPython: async (run, signal) => {
      const ended = AbortSignal.any([signal, closing.signal]);
      if (ended.aborted) return failed('cancelled', 'The script was stopped before it began.');
      try {
        return await runOnInterpreter(await supply.take(ended), run, ended);
      } catch (error) {
        if (ended.aborted) return failed('cancelled', 'The script was stopped before it began.');
        return failed('crashed', error instanceof Error ? error.message : 'Python could not be started.');
      }
    },
    close: async () => {
      closing.abort();
      supply.close();
      await parts.onClose?.();
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
