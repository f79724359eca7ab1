import { expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal } from '../../../builders/run-command.ts';

const shop = () =>
  aScenario('Shop')
    .withApiAction('getOrder', {
      request: { path: '/orders/$id' },
      mocks: [{ id: 'way', name: 'On its way', body: { status: 'shipped' } }],
    })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where', { actions: ['getOrder'] })
    .app('tell', { text: 'Worked: {user.getOrder_action_success}, {user.getOrder_status_code}' })
    .build();

test('[C36] a duplicate is the same under a free name, with its example answers, and on the canvas', () => {
  const command = { kind: 'action.duplicate', action: 'getOrder', at: { x: 3, y: 4 } } as const;
  const document = after(shop(), command, command);
  const { getOrder, ...copies } = document.tables.actions.toJS();
  expect(Object.values(copies)).toEqual([
    { ...getOrder, id: 'get-order-copy', name: 'getOrderCopy' },
    { ...getOrder, id: 'get-order-copy2', name: 'getOrderCopy2' },
  ]);
  const mocks = [...document.tables.mocks.values()];
  expect(mocks.map(({ action, name }) => [action, name])).toEqual(
    expect.arrayContaining([
      ['getOrder', 'On its way'],
      ['get-order-copy', 'On its way'],
      ['get-order-copy2', 'On its way'],
    ]),
  );
  expect(new Set(mocks.map(({ id }) => id)).size).toBe(3);
  expect(document.tables.views.get('get-order-copy-view')).toMatchObject({ shows: 'get-order-copy', x: 3, y: 4 });
  expect(planned(shop(), command)).toMatchObject({ label: 'Duplicate action', select: ['get-order-copy-view'] });
  expect(refusal(shop(), { kind: 'action.duplicate', action: 'gone' }).code).toBe('notFound');
});

test('[C23] what asks how a renamed action ended goes on asking that', () => {
  const renamed = after(shop(), { kind: 'record.update', table: 'actions', id: 'getOrder', changes: { name: 'find' } });
  const told = JSON.stringify(renamed.tables.intents.get('tell'));
  expect(told).toContain('Worked: {user.find_action_success}, {user.find_status_code}');
  expect(renamed.tables.actions.get('getOrder')?.name).toBe('find');
});

test('[C20] an optional field can be taken away again', () => {
  const command = {
    kind: 'record.update',
    table: 'actions',
    id: 'getOrder',
    changes: { retry: { times: 3, wait: 10, factor: 2, statuses: [503] } },
  } as const;
  const retried = after(shop(), command);
  expect(retried.tables.actions.get('getOrder')?.retry?.times).toBe(3);
  const plain = after(retried, { ...command, changes: {}, without: ['retry'] });
  expect(plain.tables.actions.get('getOrder')).toEqual(shop().tables.actions.get('getOrder'));
});
