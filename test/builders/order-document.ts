import type { Document } from '../../shared/model/document.ts';
import { aScenario } from './a-scenario.ts';
import { all, value, when } from './conditions.ts';

/** A small document with a record of every kind, for tests about files. */
export const orderDocument = (): Document =>
  aScenario('Order')
    .withAttribute('status')
    .withContext('basket', { values: { total: 1.5 } })
    .withIntegration('shop', { baseUrl: 'https://shop.example' })
    .withApiAction('lookUp', {
      inputs: ['orderId'],
      outputs: { status: 'string' },
      request: { path: '/orders/$orderId' },
      mocks: [{ id: 'shipped', when: { orderId: '17' }, body: { status: 'shipped' } }],
    })
    .withSetAttributesAction('remember', { 'session.seen': value(true) })
    .withInterpreter('greeter', { WELCOME: 'intent.core.welcome' })
    .withConversation('Orders', { conditions: [all(when('user.status', 'is_set'))] })
    .withScene('Main')
    .withTurn('Where')
    .user('ask', { samples: ['where is it'], actions: [{ id: 'use', action: 'lookUp' }], expects: ['user.status'] })
    .app('tell', { text: 'It is {user.status}', transition: 'orders' })
    .withTest('Happy', [
      { kind: 'say', text: 'where is it' },
      { kind: 'expect', intentId: 'tell', text: '' },
    ])
    .placed('orders', 10, 20)
    .withView('context', 'user', 1, 2)
    .withNote('look here')
    .build();
