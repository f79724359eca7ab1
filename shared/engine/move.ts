import type { Transition } from '../model/intent-record.ts';
import type { ProgramIntent } from '../program/program.ts';
import { nowhere, placeOf, targetOf } from './place.ts';
import type { StepDraft } from './step-draft.ts';

/** Takes the talk to where an intent leads: its transition, out of the conversation, or its own place. */
export function moveAfter(draft: StepDraft, intent: ProgramIntent): void {
  const completing = isCompleting(intent);
  if (completing) draft.completed = intent.turn.scene.conversation.id;
  const { transition } = intent.record;
  if (transition !== null && takeTransition(draft, transition, intent.id)) return;
  draft.position = completing ? nowhere : placeOf(intent);
}

/** A transition to nothing is not taken: the intent then has none. */
export function takeTransition(draft: StepDraft, transition: Transition, ref: string): boolean {
  const to = targetOf(draft, transition);
  if (to === null) return false;
  const from = draft.position;
  draft.position = to;
  draft.emit({ ...draft.event(ref, draft.current?.cause ?? null), kind: 'transition.taken', from, to });
  return true;
}

/** Said of the intent itself, or of a level above it when the intent finishes its turn. */
function isCompleting({ record, turn, completing }: ProgramIntent): boolean {
  if (completing) return true;
  const finishes = record.bucket === 'response' || turn.responses.length === 0;
  return finishes && (turn.completing || turn.scene.completing || turn.scene.conversation.completing);
}
