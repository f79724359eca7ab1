// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { noHost } from '../../../builders/a-studio.ts';
import { depth, documentOf, field, inspect } from './inspected.tsx';

const host = { ...noHost, call: () => Promise.resolve(succeed({ names: [], secrets: [] })) } as unknown as HostClient;
const shop = () =>
  aScenario('Shop')
    .withIntegration('desk', {
      baseUrl: 'https://desk.example.com',
      authentication: { kind: 'bearer', secret: 'desk-key' },
    })
    .withIntegration('other', {
      baseUrl: 'https://other.example.com',
      environments: { local: { baseUrl: 'http://localhost:1', secret: '' } },
    })
    .build();
const desk = (studio: Parameters<typeof documentOf>[0]) => documentOf(studio).tables.integrations.get('desk');

test('OAuth 2 asks where tokens come from and as whom; the secret is only named', async () => {
  const studio = inspect(shop(), ['desk'], host);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'OAuth 2, client credentials');
  await userEvent.type(field('Token address'), 'login.example.com');
  expect(screen.getByText('Expected an address that begins with https://.')).toBeTruthy();
  await userEvent.clear(field('Token address'));
  await userEvent.type(field('Token address'), 'https://login.example.com/token');
  await userEvent.type(field('Client'), 'shop');
  expect(desk(studio)?.authentication).toEqual({
    kind: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'shop',
    secret: 'desk-key',
    scope: '',
    audience: '',
    send: 'header',
  });
});

test('an environment belongs to the scenario; each integration says what differs there, and a new name is followed', async () => {
  const studio = inspect(shop(), ['desk'], host);
  await userEvent.click(screen.getByRole('button', { name: 'Add environment' }));
  const card = within(await screen.findByRole('group', { name: 'Environment local' }));
  await userEvent.type(card.getByRole('textbox', { name: 'Base URL' }), 'http://localhost:3000');
  await userEvent.type(card.getByRole('textbox', { name: 'Secret' }), 'k');
  expect(documentOf(studio).scenario.environments).toEqual(['local']);
  expect(desk(studio)?.environments).toEqual({ local: { baseUrl: 'http://localhost:3000', secret: 'k' } });
  const name = card.getByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'dev{Enter}');
  const { integrations } = documentOf(studio).tables;
  expect(integrations.map(({ environments = {} }) => Object.keys(environments)).toJS()).toEqual({
    desk: ['dev'],
    other: ['dev'],
  });
  await userEvent.click(screen.getByRole('button', { name: 'Remove environment dev from the scenario' }));
  expect(documentOf(studio).scenario.environments).toEqual([]);
  studio.editor.undo();
  expect(desk(studio)?.environments).toEqual({ dev: { baseUrl: 'http://localhost:3000', secret: 'k' } });
});

test('an operation becomes an action that goes through the integration, in one step', async () => {
  const studio = inspect(shop(), ['desk'], host);
  await userEvent.click(screen.getByRole('button', { name: 'Add operation' }));
  const card = within(await screen.findByRole('group', { name: /^Operation/ }));
  await userEvent.type(card.getByRole('textbox', { name: 'Name' }), 'Find an order');
  await userEvent.type(card.getByRole('textbox', { name: 'Path' }), '/orders/$orderId');
  const before = depth(studio);
  await userEvent.click(screen.getByRole('button', { name: 'New action from it' }));
  expect(depth(studio)).toBe(before + 1);
  expect([...documentOf(studio).tables.actions.values()]).toMatchObject([
    { name: 'findAnOrder', request: { integration: 'desk', method: 'GET', path: '/orders/$orderId' } },
  ]);
  expect(studio.editor.getState().selection).toEqual(['find-an-order']);
});

test('limits of a service are folded away and said in the header', async () => {
  const studio = inspect(shop(), ['desk'], host);
  await userEvent.click(screen.getByRole('button', { name: 'Limits' }));
  await userEvent.type(field('Timeout'), '3000');
  await userEvent.click(screen.getByRole('switch', { name: 'Limit how often' }));
  expect(desk(studio)).toMatchObject({ timeout: 3000, rateLimit: { calls: 60, seconds: 60 } });
  expect(screen.getByText('3000 ms, 60 in 60 s')).toBeTruthy();
  await userEvent.clear(field('Timeout'));
  expect(desk(studio)).not.toHaveProperty('timeout');
});
