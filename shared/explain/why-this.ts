import { assertNever } from '../base/assert-never.ts';
import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { conditionsAt, conditionWords } from './condition-words.ts';
import { causeOf, exchangeEvents, isKind, lastOf, rankingOf, type NameOf } from './exchange-events.ts';
import { duration, percent, valueWords } from './value-words.ts';
import { rejectionWords } from './why-not.ts';

/**
 * One sentence about why something happened, from the trace alone. `seq` is the event that was clicked; `events` hold
 * at least its exchange.
 */
export function whyThis(events: readonly TraceEvent[], seq: number, nameOf: NameOf): string {
  const event = events.find((candidate) => candidate.seq === seq);
  if (event === undefined) return 'This is no longer part of the trace.';
  const earlier = exchangeEvents(events, event.exchange).filter((candidate) => candidate.seq <= seq);
  switch (event.kind) {
    case 'message.sent':
      return messageWords(earlier, event, nameOf);
    case 'intent.selected':
      return `${replyWords(earlier, event, nameOf)}.`;
    case 'intent.matched':
      return `${matchWords(earlier, event, nameOf)}.`;
    case 'match.missed':
      return missedWords(event, nameOf);
    case 'candidate.considered':
      return `“${refName(event, nameOf)}” is one of the intents that can be ${event.speaker === 'USER' ? 'heard' : 'said'} here.`;
    case 'candidate.rejected':
      return `“${refName(event, nameOf)}” lost: ${rejectionWords(earlier, event, nameOf)}.`;
    case 'attribute.set':
      return attributeWords(event, nameOf);
    case 'condition.evaluated':
      return `“${nameOf(event.ref ?? '')}” asks whether ${conditionWords(event, earlier)}, and that ${event.outcome ? 'holds' : 'does not hold'}.`;
    case 'effect.requested':
      return requestedWords(event, nameOf);
    case 'effect.settled':
      return settledWords(event);
    case 'action.skipped':
      return `${stepWords(event)}${event.name} did not run: ${event.detail}`;
    case 'run.paused':
      return pausedWords(earlier, event);
    case 'exchange.ended':
      return endedWords(earlier, event, nameOf);
    default:
      return plainWords(event, nameOf);
  }
}

function plainWords(event: TraceEvent, nameOf: NameOf): string {
  switch (event.kind) {
    case 'session.opened':
      return 'The talk began here, with everything as the scenario has it at the start.';
    case 'session.expired':
      return `Nothing was said for ${Math.round(event.idleSeconds)} seconds, and a session lasts ${event.lifetime}.`;
    case 'utterance.received':
      return 'This is what came in, and what the whole exchange follows from.';
    case 'scope.entered':
      return `${searchWords[event.scope]} (${event.speaker} intents).`;
    case 'intent.ranked':
      return rankedWords(event);
    case 'transition.taken': {
      const to = event.to.turn ?? event.to.scene ?? event.to.conversation;
      return `The talk moved to “${nameOf(to ?? '')}”, because a transition of “${refName(event, nameOf)}” leads there.`;
    }
    case 'virtual.entered':
      return `“${refName(event, nameOf)}” goes on by itself, as if the user had said “${event.intentId}”.`;
    case 'confirmation.asked':
      return `${event.name} asks before it runs, because its confirmation says so.`;
    case 'budget.reached':
      return `The talk went in a circle (${event.cycle.map(nameOf).join(' → ')}), so it was stopped at ${event.limit} ${budgetWords[event.budget]}.`;
    case 'engine.faulted':
      return event.sentence;
    default:
      return 'This is a step of the exchange.';
  }
}

const searchWords = {
  startingPath: 'The talk is at its start, so STARTING conversations, scenes and turns were searched',
  midTurn: 'The talk is in the middle of a turn, so its responses were searched, and nothing else',
  outOfTurn: 'The talk is between turns, so OPEN turns and those that may follow what was said last were searched',
  inTurn: 'A transition led to one turn, so that was searched, and nothing else',
} as const;

const budgetWords = { virtualIntents: 'virtual intents', actions: 'actions', steps: 'steps' } as const;

const refName = (event: TraceEvent & { readonly intentId?: string }, nameOf: NameOf): string =>
  event.ref === null ? (event.intentId ?? '') : nameOf(event.ref);

function messageWords(earlier: readonly TraceEvent[], sent: TraceEventOf<'message.sent'>, nameOf: NameOf): string {
  const cause = causeOf(earlier, sent);
  if (sent.message === null && (cause?.kind === 'effect.settled' || cause?.kind === 'action.skipped'))
    return `${cause.name} says this when it fails, and it failed: ${cause.detail}`;
  const selected = earlier.filter(isKind('intent.selected')).findLast(({ ref }) => ref === sent.ref);
  if (selected === undefined) return 'The app said this by itself.';
  const held = conditionsAt(earlier, sent.message, sent.causedBy).filter(({ outcome }) => outcome);
  const choice = held.length === 0 ? '' : `; of its messages this one fits, as ${listed(held, earlier)}`;
  return `${replyWords(earlier, selected, nameOf)}${choice}.`;
}

function replyWords(earlier: readonly TraceEvent[], selected: TraceEventOf<'intent.selected'>, nameOf: NameOf): string {
  const matched = lastOf(
    earlier.filter(({ seq }) => seq < selected.seq),
    'intent.matched',
  );
  const heard = matched === undefined ? 'The app has the first word' : matchWords(earlier, matched, nameOf);
  const held = conditionsAt(earlier, selected.ref, selected.causedBy).filter(({ outcome }) => outcome);
  const reply = `“${refName(selected, nameOf)}”`;
  return held.length === 0
    ? `${heard}, and ${reply} is the first reply to it with nothing in its way`
    : `${heard}, and ${reply} is the first reply whose conditions hold: ${listed(held, earlier)}`;
}

