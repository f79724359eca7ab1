import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { conditionWords, valueWords } from './condition-words.ts';
import { exchangeEvents, isKind, lastOf, type NameOf } from './exchange-events.ts';
import { rejectionWords } from './why-not.ts';

/** One sentence about why something happened, from the trace alone. `seq` is the event that was clicked. */
export function whyThis(events: readonly TraceEvent[], seq: number, nameOf: NameOf): string {
  const event = events.find((candidate) => candidate.seq === seq);
  if (event === undefined) return 'This is no longer part of the trace.';
  const earlier = exchangeEvents(events, event.exchange).filter((candidate) => candidate.seq <= seq);
  switch (event.kind) {
    case 'message.sent':
    case 'intent.selected':
      return replyWords(earlier, nameOf);
    case 'intent.matched':
      return matchWords(earlier, event);
    case 'match.missed':
      return missedWords(event, nameOf);
    case 'candidate.rejected':
      return `“${event.intentId}” lost: ${rejectionWords(earlier, event, nameOf)}.`;
    case 'attribute.set':
      return attributeWords(event, nameOf);
    case 'condition.evaluated':
      return `${conditionWords(event)}, so the condition ${event.outcome ? 'holds' : 'does not hold'}.`;
    case 'effect.settled':
      return effectWords(event);
    case 'action.skipped':
      return `${event.name} did not run: ${event.detail}`;
    case 'transition.taken':
      return `The talk moved to ${nameOf(event.to.turn ?? event.to.scene ?? event.to.conversation ?? '')} because a transition leads there.`;
    case 'confirmation.asked':
      return `${event.name} asks before it runs, because its confirmation says so.`;
    case 'virtual.entered':
      return `The app went on by itself as if the user had said “${event.intentId}”.`;
    case 'session.expired':
      return `Nothing was said for ${event.idleSeconds} seconds; the session lasts ${event.lifetime}.`;
    case 'budget.reached':
      return `The talk went in a circle (${event.cycle.map(nameOf).join(' → ')}), so it was stopped after ${event.limit} steps.`;
    default:
      return sentenceOfPlainEvent(event);
  }
}

function sentenceOfPlainEvent(event: TraceEvent): string {
  if (event.kind === 'utterance.received') return 'This is what came in.';
  if (event.kind === 'scope.entered') return `${event.searched.length} places were searched (${event.because}).`;
  if (event.kind === 'intent.ranked') return event.ranking[0]?.because ?? 'No intent resembled this.';
  if (event.kind === 'effect.requested') return `${event.name} was called.`;
  if (event.kind === 'engine.faulted') return event.sentence;
  return 'A step of the exchange.';
}

function replyWords(earlier: readonly TraceEvent[], nameOf: NameOf): string {
  const matched = lastOf(earlier, 'intent.matched');
  const selected = lastOf(earlier, 'intent.selected');
  if (selected === undefined) return 'The app asked this itself.';
  const heard = matched === undefined ? '' : `${matchWords(earlier, matched).replace(/\.$/, '')}; `;
  const reply = selected.ref === null ? selected.intentId : nameOf(selected.ref);
  const held = earlier.filter(isKind('condition.evaluated')).filter((event) => event.ref === selected.ref && event.outcome);
  const reason =
    held.length > 0
      ? `the first reply whose conditions hold: ${held.map(conditionWords).join(', and ')}`
      : 'the first reply here without a condition against it';
  return `${heard}“${reply}” is ${reason}.`;
}

function matchWords(earlier: readonly TraceEvent[], matched: TraceEventOf<'intent.matched'>): string {
  const ranked = lastOf(earlier, 'intent.ranked');
  const because = ranked?.ranking.find((entry) => entry.intentId === matched.intentId)?.because;
  const sureness = matched.confidence === null ? '' : ` with ${Math.round(matched.confidence * 100)} % confidence`;
  return `“${matched.intentId}” was heard${sureness}${because === undefined ? '' : ` (${because})`}.`;
}

function missedWords(event: TraceEventOf<'match.missed'>, nameOf: NameOf): string {
  if (event.candidates.length === 0) return 'Nothing here listens for anything, so there was nothing to match.';
  const names = event.candidates.slice(0, 3).map(({ ref }) => `“${nameOf(ref)}”`);
  const more = event.candidates.length > 3 ? ` and ${event.candidates.length - 3} more` : '';
  return `None of ${names.join(', ')}${more} fitted what was said.`;
}

function attributeWords(event: TraceEventOf<'attribute.set'>, nameOf: NameOf): string {
  const from = event.source === null ? '' : ` by ${nameOf(event.source)}`;
  const name = `${event.context}.${event.name}`;
  const what = event.after === null ? 'was removed' : `became ${valueWords(event.after)}`;
  return `${name} ${what}${from} (${event.origin}); before it was ${valueWords(event.before)}.`;
}

function effectWords(event: TraceEventOf<'effect.settled'>): string {
  const took = `${Math.round(event.duration)} ms`;
  if (event.outcome === 'succeeded') return `${event.name} answered after ${took} (${event.origin}).`;
  return `${event.name} failed after ${took} (${event.origin}): ${event.detail}`;
}
