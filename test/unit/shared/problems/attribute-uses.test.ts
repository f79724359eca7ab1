import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { attributeFindings, duplicateAttributes, plainName } from '../../../../shared/problems/attribute-findings.ts';
import { usesOfAttribute } from '../../../../shared/problems/attribute-uses.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { reference, value, when } from '../../../builders/conditions.ts';

const said = (document: Document, name: string): string[] => {
  const { setBy, readBy, mentioned } = usesOfAttribute(document, name);
  return [...setBy, ...readBy, ...mentioned]
    .map(({ access, field, context }) => `${access} ${field} ${context}`)
    .sort();
};

const talk = (): Document =>
  aScenario('Shop')
    .withContext('basket', { values: { code: 'A' } })
    .withInterpreter(
      'rules',
      {},
      {
        kind: 'pattern',
        rules: [{ pattern: '(?P<code>[A-Z]) ([0-9])', intentId: 'ask', captures: { '2': 'amount' } }],
      },
    )
    .withIntegration('Desk', { baseUrl: 'https://{session.code}' })
    .withApiAction('look', {
      outputs: { code: 'string' },
      onFailure: { message: '', outputs: { amount: 0 } },
      request: { body: { kind: 'json', text: '{"a": "{basket.code | replace x @user.amount}"}' } },
    })
    .withAction('workflow', 'flow', {
      inputs: [{ name: 'code' }],
      steps: [{ kind: 'action', name: 'a', action: 'look', inputs: { x: reference('args.code') } }],
    })
    .withTest('Sent', [{ kind: 'say', text: 'A', value: 'code.7', fields: { amount: 1 } }])
    .withConversation('Orders', { conditions: [when('session.code', 'is_set')] })
    .withScene('Main')
    .withTurn('Where')
    .user('ask', {
      samples: ['it is {code}'],
      expects: ['session.amount'],
      actions: ['look'],
      sets: { code: 'amount' },
    })
    .app('tell', {
      messages: [
        { text: 'x', buttons: [{ text: 'y', value: 'code.red' }], translations: { de: { y: '{code}' } } },
        {
          blocks: [
            aBlock({ kind: 'form', elements: [{ name: 'code', optionsFrom: 'session.amount' }] }),
            aBlock({ kind: 'datePicker', attribute: 'amount' }),
          ],
        },
      ],
    })
    .build();

describe('where an attribute is set and read', () => {
  test('is told of every place, spelled out or implied; what a workflow calls its own is none', () => {
    expect(said(talk(), 'code')).toEqual([
      'mention steps user',
      'read baseUrl session',
      'read conditions session',
      'read request.body basket',
      'read translations user',
      'write blocks user',
      'write buttons user',
      'write outputs user',
      'write rules user',
      'write samples user',
      'write setAttributes user',
      'write values basket',
    ]);
    expect(said(talk(), 'amount')).toEqual([
      'mention steps user',
      'read blocks session',
      'read request.body user',
      'read setAttributes user',
      'write blocks session',
      'write expectedAttributes session',
      'write outputs user',
      'write rules session',
    ]);
    expect(usesOfAttribute(talk(), 'code').contexts).toEqual(['basket', 'session', 'user']);
    expect(said(talk(), 'look_action_success')).toEqual(['write outcome user']);
  });

  test('a reference an integration or a filter makes is checked like any other', () => {
    const document = aScenario('Shop')
      .withIntegration('Desk', { baseUrl: 'https://{user.nobody}' })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', { samples: ['hi'] })
      .app('tell', { text: '{utterance_text | replace a @user.nothing}' })
      .build();
    const sentences = checkScenario(document).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => sentence.startsWith('Nothing sets'))).toEqual([
      expect.stringContaining('{user.nobody}'),
      expect.stringContaining('{user.nothing}'),
    ]);
  });

  test('a constant of a context of one’s own cannot be written either', () => {
    const document = aScenario('Shop')
      .withAttribute('rate')
      .withContext('rates', { lifetime: 'constant', values: { rate: 1 } })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', { samples: ['hi'], sets: { 'rates.rate': value(2) } })
      .app('tell', { text: '{rates.rate}' })
      .build();
    expect(checkScenario(document)).toEqual([
      expect.objectContaining({ code: 'P014-writes-read-only-context', field: 'setAttributes' }),
    ]);
  });
});

describe('what may be wrong with an attribute', () => {
  test('names are alike but for capitals, underscores and a plural', () => {
    expect(['orderIDs', 'order_id', 'OrderId'].map(plainName)).toEqual(['orderid', 'orderid', 'orderid']);
    expect(['categories', 'category'].map(plainName)).toEqual(['category', 'category']);
    expect(['status', 'address', 'is', 'ties'].map(plainName)).toEqual(['status', 'address', 'is', 'tie']);
  });

  test('unused, never set, never read, and those that seem to be one', () => {
    const document = aScenario('Shop')
      .withAttribute('unused')
      .withAttribute('asked')
      .withAttribute('given')
      .withAttribute('order_id')
      .withAttribute('orderId')
      .withAttribute('order_ids', 'string[]')
      .withAttribute('cart_item')
      .withAttribute('cartItem')
      .withAttribute('utterance_text')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', { samples: ['hi'], expects: ['given', 'user.order_id', 'user.cart_item', 'session.cartItem'] })
      .app('tell', { text: '{asked} {user.order_id} {user.cart_item} {session.cartItem}' })
      .build();
    expect(Object.fromEntries(attributeFindings(document))).toEqual({
      unused: ['unused'],
      asked: ['neverSet'],
      given: ['neverRead'],
      order_id: ['duplicate'],
      orderId: ['unused', 'duplicate'],
      order_ids: ['unused'],
      // Kept apart by context.
      cart_item: [],
      cartItem: [],
      // Parley fills it.
      utterance_text: [],
    });
    expect(duplicateAttributes(document).map((group) => group.map(({ name }) => name))).toEqual([
      ['orderId', 'order_id'],
    ]);
  });
});
