import type { JsonObject } from '../base/json.ts';
import { interpret, type Heard, type RankedIntent } from '../interpret/interpret-utterance.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { Candidate, Scope } from '../program/scope.ts';
import { interpreterGroups, welcomeCallback, type InterpreterGroup } from './interpreter-groups.ts';
import { maskNamed } from './mask.ts';
import { matchIntent, type Match, type Reading } from './match-intent.ts';
import { utteranceText } from './read-context.ts';
import { enterScope, type Search } from './search.ts';
import type { StepDraft } from './step-draft.ts';
import type { Utterance } from './utterance.ts';

const nothing: JsonObject = {};

/** Finds what was said among the intents of a scope, by interpretation. */
export function matchUtterance(draft: StepDraft, utterance: Utterance, scope: Scope, because: string): Match | null {
  const search = enterScope(draft, scope, because);
  const heard = toHeard(utterance);
  const groups = interpreterGroups(draft.program, scope);
  // One call for each interpreter and utterance, made when the first candidate needs it.
  const rankings = new Map<string | null, Ranking>();
  return matchIntent(draft, search, scope.candidates, ({ intent }): Reading => {
    let ranking = rankings.get(intent.interpreter);
    if (ranking === undefined) {
      ranking = rank(draft, search, groupOf(groups, intent), heard);
      rankings.set(intent.interpreter, ranking);
    }
    return { found: ranking.byIntentId.get(intent.record.intentId) ?? null, cause: ranking.seq };
  });
}

/** Finds an intent by its id alone, without interpretation: synthetic and virtual intents. */
export function matchById(
  draft: StepDraft,
  intentId: string,
  scope: Scope,
  because: string,
  attributes: JsonObject = nothing,
): Match | null {
  const search = enterScope(draft, scope, because);
  const candidates: readonly Candidate[] = scope.byIntentId.get(intentId) ?? [];
  const reading = { found: { confidence: null, attributes }, cause: search.entered };
  return matchIntent(draft, search, candidates, () => reading);
}

type Ranking = { readonly seq: number; readonly byIntentId: ReadonlyMap<string, RankedIntent> };

const groupOf = (groups: readonly InterpreterGroup[], intent: ProgramIntent): InterpreterGroup | undefined =>
  groups.find((group) => group.interpreter === intent.interpreter);

function rank(draft: StepDraft, search: Search, group: InterpreterGroup | undefined, heard: Heard): Ranking {
  const ranking = group === undefined ? [] : interpret(group.samples, group.callbacks, heard, group.expected);
  const seq = draft.emit(
    {
      kind: 'intent.ranked',
      interpreter: group?.name ?? '',
      text: heard.text,
      ranking: draft.program.sensitive.size === 0 ? ranking : ranking.map((entry) => masked(draft, entry)),
    },
    group?.interpreter ?? null,
    search.entered,
  );
  const byIntentId = new Map<string, RankedIntent>();
  for (const entry of ranking) if (!byIntentId.has(entry.intentId)) byIntentId.set(entry.intentId, entry);
  return { seq, byIntentId };
}

const masked = (draft: StepDraft, entry: RankedIntent): RankedIntent => ({
  ...entry,
  attributes: maskNamed(entry.attributes, (name) => draft.program.sensitive.has(name)),
});

function toHeard(utterance: Utterance): Heard {
  const text = utteranceText(utterance);
  switch (utterance.kind) {
    case 'callback':
      return { text, callback: utterance.callback, value: utterance.value, fields: nothing };
    case 'form':
      return { text, callback: utterance.callback, value: '', fields: utterance.fields };
    case 'opened':
      return { text, callback: welcomeCallback, value: '', fields: nothing };
    default:
      return { text, callback: null, value: '', fields: nothing };
  }
}
