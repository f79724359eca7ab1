import { expect, test } from 'vitest';
import { appendEvents, eventWith, exchangeWith, type ExchangeTrace } from '../../../../renderer/state/run-trace.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { createTraceMaker, heard } from '../run/trace-event.ts';

const some = (make: ReturnType<typeof createTraceMaker>, exchange: number, count: number): TraceEvent[] =>
  Array.from({ length: count }, (_, index) => make(heard(`${index}`), { exchange }));
const sizes = (trace: readonly ExchangeTrace[]): number[][] =>
  trace.map(({ exchange, events }) => [exchange, events.length]);

test('events are kept by exchange, in order, whatever batches they come in', () => {
  const make = createTraceMaker();
  const events = [...some(make, 0, 2), ...some(make, 1, 5), ...some(make, 2, 3)];
  const cuts = [0, 1, 4, 8, 10];
  let trace: readonly ExchangeTrace[] = [];
  for (const [index, from] of cuts.entries()) trace = appendEvents(trace, events.slice(from, cuts[index + 1]));
  expect(sizes(trace)).toEqual([
    [0, 2],
    [1, 5],
    [2, 3],
  ]);
  expect(trace.flatMap((one) => one.events)).toEqual(events);
});

test('an exchange that is over is never copied again', () => {
  const make = createTraceMaker();
  const before = appendEvents([], [...some(make, 1, 50), ...some(make, 2, 50)]);
  const after = appendEvents(before, some(make, 2, 1));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(before[1]?.events).toHaveLength(50);
});

test('every event is found by its number, also after old ones are gone', () => {
  const make = createTraceMaker();
  let trace: readonly ExchangeTrace[] = [];
  for (let exchange = 1; exchange <= 40; exchange += 1)
    trace = appendEvents(trace, some(make, exchange, 3), { exchanges: 10, events: 1000 });
  expect(trace.map(({ exchange }) => exchange)).toEqual([31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
  expect([91, 105, 120].map((seq) => eventWith(trace, seq)?.seq)).toEqual([91, 105, 120]);
  expect([0, 1, 90, 121].map((seq) => eventWith(trace, seq))).toEqual([undefined, undefined, undefined, undefined]);
  expect(exchangeWith(trace, 93)?.exchange).toBe(31);
  expect(exchangeWith([], 1)).toBeUndefined();
});

test('an endless talk keeps a bounded number of events, and the newest exchange whole', () => {
  const make = createTraceMaker();
  let trace: readonly ExchangeTrace[] = [];
  for (let exchange = 1; exchange <= 200; exchange += 1)
    trace = appendEvents(trace, some(make, exchange, 7), { exchanges: 1000, events: 100 });
  const kept = trace.reduce((sum, { events }) => sum + events.length, 0);
  expect(kept).toBe(98);
  const long = appendEvents(trace, some(make, 201, 500), { exchanges: 1000, events: 100 });
  expect(sizes(long)).toEqual([[201, 500]]);
});
