import { expect, test } from 'vitest';
import { walkTalk, type Step } from '../../../../../renderer/canvas/gestures/walk-talk.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';

const document = aScenario()
  .withApiAction('lookUp')
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { actions: [{ id: 'use', action: 'lookUp' }] })
  .app('tell')
  .withTurn('bare')
  .withScene('other')
  .withTurn('more')
  .user('thanks')
  .withConversation('stock')
  .build();

test.each<[string, Step, string | null]>([
  ['where', 'next', 'tell'],
  ['tell', 'previous', 'where'],
  ['tell', 'next', 'bare'],
  ['thanks', 'previous', 'bare'],
  ['where', 'previous', null],
  ['thanks', 'next', 'stock'],
  ['bare', 'next', 'more'],
  ['more', 'previous', 'bare'],
  ['find', 'next', 'other'],
  ['orders', 'next', 'stock'],
  ['stock', 'next', null],
  ['where', 'out', 'ask'],
  ['ask', 'out', 'find'],
  ['find', 'out', 'orders'],
  ['orders', 'out', null],
  ['orders', 'in', 'find'],
  ['ask', 'in', 'where'],
  ['where', 'in', 'use'],
  ['use', 'out', 'where'],
  ['tell', 'in', null],
  ['gone', 'next', null],
])('from %s, %s leads to %s', (from, step, to) => {
  expect(walkTalk(document, from, step)).toBe(to);
});
