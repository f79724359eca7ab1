import { openSession } from '../engine/open-session.ts';
import type { SessionState } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';
import type { Program } from '../program/program.ts';
import { guardedStep } from './guarded-step.ts';
import type { Recording } from './recording-format.ts';

/** The first event that came out otherwise; null on one side where it ended early. */
export type TraceDifference = {
  /** Position in the trace, from 0. */
  readonly index: number;
  readonly recorded: TraceEvent | null;
  readonly replayed: TraceEvent | null;
};

export type Replay = {
  readonly trace: readonly TraceEvent[];
  readonly state: SessionState;
  /** Against the recorded trace; null also when none was kept. */
  readonly firstDifference: TraceDifference | null;
  /** Where the scenario was edited during the recorded talk: position of the first event after it, and the hash. */
  readonly edits: readonly { readonly index: number; readonly program: string }[];
};

/** Runs a recording again, on the same program or an edited one. No action is called: results are part of the inputs. */
export function replayRecording(program: Program, recording: Recording): Replay {
  const trace: TraceEvent[] = [];
  let state: SessionState;
  if (recording.resumed === undefined) {
    const opened = openSession(program, recording.open);
    trace.push(...opened.trace);
    state = opened.state;
  } else {
    state = recording.resumed;
  }
  const edits: Replay['edits'][number][] = [];
  const noteEdits = (inputs: number): void => {
    for (const { after, program: hash } of recording.edits ?? [])
      if (after === inputs) edits.push({ index: trace.length, program: hash });
  };
  for (const [taken, input] of recording.inputs.entries()) {
    noteEdits(taken);
    const result = guardedStep(program, state, input);
    trace.push(...result.trace);
    state = result.state;
  }
  noteEdits(recording.inputs.length);
  return { trace, state, firstDifference: compareTraces(recording.trace, trace), edits };
}

function compareTraces(
  recorded: readonly TraceEvent[] | undefined,
  replayed: readonly TraceEvent[],
): TraceDifference | null {
  if (recorded === undefined) return null;
  for (let index = 0; index < Math.max(recorded.length, replayed.length); index += 1) {
    const [before, after] = [recorded[index], replayed[index]];
    if (!isSame(before ?? null, after ?? null)) {
      return { index, recorded: before ?? null, replayed: after ?? null };
    }
  }
  return null;
}

/** Equal as JSON; the order of keys says nothing, a file may have been written again by other tools. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [before, after] = [Object.entries(left), new Map<string, unknown>(Object.entries(right))];
  return (
    before.length === after.size && before.every(([key, value]) => after.has(key) && isSame(value, after.get(key)))
  );
}
