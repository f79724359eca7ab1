import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { conditionWords } from './condition-words.ts';
import { exchangeEvents, isKind, type NameOf } from './exchange-events.ts';

/** One sentence about why an intent was not chosen in an exchange, from the trace alone. */
export function whyNot(events: readonly TraceEvent[], exchange: number, intent: string, nameOf: NameOf): string {
  const here = exchangeEvents(events, exchange);
  const about = here.filter((event) => event.ref === intent);
  if (about.some(isKind('intent.matched'))) return `“${nameOf(intent)}” was what was heard.`;
  if (about.some(isKind('intent.selected'))) return `“${nameOf(intent)}” was the reply.`;
  const rejected = about.findLast(isKind('candidate.rejected'));
  if (rejected !== undefined) return `“${nameOf(intent)}” lost: ${rejectionWords(here, rejected, nameOf)}.`;
  const searched = here.some((event) => event.kind === 'scope.entered' && event.searched.includes(intent));
  if (searched) return `“${nameOf(intent)}” was looked at, but an earlier one was chosen first.`;
  const scope = here.find(isKind('scope.entered'));
  return `“${nameOf(intent)}” was not searched: the talk was at ${scope === undefined ? 'another place' : scopeWords[scope.scope]}.`;
}

const scopeWords = {
  startingPath: 'the start, where only STARTING conversations, scenes and turns are searched',
  midTurn: 'the middle of a turn, where only its responses are searched',
  outOfTurn: 'a scene, where only its OPEN turns and turns with a fitting origin are searched',
  inTurn: 'one turn that a transition led to',
} as const;

/** Why a candidate lost, without its name in front. */
export function rejectionWords(
  events: readonly TraceEvent[],
  rejected: TraceEventOf<'candidate.rejected'>,
  nameOf: NameOf,
): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  switch (rejected.reason) {
    case 'confidence':
      return rejected.confidence === null
        ? 'what was said does not resemble its sample utterances'
        : `it was heard with ${percent(rejected.confidence)} confidence, and needs ${percent(rejected.threshold ?? 0)}`;
    case 'condition': {
      const failed = events.findLast(
        (event): event is TraceEventOf<'condition.evaluated'> =>
          event.kind === 'condition.evaluated' && !event.outcome && event.seq < rejected.seq,
      );
      return failed === undefined ? 'one of its conditions does not hold' : `it needs that ${conditionWords(failed)}`;
    }
    case 'scope':
      return 'it is not searched from where the talk is';
    case 'rank':
      return rejected.lostTo === null
        ? 'another one ranked higher'
        : `“${nameOf(rejected.lostTo)}” ranked higher`;
  }
}
