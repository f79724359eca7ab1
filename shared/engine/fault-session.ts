import type { Program } from '../program/program.ts';
import type { SessionState, StepResult } from './session-state.ts';
import { StepDraft } from './step-draft.ts';

/** After a bug of ours: the step is as if it had not begun, the exchange is over, and the session can go on. */
export function faultSession(program: Program, state: SessionState, at: number, sentence: string): StepResult {
  const draft = new StepDraft(program, state, at);
  const cause = draft.current?.root ?? null;
  draft.emit({ ...draft.event(null, cause), kind: 'engine.faulted', sentence });
  if (draft.current !== null) {
    const { matched, selected } = draft.current;
    draft.emit({ ...draft.event(null, cause), kind: 'exchange.ended', matched, selected, position: draft.position });
  }
  draft.current = null;
  draft.queue = [];
  return draft.finish();
}
