import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { eventLook, type EventGroup } from './event-look.ts';

/** One line of the tree. */
export type TraceRow = {
  readonly event: TraceEvent;
  readonly depth: number;
  /** How many events it caused that are listed under it; 0 for a leaf. */
  readonly below: number;
  readonly isOpen: boolean;
};

export type TraceFilter = {
  readonly text: string;
  readonly groups: ReadonlySet<EventGroup>;
  readonly wordsOf: (event: TraceEvent) => string;
};

/** The steps of an exchange, each a root; what is not listed here is shown under what caused it. */
const steps: ReadonlySet<TraceEvent['kind']> = new Set([
  'session.opened',
  'session.expired',
  'utterance.received',
  'scope.entered',
  'intent.matched',
  'match.missed',
  'effect.requested',
  'action.skipped',
  'intent.selected',
  'message.sent',
  'transition.taken',
  'virtual.entered',
  'confirmation.asked',
  'budget.reached',
  'exchange.ended',
  'engine.faulted',
]);

/** How an event is listed before anybody opens or closes it: a search is long, and mostly of no interest. */
const isOpenAtFirst = ({ kind }: TraceEvent): boolean => kind !== 'scope.entered';

/** The events as a tree of causes, in the order they happened; `toggled` are those opened or closed by hand. */
export function traceRows(events: readonly TraceEvent[], toggled: ReadonlySet<number>): readonly TraceRow[] {
  const children = new Map<number, TraceEvent[]>();
  const roots: TraceEvent[] = [];
  const first = events[0]?.seq ?? 0;
  for (const event of events) {
    const cause = event.causedBy;
    if (cause === null || cause < first || steps.has(event.kind)) roots.push(event);
    else children.set(cause, [...(children.get(cause) ?? []), event]);
  }
  const rows: TraceRow[] = [];
  // Iterative: a chain of causes may be long.
  const waiting = roots.toReversed().map((event) => ({ event, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { event, depth } = next;
    const below = children.get(event.seq) ?? [];
    const isOpen = isOpenAtFirst(event) !== toggled.has(event.seq);
    rows.push({ event, depth, below: below.length, isOpen });
    if (isOpen) for (const child of below.toReversed()) waiting.push({ event: child, depth: depth + 1 });
  }
  return rows;
}

/** What fits the filter, flat. */
export function filteredRows(events: readonly TraceEvent[], filter: TraceFilter): readonly TraceRow[] {
  const wanted = filter.text.trim().toLowerCase();
  return events
    .filter((event) => filter.groups.has(eventLook(event).group))
    .filter((event) => wanted === '' || `${event.kind} ${filter.wordsOf(event)}`.toLowerCase().includes(wanted))
    .map((event) => ({ event, depth: 0, below: 0, isOpen: false }));
}

/** What must be open for an event to be seen, outermost first. */
export function closedAbove(
  events: readonly TraceEvent[],
  seq: number,
  toggled: ReadonlySet<number>,
): readonly number[] {
  const first = events[0]?.seq ?? 0;
  const closed: number[] = [];
  for (let event = events[seq - first]; event !== undefined;) {
    if (event.causedBy === null || steps.has(event.kind)) break;
    event = events[event.causedBy - first];
    if (event !== undefined && isOpenAtFirst(event) === toggled.has(event.seq)) closed.unshift(event.seq);
  }
  return closed;
}
