// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { documentOf, field, inspect } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withContext('basket')
  .withIntegration('desk', { baseUrl: 'https://desk.example.com' })
  .withInterpreter('reader', { WELCOME: 'hello' })
  .withApiAction('getOrder', {})
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('hello', { samples: ['hello'] })
  .withNote('Remember', 4, 4)
  .build();

test('nothing selected is the scenario, and the way to all that has no place on the canvas', async () => {
  const studio = inspect(document, []);
  for (const [list, id] of [
    ['Attributes', 'order_id'],
    ['Actions', 'getOrder'],
    ['Integrations', 'desk'],
    ['Contexts', 'basket'],
    ['Interpreters', 'reader'],
  ] as const) {
    await userEvent.click(
      within(screen.getByRole('list', { name: list })).getByRole('button', { name: new RegExp(`^${id}`) }),
    );
    expect(studio.editor.getState().selection).toEqual([id]);
    expect(field('Name').value).toBe(id);
    act(() => studio.editor.select([]));
  }
});

test.each([
  ['attribute', 'attributes', 'new_attribute'],
  ['action', 'actions', 'newAction'],
  ['integration', 'integrations', 'New integration'],
  ['context', 'contexts', 'basket_2'],
  ['interpreter', 'interpreters', 'New interpreter'],
] as const)('%s: one is added, opens, and is deleted again', async (word, table, name) => {
  const studio = inspect(document, []);
  await userEvent.click(screen.getByRole('button', { name: `Add ${word}` }));
  const names = () => [...documentOf(studio).tables[table].values()].map((record) => record.name);
  expect(names()).toContain(name);
  expect(field('Name').value).toBe(name);
  await userEvent.click(screen.getByRole('button', { name: `Delete ${word}` }));
  expect(names()).not.toContain(name);
  expect(field('Name').value).toBe('Shop');
});

test('what is deleted from a list is gone, and the form stays', async () => {
  const studio = inspect(document, []);
  await userEvent.click(screen.getByRole('button', { name: 'Delete desk' }));
  expect(documentOf(studio).tables.integrations.size).toBe(0);
  expect(screen.getByText(/A service several actions call/)).toBeTruthy();
});

test('the lifetime of a session is written in minutes', async () => {
  const studio = inspect(document, []);
  await userEvent.click(screen.getByRole('button', { name: 'Session' }));
  await userEvent.type(field('Session lifetime'), '30');
  expect(documentOf(studio).scenario.sessionLifetime).toBe(1800);
  await userEvent.clear(field('Session lifetime'));
  expect(documentOf(studio).scenario.sessionLifetime).toBeNull();
  expect(studio.editor.getState().selection).toEqual([]);
});

test('several selected are counted, listed and deleted together', async () => {
  const studio = inspect(document, ['hello', 'ask', 'note']);
  expect(screen.getByRole('heading', { name: '3 selected' })).toBeTruthy();
  expect(screen.getByText('1 USER intent, 1 turn, 1 note')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Delete all' }));
  expect([documentOf(studio).tables.turns.size, documentOf(studio).tables.notes.size]).toEqual([0, 0]);
});

test('a section that was closed stays closed, and says how much is in it', async () => {
  const studio = inspect(document, []);
  await userEvent.click(screen.getByRole('button', { name: 'Attributes 1' }));
  act(() => studio.editor.select(['orders']));
  act(() => studio.editor.select([]));
  expect(screen.getByRole('button', { name: 'Attributes 1' }).getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('list', { name: 'Attributes' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  act(() => studio.editor.select([]));
  expect(screen.getByRole('button', { name: 'Attributes 2' })).toBeTruthy();
});

test('levels: behaviours are switches, what a level holds is a press away, origins are chosen', async () => {
  const studio = inspect(document, ['ask']);
  await userEvent.click(screen.getByRole('switch', { name: 'Open' }));
  expect(documentOf(studio).tables.turns.get('ask')?.behaviors).toEqual(['STARTING']);
  await userEvent.click(screen.getByRole('button', { name: 'Valid origins' }));
  await userEvent.click(screen.getByRole('button', { name: 'May follow' }));
  await userEvent.keyboard('hello{Enter}');
  expect(documentOf(studio).tables.turns.get('ask')?.validOrigins).toEqual(['hello']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove hello' }));
  expect(documentOf(studio).tables.turns.get('ask')?.validOrigins).toEqual([]);
  await userEvent.click(within(screen.getByRole('list', { name: 'Intents' })).getByRole('button', { name: /hello/ }));
  expect(studio.editor.getState().selection).toEqual(['hello']);
});

test('a context keeps values; a new name is followed, and a built-in one explains itself', async () => {
  const studio = inspect(document, ['basket']);
  await userEvent.click(screen.getByRole('button', { name: 'Add a value' }));
  await userEvent.keyboard('order_id{Enter}');
  expect(window.document.activeElement).toBe(field('order_id'));
  await userEvent.keyboard('A-1');
  expect(documentOf(studio).tables.contexts.get('basket')?.values).toEqual({ order_id: 'A-1' });
  await userEvent.clear(field('Name'));
  await userEvent.type(field('Name'), 'user');
  expect(screen.getByText(/already a context called "user"/)).toBeTruthy();

  act(() => {
    studio.editor.execute({ kind: 'context.show', context: 'user', at: { x: 0, y: 0 } });
  });
  expect(screen.getByText(/Kept for this person, across sessions/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Remove place 1 from the canvas' }));
  expect(documentOf(studio).tables.views.size).toBe(0);
});

test('the value of a secret goes to the host alone, and is never shown or kept in the scenario', async () => {
  const calls: unknown[] = [];
  const host = {
    call: async (method: string, input: unknown) => {
      calls.push([method, input]);
      return succeed(method === 'secret.list' ? { names: [] } : { kept: 'vault' });
    },
    onEvent: () => () => undefined,
  } as unknown as HostClient;
  const studio = inspect(document, ['desk'], host);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Bearer token');
  expect(documentOf(studio).tables.integrations.get('desk')?.authentication).toEqual({
    kind: 'bearer',
    secret: 'desk-key',
  });
  expect(await screen.findByText(/Not set on this machine yet/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Set secret…' }));
  const value = screen.getByLabelText<HTMLInputElement>('Value of the secret');
  expect(value.type).toBe('password');
  await userEvent.type(value, 'hunter2{Enter}');
  expect(await screen.findByText(/Kept in this system’s vault/)).toBeTruthy();
  expect(calls).toContainEqual(['secret.set', { name: 'desk-key', value: 'hunter2' }]);
  expect(JSON.stringify(documentOf(studio).tables.integrations.get('desk'))).not.toContain('hunter2');
  expect(window.document.body.innerHTML).not.toContain('hunter2');
});
