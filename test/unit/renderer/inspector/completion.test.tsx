// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withAttribute('email')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { samples: ['where'], expects: ['session.order_id', 'session.email'] })
  .app('tell', { text: '' })
  .build();
const text = (studio: Parameters<typeof intentIn>[0]) => intentIn(studio, 'tell').messages[0]?.blocks[0];
const offers = (): readonly HTMLElement[] => {
  const list = screen.queryByRole('listbox', { name: 'Offered references' });
  return list === null ? [] : within(list).getAllByRole('option');
};
const options = (): readonly (string | null)[] =>
  offers().map((option) => option.textContent?.replace(/\s+/g, ' ') ?? null);
const active = (): string | null =>
  offers()
    .find((option) => option.getAttribute('aria-selected') === 'true')
    ?.textContent?.replace(/\s+/g, ' ') ?? null;

test('a brace opens the list; keys walk it, Enter takes what is marked, and it is one step', async () => {
  const studio = inspect(document, ['tell']);
  await userEvent.click(field('Text'));
  await userEvent.keyboard('Order {{ord');
  expect(options()).toEqual(['session.order_id string']);
  expect(field('Text').getAttribute('aria-activedescendant')).toBe(offers()[0]?.id);
  await userEvent.keyboard('{Enter} is late.');
  expect(text(studio)).toMatchObject({ text: 'Order {session.order_id} is late.' });
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(depth(studio)).toBe(1);
});

test('a context leads on to its attributes', async () => {
  const studio = inspect(document, ['tell']);
  await userEvent.click(field('Text'));
  await userEvent.keyboard('{{session.');
  expect(options()).toEqual(['email string', 'order_id string']);
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('order_id string');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('email string');
  await userEvent.keyboard('{ArrowUp}{Tab}');
  expect(text(studio)).toMatchObject({ text: '{session.order_id}' });
  expect(window.document.activeElement).toBe(field('Text'));
});

test('Escape closes the list first, and gives the text back after that', async () => {
  const studio = inspect(document, ['tell']);
  await userEvent.click(field('Text'));
  await userEvent.keyboard('{{us');
  expect(options().length).toBeGreaterThan(0);
  await userEvent.keyboard('{Escape}');
  expect(options()).toEqual([]);
  expect(text(studio)).toMatchObject({ text: '{us' });
  await userEvent.keyboard('{Escape}');
  expect(text(studio)).toMatchObject({ text: '' });
  expect(documentOf(studio)).toEqual(document);
});

test('an empty reference offers at once; a press takes', async () => {
  const studio = inspect(document, ['where']);
  await userEvent.click(screen.getByRole('button', { name: 'Expect an attribute' }));
  expect(window.document.activeElement).toBe(field('Expected attribute 3'));
  await userEvent.click(screen.getByRole('option', { name: /user\.first_seen/ }));
  expect(intentIn(studio, 'where').expectedAttributes).toEqual([
    'session.order_id',
    'session.email',
    'user.first_seen',
  ]);
});

test('a row for an expected attribute that was left empty goes away; a new name is registered', async () => {
  const studio = inspect(document, ['where']);
  await userEvent.click(screen.getByRole('button', { name: 'Expect an attribute' }));
  await userEvent.tab();
  expect(documentOf(studio)).toEqual(document);
  expect(depth(studio)).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: 'Expect an attribute' }));
  await userEvent.keyboard('session.colour');
  await userEvent.tab();
  expect(intentIn(studio, 'where').expectedAttributes).toEqual(['session.order_id', 'session.email', 'session.colour']);
  expect([...documentOf(studio).tables.attributes.keys()]).toContain('colour');
});

test('what nothing sets is said in words beside the field while it is typed', async () => {
  inspect(document, ['tell']);
  await userEvent.click(field('Text'));
  await userEvent.keyboard('{{user.colour}} please');
  expect(screen.getByText(/Nothing sets \{user.colour\}/)).toBeTruthy();
  expect(window.document.querySelector('mark[data-kind="unknown"]')?.textContent).toBe('{user.colour}');
});
