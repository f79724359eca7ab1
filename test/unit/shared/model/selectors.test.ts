import { describe, expect, test } from 'vitest';
import { attributeNamed } from '../../../../shared/model/selectors/attribute-named.ts';
import { findActionUse } from '../../../../shared/model/selectors/find-action-use.ts';
import { intentsOf } from '../../../../shared/model/selectors/intents-of.ts';
import { nameOf } from '../../../../shared/model/selectors/name-of.ts';
import { pathOf } from '../../../../shared/model/selectors/path-of.ts';
import { usesOfAction } from '../../../../shared/model/selectors/uses-of-action.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario('Order')
  .withAttribute('status')
  .withApiAction('lookUp', { mocks: [{ id: 'shipped', name: 'Shipped' }] })
  .withConversation('Orders')
  .withScene('Main', { description: 'x' })
  .withTurn('Where')
  .user('ask', {
    name: 'Ask for it',
    actions: [
      { id: 'use', action: 'lookUp' },
      { id: 'odd', action: 'gone' },
    ],
  })
  .app('tell', {
    messages: [
      { id: 'said', text: 'It is here\nor there' },
      { id: 'mute', text: '' },
    ],
  })
  .user('or_so')
  .withView('context', 'user')
  .withView('action', 'lookUp')
  .withNote('Look\nhere')
  .build();

describe('reading a document', () => {
  test('intents of a turn come by bucket, in order', () => {
    const ids = (bucket?: 'request' | 'response') => intentsOf(document, 'where', bucket).map(({ id }) => id);
    expect([ids(), ids('request'), ids('response')]).toEqual([['ask', 'or_so', 'tell'], ['ask', 'or_so'], ['tell']]);
    expect(intentsOf(document, 'gone')).toEqual([]);
  });

  test.each([
    ['order', ['order']],
    ['where', ['order', 'orders', 'main', 'where']],
    ['said', ['order', 'orders', 'main', 'where', 'tell', 'said']],
    ['use', ['order', 'orders', 'main', 'where', 'ask', 'use']],
    ['shipped', ['order', 'lookUp', 'shipped']],
    ['status', ['order', 'status']],
    ['gone', []],
  ])('the path of %s is %j', (id, path) => {
    expect(pathOf(document, id)).toEqual(path);
  });

  test.each([
    ['order', 'Order'],
    ['orders', 'Orders'],
    ['ask', 'Ask for it'],
    ['use', 'lookUp'],
    ['odd', 'gone'],
    ['said', 'It is here'],
    ['mute', 'mute'],
    ['shipped', 'Shipped'],
    ['user-view', 'user'],
    ['lookUp-view', 'lookUp'],
    ['note', 'Look'],
    ['nobody', 'nobody'],
  ])('%s is called %s', (id, name) => {
    expect(nameOf(document, id)).toBe(name);
  });

  test('uses of an action come with their intent', () => {
    expect(usesOfAction(document, 'lookUp').map(({ intent, use }) => [intent.id, use.id])).toEqual([['ask', 'use']]);
    expect(findActionUse(document, 'odd')).toMatchObject({ intent: { id: 'ask' }, use: { action: 'gone' } });
    expect([findActionUse(document, 'said'), findActionUse(document, 'gone')]).toEqual([undefined, undefined]);
  });

  test('attributes are found by name', () => {
    expect(attributeNamed(document, 'status')?.id).toBe('status');
    expect(attributeNamed(document, 'Status')).toBeUndefined();
  });
});
