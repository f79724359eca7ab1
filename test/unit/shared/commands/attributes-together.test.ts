import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { asId } from '../../../../shared/model/ids.ts';
import { usesByAttribute } from '../../../../shared/problems/attribute-uses.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { after, refusal } from '../../../builders/run-command.ts';

const shop = (): Document =>
  aScenario('Shop')
    .withAttribute('order_id', 'string', { example: 'A-1' })
    .withAttribute('orderId', 'string', { sensitive: true, description: 'Which order', example: 'A-2' })
    .withAttribute('orderIds')
    .withContext('basket', { values: { orderId: 'A-7', total: 3 } })
    .withContext('fixed', { lifetime: 'constant' })
    .withApiAction('look', { inputs: ['id'], outputs: { orderId: 'string' } })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where_is_it', {
      samples: ['where is {orderId}'],
      expects: ['user.order_id', 'user.orderId', 'session.total'],
      actions: [{ id: 'use', action: 'look', inputs: { id: { kind: 'reference', reference: 'basket.orderId' } } }],
    })
    .app('tell', { text: '{orderId} {session.orderIds}', conditions: [when('order_id', 'is_set')] })
    .build();

const ids = (...names: readonly string[]) => names.map((name) => asId<never>(name));

describe('merging attributes', () => {
  test('[C39] what said one of them says the one that is kept, in one step', () => {
    const merged = after(shop(), {
      kind: 'attributes.merge',
      keep: asId('order_id'),
      merged: ids('orderId', 'orderIds'),
    });
    expect([...merged.tables.attributes.values()]).toEqual([
      expect.objectContaining({ name: 'order_id', example: 'A-1', sensitive: true, description: 'Which order' }),
    ]);
    expect(merged.tables.intents.get('where_is_it')).toMatchObject({
      samples: ['where is {order_id}'],
      expectedAttributes: ['user.order_id', 'session.total'],
      actions: [{ inputs: { id: { reference: 'basket.order_id' } }, outputs: { orderId: 'order_id' } }],
    });
    expect(merged.tables.intents.get('tell')?.messages[0]?.blocks[0]).toMatchObject({
      text: '{order_id} {session.order_id}',
    });
    expect(merged.tables.contexts.get('basket')?.values).toEqual({ order_id: 'A-7', total: 3 });
    expect([...usesByAttribute(merged).keys()].filter((name) => name.startsWith('orderI'))).toEqual([]);
  });

  test('[C39] into itself, or with one that is gone, is refused', () => {
    expect(refusal(shop(), { kind: 'attributes.merge', keep: asId('order_id'), merged: ids('order_id') }).code).toBe(
      'invalid',
    );
    expect(refusal(shop(), { kind: 'attributes.merge', keep: asId('gone'), merged: [] }).code).toBe('notFound');
    expect(refusal(shop(), { kind: 'attributes.merge', keep: asId('order_id'), merged: ids('gone') }).code).toBe(
      'notFound',
    );
  });
});

describe('moving attributes', () => {
  test('[C40] every reference follows, spelled out or not, and other attributes stay', () => {
    const moved = after(shop(), { kind: 'attributes.move', names: ['orderId'], from: 'user', to: 'session' });
    expect(moved.tables.intents.get('where_is_it')).toMatchObject({
      expectedAttributes: ['user.order_id', 'session.orderId', 'session.total'],
      actions: [{ inputs: { id: { reference: 'basket.orderId' } }, outputs: { orderId: 'session.orderId' } }],
    });
    expect(moved.tables.intents.get('tell')?.messages[0]?.blocks[0]).toMatchObject({
      text: '{session.orderId} {session.orderIds}',
    });
  });

  test('[C40] what forms, buttons, slots and patterns send goes where it was moved to', () => {
    const form = aBlock({
      kind: 'form',
      text: 'Who?',
      callback: 'told',
      elements: [{ name: 'email' }, { name: 'age' }],
    });
    const buttons = aBlock({
      kind: 'button',
      text: 'Which?',
      buttons: [
        { text: 'Red', value: 'email.red@example.com', callback: 'PRESSED' },
        { text: 'Blue please', value: 'email.blue@example.com' },
      ],
    });
    const document = aScenario('Shop')
      .withAttribute('email')
      .withAttribute('age', 'int')
      .withContext('order')
      .withInterpreter('embedded', { PRESSED: 'pressed' })
      .withInterpreter(
        'rules',
        {},
        { kind: 'pattern', rules: [{ pattern: '(?P<email>\\S+)', intentId: 'read', captures: {} }] },
      )
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Who')
      .app('ask', { messages: [{ blocks: [form, buttons] }] })
      .user('told', { id: 'told-intent' })
      .user('pressed')
      .user('blue', { samples: ['blue please'] })
      .user('said', { samples: ['mail me at {email}'] })
      .user('read')
      .user('known', { samples: ['my mail is {email}'], expects: ['session.email'] })
      .user('stranger', { samples: ['hello'] })
      .app('tell', { text: '{email} {age}' })
      .build();
    const moved = after(document, { kind: 'attributes.move', names: ['email'], from: 'user', to: 'order' });
    const expected = [...moved.tables.intents.values()].map(({ intentId, expectedAttributes }) => [
      intentId,
      expectedAttributes,
    ]);
    expect(Object.fromEntries(expected)).toMatchObject({
      told: ['order.email'],
      pressed: ['order.email'],
      blue: ['order.email'],
      said: ['order.email'],
      read: ['order.email'],
      known: ['session.email'],
      stranger: [],
    });
    expect(moved.tables.intents.get('tell')?.messages[0]?.blocks[0]).toMatchObject({ text: '{order.email} {age}' });
    expect(usesByAttribute(moved).get('email')?.contexts).not.toContain('user');
    expect(usesByAttribute(moved).get('age')?.contexts).toEqual(['user']);
  });

  test('[C40] values at the start go along; all of a context can be moved', () => {
    const moved = after(shop(), { kind: 'attributes.move', names: null, from: 'basket', to: 'fixed' });
    expect(moved.tables.contexts.get('basket')?.values).toEqual({});
    expect(moved.tables.contexts.get('fixed')?.values).toEqual({ orderId: 'A-7', total: 3 });
    const constant = after(shop(), { kind: 'attributes.move', names: ['total'], from: 'basket', to: 'global' });
    expect(constant.tables.contexts.find(({ name }) => name === 'global')).toMatchObject({
      lifetime: 'constant',
      values: { total: 3 },
    });
    // user has no values at the start, so they stay where they are.
    const kept = after(shop(), { kind: 'attributes.move', names: null, from: 'basket', to: 'user' });
    expect(kept.tables.contexts.get('basket')?.values).toEqual({ orderId: 'A-7', total: 3 });
  });

  test('[C40] nothing goes into or out of what the engine fills', () => {
    const move = (from: string, to: string) => refusal(shop(), { kind: 'attributes.move', names: null, from, to }).code;
    expect(move('user', 'history')).toBe('invalid');
    expect(move('conversation', 'user')).toBe('invalid');
    expect(move('user', 'user')).toBe('invalid');
    expect(move('user', 'nowhere')).toBe('notFound');
  });
});
