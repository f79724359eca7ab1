// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { value } from '../../../builders/conditions.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withAttribute('email')
  .withApiAction('getOrder', {
    inputs: [{ name: 'limit', type: 'int', required: false }],
    outputs: { order_status: 'string', is_late: 'boolean' },
    request: { baseUrl: 'https://example.com', path: '/orders/$orderId' },
  })
  .withSetAttributesAction('forget', {})
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', {
    samples: ['where is it'],
    actions: [{ id: 'look-up', action: 'getOrder', inputs: { orderId: 'user.order_id' } }],
  })
  .build();
const use = (studio: Parameters<typeof intentIn>[0]) => intentIn(studio, 'where_is_order').actions[0];

test('each input is read from a reference or from a value of its type', async () => {
  const studio = inspect(document, ['look-up']);
  await userEvent.clear(field('orderId'));
  await userEvent.type(field('orderId'), 'user.email');
  expect(use(studio)?.inputs).toEqual({ orderId: { kind: 'reference', reference: 'user.email' } });
  expect(depth(studio)).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'limit: an attribute. Write a value instead' }));
  await userEvent.type(field('limit'), '12');
  expect(use(studio)?.inputs['limit']).toEqual(value(12));
  await userEvent.type(field('limit'), ' orders');
  expect(screen.getByText('Expected a number.')).toBeTruthy();
  expect(use(studio)?.inputs['limit']).toEqual(value(12));
});

test('an emptied input is unmapped, and says that it is needed', async () => {
  const studio = inspect(document, ['look-up']);
  await userEvent.clear(field('orderId'));
  expect(use(studio)?.inputs).toEqual({});
  // The first one closes what is offered.
  await userEvent.keyboard('{Escape}{Escape}');
  expect(use(studio)?.inputs).toEqual({ orderId: { kind: 'reference', reference: 'user.order_id' } });
  await userEvent.click(screen.getByRole('button', { name: 'Leave orderId unmapped' }));
  expect(use(studio)?.inputs).toEqual({});
});

test('an output shows where it goes by default, and a new target is registered once its name is whole', async () => {
  const studio = inspect(document, ['look-up']);
  expect(field('is_late').placeholder).toBe('user.is_late');
  await userEvent.type(field('is_late'), 'session.overdue');
  expect(documentOf(studio).tables.attributes.size).toBe(2);
  await userEvent.click(field('order_status'));
  expect(use(studio)?.outputs).toEqual({ is_late: 'session.overdue' });
  const names = [...documentOf(studio).tables.attributes.values()].map(({ name, type }) => `${name}: ${type}`);
  expect(names.toSorted()).toEqual(['email: string', 'order_id: string', 'overdue: boolean']);
  expect(depth(studio)).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Store is_late where it goes by default' }));
  expect(use(studio)?.outputs).toEqual({});
});

test('the mapping opens in the intent, too; actions are added, moved and removed there', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(screen.getByRole('button', { name: /^getOrder/ }));
  expect(within(screen.getByRole('group', { name: 'getOrder' })).getByLabelText('orderId')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add an action' }));
  await userEvent.keyboard('forg{Enter}');
  expect(intentIn(studio, 'where_is_order').actions.map(({ action }) => action)).toEqual(['getOrder', 'forget']);
  expect(studio.editor.getState().selection).toEqual(['where_is_order']);
  screen.getByRole('button', { name: 'Move forget: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(intentIn(studio, 'where_is_order').actions.map(({ action }) => action)).toEqual(['forget', 'getOrder']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove getOrder from this intent' }));
  expect(intentIn(studio, 'where_is_order').actions.map(({ action }) => action)).toEqual(['forget']);
});

test('a required argument nobody fills is told beside its field', () => {
  const lacking = aScenario('Shop')
    .withApiAction('getOrder', { request: { baseUrl: 'https://example.com', path: '/orders/$orderId' } })
    .withConversation('orders')
    .withScene('status')
    .withTurn('ask')
    .user('where_is_order', { samples: ['where'], actions: [{ id: 'look-up', action: 'getOrder' }] })
    .build();
  inspect(lacking, ['look-up']);
  const described = field('orderId').getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = described.map((id) => window.document.getElementById(id)?.textContent).join(' ');
  expect(words).toContain('getOrder needs “orderId”, but nothing fills it.');
  expect(field('orderId').getAttribute('aria-invalid')).toBe('true');
});

test('the header leads up, level by level', async () => {
  const studio = inspect(document, ['look-up']);
  await userEvent.click(within(screen.getByRole('navigation', { name: 'Levels above' })).getByText('ask'));
  expect(studio.editor.getState().selection).toEqual(['ask']);
  await userEvent.click(screen.getByRole('button', { name: 'Scenario Shop' }));
  expect(studio.editor.getState().selection).toEqual([]);
  expect(field('Name').value).toBe('Shop');
  act(() => studio.editor.select(['look-up']));
  await userEvent.click(screen.getByRole('button', { name: 'Open action' }));
  expect(studio.editor.getState().selection).toEqual(['getOrder']);
  expect(studio.ui.getState().reveal.ids).toEqual(['look-up']);
});
