import { expect, test } from 'vitest';
import { dropMove, stepMove, type LevelMove } from '../../../../renderer/outline/outline-moves.ts';
import { childIds, type Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';

const document = aScenario()
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('first')
  .user('second')
  .app('answer')
  .withTurn('again')
  .user('third')
  .withScene('empty')
  .withConversation('refunds')
  .build();

const carried = (move: LevelMove | null, from: Document = document): Document => {
  if (move === null) throw new Error('the move is possible');
  return after(from, move);
};
const bucketOf = (at: Document, id: string): string | undefined => at.tables.intents.get(id)?.bucket;

test('one place up or down among siblings', () => {
  const down = carried(stepMove(document, 'first', 1));
  expect(childIds(down, 'ask')).toEqual(['second', 'first', 'answer']);
  expect(childIds(carried(stepMove(down, 'first', -1), down), 'ask')).toEqual(['first', 'second', 'answer']);
});

test('an intent that passes one of the other side takes its side', () => {
  const down = carried(stepMove(document, 'second', 1));
  expect(childIds(down, 'ask')).toEqual(['first', 'answer', 'second']);
  expect(bucketOf(down, 'second')).toBe('response');
  const up = carried(stepMove(down, 'second', -1), down);
  expect([childIds(up, 'ask'), bucketOf(up, 'second')]).toEqual([['first', 'second', 'answer'], 'response']);
});

test('at the end of its siblings it goes on in the next parent, and stops where there is none', () => {
  const down = carried(stepMove(document, 'answer', 1));
  expect(childIds(down, 'again')).toEqual(['answer', 'third']);
  const up = carried(stepMove(document, 'again', -1));
  expect(childIds(up, 'status')).toEqual(['again', 'ask']);
  expect(childIds(carried(stepMove(document, 'again', 1)), 'empty')).toEqual(['again']);
  expect([stepMove(document, 'orders', -1), stepMove(document, 'refunds', 1)]).toEqual([null, null]);
});

test('a drop goes beside its kind or into the level that holds it, and nowhere else', () => {
  expect(childIds(carried(dropMove(document, 'third', { id: 'second', where: 'before' })), 'ask')).toEqual([
    'first',
    'third',
    'second',
    'answer',
  ]);
  expect(childIds(carried(dropMove(document, 'ask', { id: 'empty', where: 'inside' })), 'empty')).toEqual(['ask']);
  expect(childIds(carried(dropMove(document, 'orders', { id: 'refunds', where: 'after' })), 'scenario')).toEqual([
    'refunds',
    'orders',
  ]);
  expect(dropMove(document, 'third', { id: 'status', where: 'inside' })).toBeNull();
  expect(dropMove(document, 'third', { id: 'ask', where: 'before' })).toBeNull();
  expect(dropMove(document, 'orders', { id: 'ask', where: 'inside' })).toBeNull();
  expect(dropMove(document, 'ask', { id: 'ask', where: 'after' })).toBeNull();
});
