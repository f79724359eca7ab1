import type { JsonObject } from '../base/json.ts';
import { interpret, type Heard, type RankedIntent } from '../interpret/interpret-utterance.ts';
import type { ProgramIntent } from '../program/program.ts';
import { intentsHeardAs, type Candidate, type Scope } from '../program/scope.ts';
import { interpreterGroups, welcomeCallback, type InterpreterGroup } from './interpreter-groups.ts';
import { maskNamed } from './mask.ts';
import { matchIntent, type Match, type Reading } from './match-intent.ts';
import { utteranceText } from './read-context.ts';
import { consider, enterScope, reject, type Search } from './search.ts';
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
  const match = matchIntent(draft, search, scope.candidates, ({ intent }): Reading => {
    let ranking = rankings.get(intent.interpreter);
    if (ranking === undefined) {
      ranking = rank(draft, search, groupOf(groups, intent), heard);
      rankings.set(intent.interpreter, ranking);
    }
    return { found: ranking.byIntentId.get(intent.record.intentId) ?? null, cause: ranking.seq };
  });
  if (match === null && utterance.kind !== 'opened')
    for (const one of rankings.values()) rejectElsewhere(draft, scope, one);
  return match;
}

/** How many intents are named that were heard but stand elsewhere. */
const elsewhereLimit = 8;

/** What was heard may be an intent that is not searched from here, such as that of an old button: the trace says so. */
function rejectElsewhere(draft: StepDraft, scope: Scope, { seq, byIntentId }: Ranking): void {
  for (const { intentId, confidence } of byIntentId.values()) {
    if (scope.byIntentId.has(intentId)) continue;
    for (const intent of intentsHeardAs(draft.program, intentId).slice(0, elsewhereLimit)) {
      const candidate = { intent, guards: [] };
      const heard = { confidence, threshold: intent.record.confidence };
      reject(draft, candidate, 'scope', heard, consider(draft, candidate, heard, seq));
    }
  }
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
