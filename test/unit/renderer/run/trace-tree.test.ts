import { expect, test } from 'vitest';
import { eventGroups, type EventGroup } from '../../../../renderer/run/event-look.ts';
import { closedAbove, filteredRows, traceRows, type TraceRow } from '../../../../renderer/run/trace-tree.ts';
import {
  called,
  createTraceMaker,
  ended,
  heard,
  matched,
  rejected,
  searched,
  sent,
  setTo,
  settled,
} from './trace-event.ts';

const exchange = () => {
  const make = createTraceMaker();
  return [
    make(heard('where is it')),
    make(searched('a', 'b'), { causedBy: 1 }),
    make(
      { kind: 'candidate.considered', intentId: 'b', speaker: 'USER', confidence: 0.1, threshold: 0.5 },
      { causedBy: 2, ref: 'b' },
    ),
    make(rejected('b'), { causedBy: 3, ref: 'b' }),
    make(matched('a'), { causedBy: 2, ref: 'a' }),
    make(called('e'), { causedBy: 5, ref: 'use' }),
    make(settled('e'), { causedBy: 6, ref: 'use' }),
    make(setTo('status', 'sent'), { causedBy: 7, ref: 'use' }),
    make(sent('It is sent.'), { causedBy: 5, ref: 'c' }),
    make(ended('a', 'c'), { causedBy: 1 }),
  ];
};
const drawn = (rows: readonly TraceRow[]): string[] =>
  rows.map(
    ({ event, depth, below, isOpen }) =>
      `${'  '.repeat(depth)}${event.kind}${below > 0 ? (isOpen ? ' -' : ` +${below}`) : ''}`,
  );

test('steps stand in order, and what they caused stands under them; a search is closed at first', () => {
  expect(drawn(traceRows(exchange(), new Set()))).toEqual([
    'utterance.received',
    'scope.entered +1',
    'intent.matched',
    'effect.requested -',
    '  effect.settled -',
    '    attribute.set',
    'message.sent',
    'exchange.ended',
  ]);
});

test('what is closed can be opened, and what is open closed', () => {
  const rows = drawn(traceRows(exchange(), new Set([2, 6])));
  expect(rows.slice(1, 6)).toEqual([
    'scope.entered -',
    '  candidate.considered -',
    '    candidate.rejected',
    'intent.matched',
    'effect.requested +1',
  ]);
});

test('an event that is out of sight names what must be opened', () => {
  expect(closedAbove(exchange(), 4, new Set())).toEqual([2]);
  expect(closedAbove(exchange(), 4, new Set([2, 3]))).toEqual([3]);
  expect(closedAbove(exchange(), 4, new Set([2]))).toEqual([]);
  expect(closedAbove(exchange(), 8, new Set([6, 7]))).toEqual([6, 7]);
});

test('an exchange whose beginning was let go of still has a tree', () => {
  const rest = exchange().slice(6);
  expect(drawn(traceRows(rest, new Set()))).toEqual([
    'effect.settled -',
    '  attribute.set',
    'message.sent',
    'exchange.ended',
  ]);
});

test('a filter lists what fits, flat, by words and by group', () => {
  const all = new Set(eventGroups.map(([group]) => group));
  const filter = (text: string, groups: ReadonlySet<EventGroup> = all) =>
    filteredRows(exchange(), { text, groups, wordsOf: ({ kind }) => `About ${kind}` }).map(({ event }) => event.seq);
  expect(filter('ATTRIBUTE')).toEqual([8]);
  expect(filter('', new Set(['actions', 'data']))).toEqual([6, 7, 8]);
  expect(filter('about', new Set(['talk']))).toEqual([1, 9]);
  expect(filter('nothing like it')).toEqual([]);
});

test('a chain of ten thousand causes is drawn', () => {
  const make = createTraceMaker();
  const chain = Array.from({ length: 10_000 }, (_, index) =>
    make(setTo('a', `${index}`), { causedBy: index === 0 ? null : index }),
  );
  const rows = traceRows(chain, new Set());
  expect([rows.length, rows.at(-1)?.depth]).toEqual([10_000, 9_999]);
});
