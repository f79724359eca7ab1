import { expect, test } from 'vitest';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { tryUtterance } from '../../../../shared/understanding/try-utterance.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const program = compileScenario(
  aScenario('Shop')
    .withAttribute('order_id')
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Ask')
    .user('where', { samples: ['where is my order', 'track my order'] })
    .user('refund', { samples: ['give me a refund', 'i want my money back'] })
    .withTurn('Number', { id: 'number-turn', behaviors: [] })
    .app('which')
    .user('number', { samples: ['it is {session.order_id}'], expects: ['session.order_id'] })
    .build(),
);
const everywhere = { kind: 'everywhere' } as const;

test('the ranking says who is taken, what is needed, and what decided', () => {
  const trial = tryUtterance(program, 'where is my blue order', everywhere);
  expect(trial).toMatchObject({ chosen: 'where', sample: 'where is my order', candidates: 3, readElsewhere: 0 });
  expect(trial.ranking[0]).toMatchObject({
    intentId: 'where',
    intent: 'where',
    threshold: 0.5,
    because: 'like “where is my order”',
  });
  expect(trial.gap).toBeCloseTo((trial.ranking[0]?.confidence ?? 0) - (trial.ranking[1]?.confidence ?? 0), 4);
});

test('the words say what they weighed, and together they are the utterance', () => {
  const { parts } = tryUtterance(program, 'Where is my BLUE order?', everywhere);
  expect(parts.map(({ text }) => text).join('')).toBe('Where is my BLUE order?');
  expect(parts.filter(({ unknown }) => unknown).map(({ text }) => text)).toEqual(['BLUE']);
  expect(parts.find(({ text }) => text === 'Where')?.weight).toBeGreaterThan(0);
  expect(Math.max(...parts.map(({ weight }) => Math.abs(weight ?? 0)))).toBe(1);
});

test('at a place only what is listened for there is thought of, and values are found', () => {
  const start = tryUtterance(program, 'it is A-77', { kind: 'place', place: null });
  expect([start.chosen, start.candidates]).toEqual([null, 2]);
  const asked = tryUtterance(program, 'it is A-77', {
    kind: 'place',
    place: {
      conversation: 'orders',
      scene: 'desk',
      turn: 'number-turn',
      intent: 'which',
      midTurn: true,
      previous: 'which',
    },
  });
  expect(asked).toMatchObject({
    chosen: 'number',
    candidates: 1,
    gap: null,
    ranking: [{ intentId: 'number', attributes: { order_id: 'A-77' } }],
  });
});

test('the same words are certain, and there is nothing to weigh', () => {
  const { ranking, parts, sample } = tryUtterance(program, 'track my order!', everywhere);
  expect(ranking[0]).toMatchObject({ confidence: 1, because: 'the same as “track my order”' });
  expect([parts.every(({ weight }) => weight === null), sample]).toEqual([true, null]);
});

test('what has nothing in common with anything is not understood', () => {
  expect(tryUtterance(program, 'zzz qqq', everywhere)).toMatchObject({ chosen: null, sample: null });
});

test('days are read by the clock of whoever tries', () => {
  const booking = compileScenario(
    aScenario('Table')
      .withAttribute('day', 'timestamp')
      .withConversation('Booking')
      .withScene('Desk')
      .withTurn('Ask')
      .user('book', { samples: ['a table for {session.day}'], expects: ['session.day'] })
      .build(),
  );
  const at = Date.UTC(2027, 0, 31, 23, 30);
  const dayIn = (zone: string): unknown =>
    tryUtterance(booking, 'a table for tomorrow at 5 pm', everywhere, { at, zone }).ranking[0]?.attributes['day'];
  expect(new Date(Number(dayIn('UTC')) * 1000).toISOString()).toBe('2027-02-01T17:00:00.000Z');
  // In Athens the first of February has begun.
  expect(new Date(Number(dayIn('Europe/Athens')) * 1000).toISOString()).toBe('2027-02-02T15:00:00.000Z');
});
