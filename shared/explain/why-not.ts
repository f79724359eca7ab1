import { assertNever } from '../base/assert-never.ts';
import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { conditionsAt, lookedAt } from './condition-words.ts';
import { causeOf, exchangeEvents, isKind, rankingOf, type NameOf } from './exchange-events.ts';
import { percent } from './value-words.ts';
import { whyUnmet } from './why-unmet.ts';

/** One sentence about why an intent was not chosen in an exchange, from the trace alone. */
export function whyNot(events: readonly TraceEvent[], exchange: number, intent: string, nameOf: NameOf): string {
  const here = exchangeEvents(events, exchange);
  const about = here.filter((event) => event.ref === intent);
  const name = `“${nameOf(intent)}”`;
  if (about.some(isKind('intent.matched'))) return `${name} is what was heard.`;
  if (about.some(isKind('intent.selected'))) return `${name} is what was answered.`;
  const rejected = tellingRejection(about);
  if (rejected !== undefined) return `${name} lost: ${rejectionWords(here, rejected, nameOf)}.`;
  const searched = here.some((event) => event.kind === 'scope.entered' && event.searched.includes(intent));
  if (searched) return `${name} was in reach, but the search ended before it.`;
  const scope = here.find(isKind('scope.entered'));
  return scope === undefined
    ? `${name} was not looked for: nothing was searched.`
    : `${name} was not looked for: ${scopeWords[scope.scope]}.`;
}

/** What an intent lost its first search by says more than that it is not the one for no match. */
const tellingRejection = (about: readonly TraceEvent[]): TraceEventOf<'candidate.rejected'> | undefined => {
  const rejected = about.filter(isKind('candidate.rejected'));
  return rejected.find(({ reason }) => reason !== 'scope') ?? rejected[0];
};

const scopeWords = {
  startingPath: 'the talk was at its start, where only STARTING conversations, scenes and turns are searched',
  midTurn: 'the talk was in the middle of a turn, where only its responses are searched',
  outOfTurn: 'only the OPEN turns of the scene, and turns that may follow what was said last, are searched there',
  inTurn: 'a transition led to one turn, and only that is searched',
} as const;

/** Why a candidate lost, without its name in front. */
export function rejectionWords(
  events: readonly TraceEvent[],
  rejected: TraceEventOf<'candidate.rejected'>,
  nameOf: NameOf,
): string {
  switch (rejected.reason) {
    case 'confidence':
      return rejected.confidence === null || rejected.confidence === 0
        ? unheardWords(events, rejected, nameOf)
        : `it was heard with ${percent(rejected.confidence)} confidence and needs ${percent(rejected.threshold ?? 0)}`;
    case 'condition':
      return conditionRejectionWords(events, rejected, nameOf);
    case 'scope':
      return 'it is not searched from where the talk is';
    case 'rank':
      return rejected.lostTo === null ? 'another one came first' : `“${nameOf(rejected.lostTo)}” came first`;
    default:
      return assertNever(rejected.reason);
  }
}

function unheardWords(
  events: readonly TraceEvent[],
  rejected: TraceEventOf<'candidate.rejected'>,
  nameOf: NameOf,
): string {
  const ranked = rankingOf(events, rejected);
  const asked = ranked && causeOf(events, ranked);
  if (asked?.kind !== 'effect.settled') return 'what was said does not resemble its sample utterances';
  const name = nameOf(asked.action);
  return asked.outcome === 'failed'
    ? `${name} could not be asked (${asked.detail.replace(/\.$/, '')})`
    : `${name} did not name it`;
}

function conditionRejectionWords(
  events: readonly TraceEvent[],
  rejected: TraceEventOf<'candidate.rejected'>,
  nameOf: NameOf,
): string {
  const considered = causeOf(events, rejected);
  const own = conditionsAt(events, rejected.ref, considered?.seq ?? null).find(({ outcome }) => !outcome);
  if (own !== undefined) return whyUnmet(lookedAt(own, events));
  // Else a level above it stood in the way: those are checked once a search, before the candidate is looked at.
  const above = events.findLast(
    (event) =>
      event.kind === 'condition.evaluated' &&
      !event.outcome &&
      !event.path.includes('.') &&
      event.causedBy === considered?.causedBy &&
      event.seq < rejected.seq,
  );
  if (above?.kind !== 'condition.evaluated') return 'a condition of it or of what holds it does not hold';
  return `“${nameOf(above.ref ?? '')}”, which holds it, is closed: ${whyUnmet(lookedAt(above, events))}`;
}
