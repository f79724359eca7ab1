// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createSecretHandlers } from '../../../../electron/host/handlers/secret-handlers.ts';
import { createMemoryVault, type SecretVault } from '../../../../electron/host/secret-vault.ts';
import { neededSecrets } from '../../../../renderer/secrets/needed-secrets.ts';
import { SecretsDialog } from '../../../../renderer/secrets/secrets-dialog.tsx';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

const shop = aScenario('Shop')
  .withIntegration('desk', {
    baseUrl: 'https://API.example.com:8443/v1',
    authentication: { kind: 'bearer', secret: 'DESK_KEY' },
    environments: { staging: { baseUrl: 'https://staging.example.com', secret: 'STAGING_KEY' } },
  })
  .withIntegration('open', { baseUrl: 'https://open.example.com' })
  .build();

function show(vault: SecretVault = createMemoryVault()): SecretVault {
  const handlers = createSecretHandlers(vault) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  const host = {
    call: (method: string, input: unknown) => handlers[method]?.(input),
    onEvent: () => () => undefined,
  } as unknown as HostClient;
  mount(aStudio(shop, host), <SecretsDialog />);
  return vault;
}
const row = async (name: string) =>
  within((await screen.findByText(name)).closest('.secret-row') as unknown as HTMLElement);

test('the scenario says which secrets it needs, for whom and for where', () => {
  expect(neededSecrets(shop)).toEqual([
    { name: 'DESK_KEY', usedBy: ['desk'], hosts: ['api.example.com:8443'] },
    { name: 'STAGING_KEY', usedBy: ['desk'], hosts: ['staging.example.com'] },
  ]);
});

test('a secret is given with its hosts, told to be short, and forgotten; its value is nowhere on the page', async () => {
  const vault = show();
  expect(await screen.findByText(/kept only until Parley closes/)).toBeTruthy();
  expect((await row('DESK_KEY')).getByText('Not on this machine')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Set DESK_KEY' }));
  const form = within(screen.getByRole('form', { name: 'Value of DESK_KEY' }));
  expect(form.getByLabelText<HTMLInputElement>('Hosts').value).toBe('api.example.com:8443');
  await userEvent.type(form.getByLabelText('Value'), 'abc');
  await userEvent.clear(form.getByLabelText('Hosts'));
  await userEvent.type(form.getByLabelText('Hosts'), 'https://api.example.com/v1, Other.example.com');
  await userEvent.click(form.getByRole('button', { name: 'Keep it' }));
  const given = await row('DESK_KEY');
  await waitFor(() => expect(given.getByText(/Goes to api.example.com, other.example.com only/)).toBeTruthy());
  expect(given.getByText(/so short that it cannot be told/)).toBeTruthy();
  expect(await vault.get('DESK_KEY')).toBe('abc');
  expect(document.body.innerHTML).not.toContain('abc');

  await userEvent.click(screen.getByRole('button', { name: 'Forget DESK_KEY' }));
  await waitFor(() => expect(given.getByText('Not on this machine')).toBeTruthy());
  expect(await vault.get('DESK_KEY')).toBeNull();
});

test('hosts are changed without giving the value again, and what another scenario needs is here too', async () => {
  const vault = createMemoryVault();
  await vault.set('DESK_KEY', 'a-long-enough-secret', ['old.example.com']);
  await vault.set('OTHER_KEY', 'of-another-scenario', []);
  show(vault);
  expect(await screen.findByRole('region', { name: 'Kept here for other scenarios' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Set DESK_KEY' }));
  const form = within(screen.getByRole('form', { name: 'Value of DESK_KEY' }));
  await userEvent.clear(form.getByLabelText('Hosts'));
  await userEvent.type(form.getByLabelText('Hosts'), 'new.example.com');
  await userEvent.click(form.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(screen.getByText('Goes to new.example.com only')).toBeTruthy());
  expect(await vault.get('DESK_KEY')).toBe('a-long-enough-secret');
});

test('where there is no vault a passphrase keeps them, and a wrong one says so', async () => {
  const answers = ['wrongPassphrase', 'opened'] as const;
  const asked: [string, boolean][] = [];
  let isLocked = true;
  const memory = createMemoryVault();
  show({
    ...memory,
    standing: async () => ({
      kept: isLocked ? 'session' : 'file',
      locked: isLocked,
      mayUsePassphrase: true,
      sentence: 'A file.',
    }),
    unlock: async (passphrase, startAnew) => {
      asked.push([passphrase, startAnew]);
      const answer = answers[asked.length - 1] ?? 'opened';
      isLocked = answer !== 'opened';
      return answer;
    },
  });
  const field = await screen.findByLabelText('Passphrase');
  await userEvent.type(field, 'short{Enter}');
  expect(asked).toEqual([]);
  await userEvent.type(field, ' of memory');
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText(/That is not the passphrase/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Begin anew' })).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Passphrase'), 'correct horse{Enter}');
  await waitFor(() => expect(screen.queryByLabelText('Passphrase')).toBeNull());
  expect(asked).toEqual([
    ['short of memory', false],
    ['correct horse', false],
  ]);
});
