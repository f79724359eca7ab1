import { acceptRanking } from '../interpret/accept-ranking.ts';
import { askedGroups, offers } from './ask-interpreters.ts';
import type { EffectResult } from './effect.ts';
import { MASK } from './mask.ts';
import { scopeHere } from './place.ts';
import { utteranceText } from './read-context.ts';
import type { PendingInterpretation } from './session-state.ts';
import { showRanking } from './show-ranking.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';

/**
 * Takes in what an interpreter answered. One that failed ranks nothing, and the exchange goes on; the last answer lets
 * it go on at all.
 */
export function settleInterpretation(
  draft: StepDraft,
  exchange: MutableExchange,
  effect: string,
  result: EffectResult,
): void {
  const { awaited, cursor } = exchange;
  if (awaited?.kind !== 'interpretation' || cursor.at !== 'understand') return;
  const asked = awaited.pending.find((each) => each.effect === effect);
  if (asked === undefined) return;
  const pending = awaited.pending.filter((each) => each !== asked);
  exchange.awaited = pending.length === 0 ? null : { kind: 'interpretation', pending };
  const { interpreter } = asked;
  const group = askedGroups(draft.program, scopeHere(draft, 'USER')).find((each) => each.interpreter === interpreter);
  const settled = showSettled(draft, asked, group?.record.name ?? interpreter, result, cursor.concealed);
  const answered = result.outcome === 'succeeded' ? (result.ranking ?? []) : [];
  const offered = group === undefined ? null : offers(group);
  const ranking = acceptRanking(answered, (intentId) => offered?.get(intentId)?.map(({ name }) => name));
  const text = cursor.concealed ? MASK : utteranceText(exchange.utterance);
  const shown = { text, ranking, origin: result.origin };
  const seq = showRanking(draft, { interpreter, name: interpreter }, shown, settled);
  exchange.cursor = { ...cursor, readings: [...cursor.readings, { interpreter, seq, ranking }] };
}

function showSettled(
  draft: StepDraft,
  { effect, interpreter, requested }: PendingInterpretation,
  name: string,
  result: EffectResult,
  concealed: boolean,
): number {
  const { outcome, origin, failure, detail, status, duration, attempts, request, response } = result;
  return draft.emit({
    ...draft.event(interpreter, requested),
    kind: 'effect.settled',
    effect,
    effectKind: 'interpret.run',
    action: interpreter,
    name,
    outcome,
    origin,
    failure,
    detail,
    outputs: {},
    status,
    duration,
    attempts,
    // What was said stands in the one and may be repeated in the other.
    request: concealed && request !== null ? { ...request, body: MASK } : request,
    response: concealed && response !== null ? { ...response, body: MASK } : response,
  });
}
