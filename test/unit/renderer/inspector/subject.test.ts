import { expect, test } from 'vitest';
import { subjectKey, subjectOf } from '../../../../renderer/inspector/subject.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario('Shop')
  .withContext('basket')
  .withApiAction('getOrder', { mocks: [{ id: 'example' }] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { actions: [{ id: 'use', action: 'getOrder' }] })
  .app('tell', { text: 'Here.' })
  .withView('context', 'basket')
  .withView('action', 'getOrder')
  .build();

test.each([
  [[], { kind: 'scenario' }],
  [['shop'], { kind: 'scenario' }],
  [['gone'], { kind: 'scenario' }],
  [['orders'], { kind: 'conversations', id: 'orders' }],
  [['tell'], { kind: 'intents', id: 'tell', message: null }],
  [['tell-message'], { kind: 'intents', id: 'tell', message: 'tell-message' }],
  [['use'], { kind: 'use', id: 'use' }],
  [['example'], { kind: 'actions', id: 'getOrder', view: null }],
  [['getOrder-view'], { kind: 'actions', id: 'getOrder', view: 'getOrder-view' }],
  [['basket-view'], { kind: 'context', name: 'basket', view: 'basket-view' }],
  [['basket'], { kind: 'context', name: 'basket', view: null }],
  [['ask', 'gone', 'where'], { kind: 'several', ids: ['ask', 'where'] }],
])('%j leads to %j', (selection, subject) => {
  expect(subjectOf(document, selection)).toEqual(subject);
});

test('ids that lead to one subject share its form', () => {
  const keys = (...ids: string[]) => new Set(ids.map((id) => subjectKey(subjectOf(document, [id]))));
  expect(keys('tell', 'tell-message').size).toBe(1);
  expect(keys('basket', 'basket-view').size).toBe(1);
  expect(keys('getOrder', 'getOrder-view', 'example').size).toBe(1);
  expect(keys('tell', 'where', 'use', 'ask').size).toBe(4);
});
