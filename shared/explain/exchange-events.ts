import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';

/** How a record is called, by id. */
export type NameOf = (id: string) => string;

/** The events of one exchange, in order. */
export const exchangeEvents = (events: readonly TraceEvent[], exchange: number): TraceEvent[] =>
  events.filter((event) => event.exchange === exchange);

export const isKind =
  <Kind extends TraceEvent['kind']>(kind: Kind) =>
  (event: TraceEvent): event is TraceEventOf<Kind> =>
    event.kind === kind;

export const lastOf = <Kind extends TraceEvent['kind']>(
  events: readonly TraceEvent[],
  kind: Kind,
): TraceEventOf<Kind> | undefined => events.findLast(isKind(kind));

/** The ranking a considered, matched or rejected intent goes back to. */
export function rankingOf(
  events: readonly TraceEvent[],
  event: TraceEventOf<'intent.matched' | 'candidate.rejected'>,
): TraceEventOf<'intent.ranked'> | undefined {
  const considered = causeOf(events, event);
  const ranked = considered && causeOf(events, considered);
  return ranked?.kind === 'intent.ranked' ? ranked : undefined;
}

/** The event another one follows from. */
export const causeOf = (events: readonly TraceEvent[], { causedBy }: TraceEvent): TraceEvent | undefined =>
  causedBy === null ? undefined : events.findLast((event) => event.seq === causedBy);
