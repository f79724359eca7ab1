import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { reference, value } from '../../../builders/conditions.ts';
import { after, planned, refusal, type PlainCommand } from '../../../builders/run-command.ts';

const order = (): Document =>
  aScenario('Order')
    .withAttribute('known', 'int')
    .withApiAction('lookUp', { inputs: ['orderId', 'email'], outputs: { total: 'float', lines: 'composite[]' } })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('ask', { actions: [{ id: 'use', action: 'lookUp' }], expects: ['user.known'] })
    .app('tell', { transition: { conversation: 'orders' as never } })
    .build();

const useIn = (document: Document) => document.tables.intents.get('ask')?.actions[0];

describe('mappings', () => {
  test('[C28] an input is read from an operand until it is not', () => {
    const map = (input: string, operand: ReturnType<typeof value> | null): PlainCommand => ({
      kind: 'input.map',
      use: 'use',
      input,
      operand,
    });
    const mapped = after(order(), map('orderId', reference('user.order_id')), map('email', value({ a: [1] })));
    expect(JSON.stringify(useIn(mapped)?.inputs)).toBe(
      '{"email":{"kind":"value","value":{"a":[1]}},"orderId":{"kind":"reference","reference":"user.order_id"}}',
    );
    expect(useIn(after(mapped, map('email', null)))?.inputs).toEqual({ orderId: reference('user.order_id') });
    expect(planned(mapped, map('orderId', null)).label).toBe('Unmap input');
  });

  test('[C28] an output goes to a reference, whose attribute gets its type when it is new', () => {
    const map = (output: string, target: string | null): PlainCommand => ({
      kind: 'output.map',
      use: 'use',
      output,
      reference: target,
    });
    const mapped = after(
      order(),
      map('total', 'session.order_total'),
      map('lines', 'user.known'),
      map('odd', "user.box['x']"),
    );
    expect(useIn(mapped)?.outputs).toEqual({ lines: 'user.known', odd: "user.box['x']", total: 'session.order_total' });
    expect(mapped.tables.attributes.map(({ type }) => type).toJS()).toEqual({
      known: 'int',
      'order-total': 'float',
      box: 'json',
    });
    expect(useIn(after(mapped, map('total', null)))?.outputs).toEqual({ lines: 'user.known', odd: "user.box['x']" });
    expect(after(order(), map('total', 'user.action_success')).tables.attributes.size).toBe(1);
  });

  test('[C5, C28] that make no sense are refused', () => {
    const inputs = (use: string, input: string) =>
      refusal(order(), { kind: 'input.map', use, input, operand: value(1) });
    expect(inputs('gone', 'orderId').code).toBe('notFound');
    expect(inputs('use', '__proto__').code).toBe('invalid');
    expect(refusal(order(), { kind: 'output.map', use: 'use', output: 'total', reference: 'user.' })).toMatchObject({
      code: 'invalid',
      ref: 'use',
    });
  });

  test('[C29] an intent expects an attribute once, or stops', () => {
    const expecting = (target: string, expected = true): PlainCommand => ({
      kind: 'intent.expect',
      intent: 'ask',
      reference: target,
      expected,
    });
    const document = after(order(), expecting('user.email'), expecting('user.email'), expecting('user.known', false));
    expect(document.tables.intents.get('ask')?.expectedAttributes).toEqual(['user.email']);
    expect(document.tables.attributes.get('email')?.type).toBe('string');
    expect(planned(order(), expecting('user.known')).diff).toEqual([]);
    expect(planned(order(), expecting('user.other', false)).diff).toEqual([]);
    expect(refusal(order(), expecting('no good')).code).toBe('invalid');
  });

  test('[C27] a transition names only where it leads', () => {
    const lead = (target: string | null): PlainCommand => ({ kind: 'transition.set', intent: 'tell', target });
    const transition = (document: Document) => document.tables.intents.get('tell')?.transition;
    const nowhere = { conversation: null, scene: null, turn: null };
    expect(transition(after(order(), lead('where')))).toEqual({ ...nowhere, turn: 'where' });
    expect(transition(after(order(), lead('main')))).toEqual({ ...nowhere, scene: 'main' });
    expect(transition(after(order(), lead('orders')))).toEqual({ ...nowhere, conversation: 'orders' });
    expect(transition(after(order(), lead(null)))).toBeNull();
    expect(refusal(order(), lead('ask')).code).toBe('notAllowed');
    expect(refusal(order(), lead('gone')).code).toBe('notFound');
  });
});
