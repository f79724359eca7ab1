import type { JsonObject } from '../base/json.ts';
import { interpret, type Heard } from '../interpret/interpret-utterance.ts';
import { isAsynchronous } from '../model/interpreter-record.ts';
import type { ProgramIntent } from '../program/program.ts';
import { intentsHeardAs, type Candidate, type Scope } from '../program/scope.ts';
import { interpreterGroups, type InterpreterGroup } from './interpreter-groups.ts';
import { matchIntent, type Match, type Reading } from './match-intent.ts';
import { consider, enterScope, guardsOf, reject, type Search } from './search.ts';
import type { AskedSearch } from './session-state.ts';
import { showRanking, toRanking, type Ranking } from './show-ranking.ts';
import type { StepDraft } from './step-draft.ts';
import { isWords, toHeard } from './to-heard.ts';
import type { Utterance } from './utterance.ts';

const nothing: JsonObject = {};

/**
 * Finds what was said among the intents of a scope, by interpretation. `asked`: the search began earlier, and this is
 * what the interpreters that were asked for it had to say.
 */
export function matchUtterance(
  draft: StepDraft,
  utterance: Utterance,
  scope: Scope,
  because: string,
  asked: AskedSearch | null = null,
): Match | null {
  const search =
    asked === null
      ? enterScope(draft, scope, because)
      : { scope, entered: asked.entered, guards: guardsOf(draft.program, asked.guards) };
  const heard = toHeard(utterance, asked?.asked ?? draft.at, draft.before.zone);
  const groups = interpreterGroups(draft.program, scope);
  // One call for each interpreter and utterance, made when the first candidate needs it.
  const rankings: Ranking[] = [];
  for (const { interpreter, seq, ranking } of asked?.readings ?? [])
    rankings.push(toRanking(interpreter, seq, ranking));
  const match = matchIntent(draft, search, scope.candidates, ({ intent }): Reading => {
    let ranking = rankings.find(({ interpreter }) => interpreter === intent.interpreter);
    if (ranking === undefined) {
      ranking = rank(draft, search, groupOf(groups, intent), heard);
      rankings.push(ranking);
    }
    return { found: ranking.byIntentId.get(intent.record.intentId) ?? null, cause: ranking.seq };
  });
  if (match === null && utterance.kind !== 'opened') for (const one of rankings) rejectElsewhere(draft, scope, one);
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

const groupOf = (groups: readonly InterpreterGroup[], intent: ProgramIntent): InterpreterGroup | undefined =>
  groups.find((group) => group.interpreter === intent.interpreter);

function rank(draft: StepDraft, search: Search, group: InterpreterGroup | undefined, heard: Heard): Ranking {
  // Words that nobody was asked about mean nothing to an interpreter that has to be asked.
  const isUnasked = group?.record != null && isAsynchronous(group.record) && isWords(heard);
  const ranking =
    group === undefined || isUnasked ? [] : interpret(group.samples, group.callbacks, heard, group.expected);
  const seq = showRanking(
    draft,
    group ?? { interpreter: null, name: '' },
    { text: heard.text, ranking },
    search.entered,
  );
  return toRanking(group?.interpreter ?? null, seq, ranking);
}
