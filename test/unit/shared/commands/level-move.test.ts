import { describe, expect, test } from 'vitest';
import { withChanges, type Document, type RecordChange } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal, type PlainCommand } from '../../../builders/run-command.ts';

const talk = (): Document =>
  aScenario('Talk')
    .withConversation('A')
    .withScene('A1')
    .withTurn('one')
    .user('ask_a')
    .user('ask_b')
    .app('tell_a')
    .withTurn('two')
    .withTurn('three')
    .withScene('A2')
    .withConversation('B')
    .placed('one', 1, 2)
    .build();

const move = (id: string, parent: string, before: string | null = null): PlainCommand => ({
  kind: 'level.move',
  id,
  parent,
  before,
});
const childrenOf = (document: Document, parent: string) => document.children.get(parent) ?? [];

describe('a move', () => {
  test.each([
    ['three', 'one', ['three', 'one', 'two']],
    ['one', null, ['two', 'three', 'one']],
    ['one', 'three', ['two', 'one', 'three']],
    ['two', 'two', ['one', 'two', 'three']],
  ])('[C24] of %s ahead of %s gives %j and touches nobody else', (id, before, expected) => {
    const plan = planned(talk(), move(id, 'a1', before));
    expect(plan.diff.filter((change) => change.id !== id)).toEqual([]);
    expect(childrenOf(after(talk(), move(id, 'a1', before)), 'a1')).toEqual(expected);
  });

  test('[C24] to another frame takes everything inside along and leaves its place behind', () => {
    const document = after(talk(), move('one', 'a2'));
    expect([childrenOf(document, 'a1'), childrenOf(document, 'a2'), childrenOf(document, 'one')]).toEqual([
      ['two', 'three'],
      ['one'],
      ['ask_a', 'ask_b', 'tell_a'],
    ]);
    expect(document.tables.placements.has('one')).toBe(false);
    expect(after(talk(), move('one', 'a1')).tables.placements.has('one')).toBe(true);
  });

  test('[C24] of a scene or a conversation works the same', () => {
    const document = after(talk(), move('a1', 'b'), move('b', 'talk', 'a'));
    expect([childrenOf(document, 'talk'), childrenOf(document, 'b'), childrenOf(document, 'a')]).toEqual([
      ['b', 'a'],
      ['a1'],
      ['a2'],
    ]);
  });

  test('[C24] of an intent may change its bucket and is ordered among its new siblings', () => {
    const into = (id: string, before: string | null, bucket: 'request' | 'response'): PlainCommand => ({
      kind: 'level.move',
      id,
      parent: 'one',
      before,
      bucket,
    });
    expect(childrenOf(after(talk(), into('ask_b', null, 'response')), 'one')).toEqual(['ask_a', 'tell_a', 'ask_b']);
    expect(childrenOf(after(talk(), into('ask_b', 'tell_a', 'response')), 'one')).toEqual(['ask_a', 'ask_b', 'tell_a']);
    expect(refusal(talk(), into('ask_b', 'tell_a', 'request')).code).toBe('notFound');
  });

  test.each([
    ['a scene into itself', move('a1', 'a1'), 'notAllowed'],
    ['a conversation into its own scene', move('a', 'a1'), 'notAllowed'],
    ['a turn into a conversation', move('one', 'a'), 'notAllowed'],
    ['an intent into a message', move('ask_a', 'tell_a-message'), 'notAllowed'],
    ['into what is not there', move('one', 'gone'), 'notAllowed'],
    ['what is not there', move('gone', 'a1'), 'notFound'],
    ['the scenario', move('talk', 'a'), 'notAllowed'],
    ['ahead of what is elsewhere', move('one', 'a2', 'two'), 'notFound'],
  ])('[C5, C24] %s is refused', (_, command, code) => {
    expect(refusal(talk(), command).code).toBe(code);
  });
});

describe('keys without room', () => {
  const withOrders = (orders: Readonly<Record<string, string>>): Document => {
    const document = talk();
    const changes = Object.entries(orders).map(([id, order]) => {
      const before = document.tables.turns.get(id);
      return { table: 'turns', id, before, after: { ...before, order } } as RecordChange;
    });
    return withChanges(document, changes);
  };

  test.each([
    ['equal, as after a merge', { one: 'a0', two: 'a0', three: 'a0' }, ['one', 'three', 'two']],
    ['written by hand', { one: '', two: 'second', three: 'third!' }, ['one', 'two', 'three']],
    ['grown too long', { one: 'a0', two: `a0${'0'.repeat(150)}1`, three: 'a1' }, ['one', 'two', 'three']],
  ])('[C25] %s, are given anew in the same order', (_, orders, listed) => {
    const document = withOrders(orders);
    expect(childrenOf(document, 'a1')).toEqual(listed);
    const [first = '', second = '', third = ''] = listed;
    expect(childrenOf(after(document, move(third, 'a1', second)), 'a1')).toEqual([first, third, second]);
    expect(childrenOf(after(document, { kind: 'turn.add', scene: 'a1', name: 'four' }), 'a1')).toEqual([
      ...listed,
      'four',
    ]);
  });

  test('[C25] a thousand insertions at one spot never run out', () => {
    let document = talk();
    for (let count = 0; count < 1000; count += 1)
      document = after(document, move(count % 2 === 0 ? 'one' : 'two', 'a1', 'three'));
    expect(childrenOf(document, 'a1')).toEqual(['one', 'two', 'three']);
    expect(Math.max(...document.tables.turns.map(({ order }) => order.length).values())).toBeLessThanOrEqual(100);
  });
});
