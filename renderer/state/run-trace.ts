import type { TraceEvent } from '../../shared/engine/trace-event.ts';

/** The events of one exchange, in order. */
export type ExchangeTrace = { readonly exchange: number; readonly events: readonly TraceEvent[] };

/** What an endless talk may keep in the window. */
export type TraceLimits = { readonly exchanges: number; readonly events: number };
export const traceLimits: TraceLimits = { exchanges: 2000, events: 100_000 };

/**
 * Adds events to the trace. Only the exchange they belong to is copied, and the oldest exchanges go once there are too
 * many, so that the cost of an event stays the same however long the talk is.
 */
export function appendEvents(
  exchanges: readonly ExchangeTrace[],
  events: readonly TraceEvent[],
  limits: TraceLimits = traceLimits,
): readonly ExchangeTrace[] {
  if (events.length === 0) return exchanges;
  const kept = [...exchanges];
  for (let from = 0; from < events.length;) {
    const exchange = events[from]?.exchange ?? 0;
    let to = from + 1;
    while (to < events.length && events[to]?.exchange === exchange) to += 1;
    const part = events.slice(from, to);
    const last = kept.at(-1);
    if (last?.exchange === exchange) kept[kept.length - 1] = { exchange, events: [...last.events, ...part] };
    else kept.push({ exchange, events: part });
    from = to;
  }
  return withinLimits(kept, limits);
}

function withinLimits(exchanges: ExchangeTrace[], limits: TraceLimits): readonly ExchangeTrace[] {
  const [first, last] = [exchanges[0]?.events[0], exchanges.at(-1)?.events.at(-1)];
  // `seq` is dense, so the ends tell how many there are.
  let count = first === undefined || last === undefined ? 0 : last.seq - first.seq + 1;
  let dropped = 0;
  while (exchanges.length - dropped > limits.exchanges || (count > limits.events && dropped < exchanges.length - 1)) {
    count -= exchanges[dropped]?.events.length ?? 0;
    dropped += 1;
  }
  return dropped === 0 ? exchanges : exchanges.slice(dropped);
}

/** The exchange that holds an event, found by halving. */
export function exchangeWith(exchanges: readonly ExchangeTrace[], seq: number): ExchangeTrace | undefined {
  let [low, high] = [0, exchanges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((exchanges[middle]?.events[0]?.seq ?? 0) <= seq) low = middle;
    else high = middle - 1;
  }
  const found = exchanges[low];
  return found !== undefined && eventIn(found, seq) !== undefined ? found : undefined;
}

export const eventIn = ({ events }: ExchangeTrace, seq: number): TraceEvent | undefined =>
  events[seq - (events[0]?.seq ?? 0)];

export function eventWith(exchanges: readonly ExchangeTrace[], seq: number): TraceEvent | undefined {
  const exchange = exchangeWith(exchanges, seq);
  return exchange === undefined ? undefined : eventIn(exchange, seq);
}