const listed = (held: readonly TraceEventOf<'condition.evaluated'>[], events: readonly TraceEvent[]): string =>
  held.map((event) => conditionWords(event, events)).join(', and ');

function matchWords(earlier: readonly TraceEvent[], matched: TraceEventOf<'intent.matched'>, nameOf: NameOf): string {
  const name = `“${refName(matched, nameOf)}”`;
  if (matched.confidence === null) return matchedByIdWords(name, matched.intentId);
  const because =
    rankingOf(earlier, matched)?.ranking.find((entry) => entry.intentId === matched.intentId)?.because ?? '';
  return `${name} was heard with ${percent(matched.confidence)} confidence${because === '' ? '' : ` (${because})`}`;
}

/** Synthetic and virtual intents are found by their id. */
function matchedByIdWords(name: string, intentId: string): string {
  if (/nomatch$/i.test(intentId)) return `Nothing that was searched fits what was said, so ${name} takes over`;
  if (/restart$/i.test(intentId)) return `The talk was asked to start over, so ${name} takes over`;
  if (/endchat$/i.test(intentId)) return `The talk was asked to end, so ${name} takes over`;
  if (/sessionexpired$/i.test(intentId)) return `The session had expired, so ${name} takes over`;
  return `The app said ${name} to itself`;
}

function missedWords(event: TraceEventOf<'match.missed'>, nameOf: NameOf): string {
  if (event.candidates.length === 0) return 'Nothing can be heard here, so there was nothing to match.';
  const names = event.candidates.slice(0, 3).map(({ ref }) => `“${nameOf(ref)}”`);
  const more = event.candidates.length > 3 ? ` and ${event.candidates.length - 3} more` : '';
  return `What was said fits none of ${names.join(', ')}${more}, and nothing here is made for that.`;
}

function rankedWords({ ranking, origin }: TraceEventOf<'intent.ranked'>): string {
  const [best] = ranking;
  if (best === undefined && origin !== undefined)
    return 'It was asked what was meant, and named none of the intents that can be heard here.';
  if (best === undefined) return 'What was said resembles none of the intents that can be heard here.';
  return `It resembles “${best.intentId}” most, with ${percent(best.confidence)} confidence${best.because === '' ? '' : ` (${best.because})`}.`;
}

function attributeWords(event: TraceEventOf<'attribute.set'>, nameOf: NameOf): string {
  const name = `${event.context}.${event.name}`;
  const before = event.before === null ? '' : ` from ${valueWords(event.before)}`;
  const what = event.after === null ? `${name} was removed` : `${name} was set${before} to ${valueWords(event.after)}`;
  return `${what}: ${originWords(event, nameOf)}.`;
}

function originWords({ origin, source }: TraceEventOf<'attribute.set'>, nameOf: NameOf): string {
  const by = source === null ? '' : nameOf(source);
  switch (origin) {
    case 'said':
      return `it was said in “${by}”`;
    case 'live':
    case 'mocked':
    case 'recorded':
      return `a ${origin} answer of ${by}`;
    case 'refused':
      return `${by} was refused`;
    case 'edited':
      return 'it was set by hand';
    case 'default':
      return source === null ? 'it begins with this' : `${by} sets it`;
    default:
      return assertNever(origin);
  }
}

/** In a workflow one action may stand at several steps. */
const stepWords = ({ step }: TraceEventOf<'action.skipped'>): string =>
  step === undefined ? '' : `At the step “${step}” `;

function requestedWords(event: TraceEventOf<'effect.requested'>, nameOf: NameOf): string {
  if (event.step !== undefined) return `The workflow came to its step “${event.step}”, so ${event.name} was called.`;
  return event.effectKind === undefined
    ? `“${nameOf(event.ref ?? '')}” has this action, so ${event.name} was called.`
    : `${event.name} reads for intents that can be heard here, so it was asked what was meant.`;
}

function pausedWords(earlier: readonly TraceEvent[], event: TraceEventOf<'run.paused'>): string {
  if (event.why === 'confirmation') return 'The exchange waits for a yes or a no.';
  const cause = causeOf(earlier, event);
  return cause?.kind === 'effect.requested' && cause.effectKind !== undefined
    ? 'The exchange waits to hear what was meant.'
    : 'The exchange waits for an action to finish.';
}

function settledWords(event: TraceEventOf<'effect.settled'>): string {
  if (event.effectKind !== undefined && event.outcome === 'succeeded' && event.detail !== '') return event.detail;
  const { name, status, detail } = event;
  if (event.origin === 'default') return `${name} set its attributes; nobody outside was asked.`;
  const took = duration(event.duration);
  if (event.outcome === 'failed') return `${name} failed after ${took} (${event.origin}): ${detail}`;
  return `${name} answered${status === null ? '' : ` ${status}`} after ${took} (${event.origin}).`;
}

function endedWords(earlier: readonly TraceEvent[], event: TraceEventOf<'exchange.ended'>, nameOf: NameOf): string {
  const missed = lastOf(earlier, 'match.missed');
  if (event.matched === null && missed !== undefined) return missedWords(missed, nameOf);
  if (event.selected.length > 0) return 'Everything that follows from what came in has happened.';
  const heard = event.matched === null ? 'What came in' : `“${nameOf(event.matched)}” was heard, and it`;
  return `${heard} has no reply whose conditions hold.`;
}
