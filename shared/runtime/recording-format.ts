import type { Input } from '../engine/input.ts';
import type { OpenOptions } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';

/** A session as it came in: replaying the inputs on the same program gives the same trace, byte for byte. */
export type Recording = {
  readonly format: 'parley.recording';
  readonly version: 1;
  /** Hash of the program it was made with. */
  readonly program: string;
  readonly open: OpenOptions;
  readonly inputs: readonly Input[];
  /** What it gave, when it was kept. */
  readonly trace?: readonly TraceEvent[];
};
