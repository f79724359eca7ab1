import type { ProgramIntent } from '../program/program.ts';
import { assign } from './assign.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';

/** Begins with an intent of either speaker: what it sets comes first, then its actions. */
export function takeUp(draft: StepDraft, exchange: MutableExchange, intent: ProgramIntent, cause: number): void {
  const { id, record, compiled } = intent;
  exchange.cause = cause;
  exchange.visited.push(id);
  if (record.speaker === 'APP') exchange.selected.push(id);
  else exchange.matched ??= id;
  draft.previous = id;
  draft.handling = intent;
  assign(draft, compiled.assignments, { ref: id, source: id, cause });
  exchange.cursor = { at: 'actions', intent: id, next: 0 };
}
