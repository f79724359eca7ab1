import type { ProgramIntent } from '../program/program.ts';
import type { Scope } from '../program/scope.ts';
import { scopeHere } from './place.ts';
import { conditionsHold, consider, enterScope, guardsHold, reject } from './search.ts';
import type { StepDraft } from './step-draft.ts';

const unheard = { confidence: null, threshold: null };

/** An APP intent that was chosen, and the `seq` of the event that says so. */
export type Reply = { readonly intent: ProgramIntent; readonly seq: number };

/** The APP intent that answers from here: the first listed whose conditions hold. Null for an empty reply. */
export function selectReply(draft: StepDraft, scope: Scope = scopeHere(draft, 'APP')): Reply | null {
  const search = enterScope(draft, scope, 'reply');
  let chosen: Reply | null = null;
  for (const candidate of scope.candidates) {
    // Once one is chosen, the others lost to it whatever their conditions say.
    const open = chosen !== null || guardsHold(draft, search, candidate);
    const considered = consider(draft, candidate, unheard, search.entered);
    if (chosen !== null) {
      reject(draft, candidate, 'rank', unheard, considered, chosen.intent.id);
    } else if (open && conditionsHold(draft, candidate, considered)) {
      const { intent } = candidate;
      const seq = draft.emit({
        ...draft.event(intent.id, considered),
        kind: 'intent.selected',
        intentId: intent.record.intentId,
      });
      chosen = { intent, seq };
    } else {
      reject(draft, candidate, 'condition', unheard, considered);
    }
  }
  return chosen;
}
