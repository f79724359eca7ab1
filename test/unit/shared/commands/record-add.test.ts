import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { testsInOrder } from '../../../../shared/model/selectors/tests-in-order.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, refusal } from '../../../builders/run-command.ts';

const order = (): Document =>
  aScenario('Order')
    .withAttribute('status')
    .withContext('basket')
    .withApiAction('lookUpOrder', { mocks: [{}] })
    .build();

describe('things beside the talk', () => {
  test('[C18] are added with defaults', () => {
    const document = after(
      order(),
      { kind: 'attribute.add', name: 'order_id', type: 'int' },
      { kind: 'integration.add', name: 'Shop service' },
      { kind: 'interpreter.add', name: 'Greeter' },
      { kind: 'mock.add', action: 'lookUpOrder', name: 'Not there' },
      { kind: 'note.add', text: 'look', at: { x: 1, y: 2 } },
    );
    const { attributes, integrations, interpreters, mocks, notes } = document.tables;
    expect(attributes.get('order-id')).toMatchObject({ name: 'order_id', type: 'int', sensitive: false });
    expect(integrations.get('shop-service')).toMatchObject({ name: 'Shop service', authentication: { kind: 'none' } });
    expect(interpreters.get('greeter')).toEqual({ id: 'greeter', kind: 'embedded', name: 'Greeter', callbacks: {} });
    expect(mocks.get('look-up-order-not-there')).toMatchObject({
      action: 'lookUpOrder',
      name: 'Not there',
      status: 200,
    });
    expect(document.children.get('lookUpOrder')).toEqual(['lookUpOrder-example', 'look-up-order-not-there']);
    expect(notes.get('note')).toEqual({ id: 'note', text: 'look', x: 1, y: 2, width: 200, height: 120 });
  });

  test('[C37] a conversation test goes behind those there are, with its steps', () => {
    const steps = [{ kind: 'say', text: 'hello' }] as const;
    const document = after(
      order(),
      { kind: 'test.add', name: 'Greets', steps },
      { kind: 'test.add', name: 'Greets', steps: [] },
    );
    expect(testsInOrder(document.tables.tests.values())).toMatchObject([
      { id: 'greets', name: 'Greets', steps },
      { id: 'greets-2', name: 'Greets', steps: [] },
    ]);
  });

  test('[C5, C18] are refused when their name is taken or what they belong to is gone', () => {
    expect(refusal(order(), { kind: 'attribute.add', name: 'status', type: 'int' })).toEqual({
      code: 'taken',
      ref: 'status',
      sentence: 'There is already an attribute called "status".',
    });
    expect(refusal(order(), { kind: 'mock.add', action: 'gone', name: 'x' }).code).toBe('notFound');
  });

  test('[C18] an example answer begins with what the action gives, where it looks for it', () => {
    const outputs = [
      { name: 'status', type: 'string', description: '', from: '', sensitive: false },
      { name: 'left', type: 'int', description: '', from: 'stock.left', sensitive: false },
      { name: 'days', type: 'timestamp[]', description: '', from: 'stock.days', sensitive: false },
      { name: 'first', type: 'string', description: '', from: 'lines[0].name', sensitive: false },
    ] as const;
    const asked = after(order(), { kind: 'record.update', table: 'actions', id: 'lookUpOrder', changes: { outputs } });
    const mocks = after(asked, { kind: 'mock.add', action: 'lookUpOrder', name: 'All well' }).tables.mocks;
    expect(mocks.find(({ name }) => name === 'All well')?.body).toEqual({
      status: 'text',
      stock: { left: 1, days: ['2026-01-01T12:00:00Z'] },
    });
  });

  test.each([
    ['basket', 'basket_2', 'session'],
    ['user', 'user_2', 'session'],
    ['global', 'global', 'constant'],
    ['My bäsket', 'my_basket', 'session'],
    ['2nd', 'context_2nd', 'session'],
    ['', 'context', 'session'],
  ])('[C18] a context called %j becomes %s', (name, expected, lifetime) => {
    const added = after(order(), { kind: 'context.add', name }).tables.contexts.find(
      (context) => context.name !== 'basket',
    );
    expect(added).toMatchObject({ name: expected, lifetime, values: {} });
  });

  test('[C19] a context is shown as often as wanted, when it exists', () => {
    const show = (context: string) => ({ kind: 'context.show', context, at: { x: 3, y: 4 } }) as const;
    expect(
      after(order(), show('user'), show('user'), show('basket'))
        .tables.views.map(({ shows }) => shows)
        .toJS(),
    ).toEqual({
      'user-view': 'user',
      'user-view-2': 'user',
      'basket-view': 'basket',
    });
    expect(refusal(order(), show('shop'))).toMatchObject({ code: 'notFound', ref: 'shop' });
  });
});
