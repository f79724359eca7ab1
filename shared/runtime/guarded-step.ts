import { faultSession } from '../engine/fault-session.ts';
import type { Input } from '../engine/input.ts';
import type { SessionState, StepResult } from '../engine/session-state.ts';
import { step } from '../engine/step.ts';
import type { Program } from '../program/program.ts';

/** The one place where a bug in the engine is caught: it becomes an event, and the session stays usable. */
export function guardedStep(program: Program, state: SessionState, input: Input): StepResult {
  try {
    return step(program, state, input);
  } catch (fault) {
    const sentence = fault instanceof Error ? fault.message : String(fault);
    return faultSession(program, state, input.at, sentence);
  }
}
