import type { Json, JsonObject } from '../../shared/base/json.ts';
import type { HostAnswer, HostCall } from './host-operations.ts';

/** One action written in Python, run once. */
export type PythonRun = {
  readonly code: string;
  /** What tracebacks call the script: `checkOrder.py`. */
  readonly fileName: string;
  /** The `context` the script is given; the conversation is null where there is none. */
  readonly context: { readonly args: JsonObject; readonly conversation: Json };
  readonly limits: PythonLimits;
  /** Does what the script asks for. The signal tells that nobody waits for the answer any more. */
  readonly onHostCall: (call: HostCall, signal: AbortSignal) => Promise<HostAnswer>;
  /** What the script prints, as it comes. */
  readonly onPrint: (text: string) => void;
};

export type PythonLimits = {
  /** Milliseconds from the first line of the script; starting the interpreter is not counted. */
  readonly timeout: number;
  readonly printBytes: number;
  readonly resultBytes: number;
  /** How often the script may ask the host. */
  readonly hostCalls: number;
  /** Bytes of memory Python may take; at most what the port was made with. */
  readonly heap: number;
};

export const pythonLimits: PythonLimits = {
  timeout: 30_000,
  printBytes: 256 * 1024,
  resultBytes: 1024 * 1024,
  hostCalls: 200,
  heap: 512 * 1024 * 1024,
};

/** How long a script may take to end after it was told to; then its interpreter is ended. */
export const graceMilliseconds = 500;

export type PythonOutcome = (
  | { readonly ok: true; readonly result: Json }
  | {
      readonly ok: false;
      readonly kind: PythonFailureKind;
      /** One sentence or one line of Python, for people. */
      readonly message: string;
      /** The line of the script where it happened, when that is known. */
      readonly line: number | null;
      /** As Python writes it, with the lines of the script alone; empty when there is none. */
      readonly traceback: string;
    }
) & {
  readonly printed: string;
  /** From the first line of the script to its end. */
  readonly milliseconds: number;
};

/**
 * `python`: the script raised, or returned what is no JSON. `protocol`: the interpreter said what no interpreter of ours
 * says. `crashed`: it ended by itself, or could not be started.
 */
export type PythonFailureKind = 'python' | 'timeout' | 'cancelled' | 'memory' | 'protocol' | 'crashed';

export type RunPython = (run: PythonRun, signal: AbortSignal) => Promise<PythonOutcome>;

/** Never starts anything before the first run; never uses an interpreter twice. */
export type PythonPort = {
  /** Resolves with the outcome whatever the script does; never rejects. */
  readonly runPython: RunPython;
  /** Ends everything that is started. Later runs are refused. */
  readonly close: () => Promise<void>;
};
