// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { when } from '../../../builders/conditions.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withAttribute('email')
  .withApiAction('getOrder', { outputs: { order_status: 'string' } })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { samples: ['where is it'], expects: ['session.order_id'], actions: ['getOrder'] })
  .app('tell_status', {
    text: 'Order {session.order_id} is {user.order_status}.',
    conditions: [when('session.order_id', 'is_set')],
  })
  .build();

test('a new name is followed by everything that says it, as one step, when the field is left', async () => {
  const studio = inspect(document, ['order_id']);
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'number');
  expect(intentIn(studio, 'where_is_order').expectedAttributes).toEqual(['session.order_id']);
  await userEvent.tab();
  expect(intentIn(studio, 'where_is_order').expectedAttributes).toEqual(['session.number']);
  expect(intentIn(studio, 'tell_status').messages[0]?.blocks[0]).toMatchObject({
    text: 'Order {session.number} is {user.order_status}.',
  });
  expect(depth(studio)).toBe(1);
});

test('a name that is taken or is none stays in the field, with the reason, and nothing follows it', async () => {
  const studio = inspect(document, ['order_id']);
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'email');
  expect(screen.getByText('There is already an attribute called "email".')).toBeTruthy();
  await userEvent.tab();
  expect(field('Name').value).toBe('email');
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'order id');
  expect(screen.getByText(/Expected an attribute name/)).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(field('Name').value).toBe('order_id');
  expect(documentOf(studio)).toEqual(document);
});

test('it says where it is set and where it is read, and leads there', async () => {
  const studio = inspect(document, ['order_id']);
  const setBy = within(screen.getByRole('list', { name: 'Set by' }));
  expect(setBy.getAllByRole('button').map((row) => row.textContent)).toEqual([
    'where_is_order session, from what is said',
  ]);
  const readBy = within(screen.getByRole('list', { name: 'Read by' }));
  expect(readBy.getAllByRole('button').map((row) => row.textContent)).toEqual([
    'tell_status session, condition',
    'tell_status session, message',
  ]);
  await userEvent.click(readBy.getByRole('button', { name: /message/ }));
  expect(studio.editor.getState().selection).toEqual(['tell_status-message']);
  expect(studio.ui.getState().reveal.ids).toEqual(['tell_status']);
});

test('an output nobody mapped counts as setting the attribute it lands in', async () => {
  const registered = inspect(document, []);
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'order_status{Enter}');
  expect([...documentOf(registered).tables.attributes.values()].map(({ name }) => name)).toContain('order_status');
  const setBy = within(await screen.findByRole('list', { name: 'Set by' }));
  expect(setBy.getByRole('button').textContent).toBe('where_is_order user, output');
});

test('an example is written as its type is', async () => {
  const studio = inspect(document, ['order_id']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'int');
  await userEvent.type(field('Example'), '12');
  expect(documentOf(studio).tables.attributes.get('order_id')).toMatchObject({ type: 'int', example: 12 });
  await userEvent.type(field('Example'), '.5');
  expect(screen.getByText('Expected a whole number.')).toBeTruthy();
  await userEvent.click(screen.getByRole('switch', { name: 'Sensitive' }));
  expect(documentOf(studio).tables.attributes.get('order_id')).toMatchObject({ sensitive: true, example: 12 });
});
