// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createMemoryAuditFiles } from '../../../../electron/host/audit/audit-files.ts';
import { createAuditLog, type AuditDraft } from '../../../../electron/host/audit/audit-log.ts';
import { LogPanel } from '../../../../renderer/audit/log-panel.tsx';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { AuditFilter } from '../../../../shared/bridge/contract/audit-contract.ts';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

const done: AuditDraft = {
  at: Date.UTC(2026, 0, 5, 9),
  askedBy: 'talk',
  conversation: 'run-1',
  scenario: 'Shop',
  action: 'getOrder',
  actionId: 'get-order',
  kind: 'api',
  arguments: { orderId: 'A-1' },
  outputs: { status: '<b>shipped</b>' },
  outcome: 'succeeded',
  failure: null,
  detail: '',
  origin: 'live',
  status: 200,
  duration: 84,
  attempts: 1,
  cached: false,
  request: 'GET https://example.com/orders/A-1',
  world: null,
  environment: 'staging',
};
const failed: AuditDraft = { ...done, action: 'refund', outcome: 'failed', failure: 'timedOut', detail: 'Too slow.' };

function show(drafts: readonly AuditDraft[]) {
  const log = createAuditLog(createMemoryAuditFiles(), (fault) => {
    throw fault;
  });
  for (const draft of drafts) log.add(draft);
  const listeners = new Set<(event: HostEvent) => void>();
  log.onChange((change) =>
    listeners.forEach((hear) =>
      hear(
        change.kind === 'added'
          ? { name: 'audit.added', payload: { entry: change.entry } }
          : { name: 'audit.cleared', payload: {} },
      ),
    ),
  );
  const exported: unknown[] = [];
  const host = {
    call: async (method: string, input: AuditFilter & { before: number | null; limit: number }) => {
      if (method === 'audit.list') {
        const { before, limit, ...filter } = input;
        return succeed(await log.list({ ...filter, from: null, to: null }, { before, limit }));
      }
      if (method === 'audit.clear') await log.clear();
      else exported.push(input);
      return succeed(method === 'audit.export' ? { kind: 'saved', place: '/tmp/actions.csv', entries: 1 } : {});
    },
    onEvent: (listener: (event: HostEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as HostClient;
  const studio = aStudio(aScenario('Shop').build(), host);
  mount(studio, <LogPanel />);
  return { log, exported, studio };
}
const rows = () => within(screen.getByRole('list', { name: 'What was carried out' })).getAllByRole('listitem');

test('an empty log says what it is for', async () => {
  show([]);
  expect(await screen.findByText(/Every action that is carried out is written down here/)).toBeTruthy();
});

test('executions are listed newest first, filtered, and told in full; what comes is added', async () => {
  const { log } = show([done, failed]);
  await screen.findByText('refund', { selector: '.log-action' });
  expect(rows().map((row) => row.querySelector('.log-action')?.textContent)).toEqual(['refund', 'getOrder']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Which outcome' }), 'Succeeded');
  await waitFor(() => expect(rows()).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: /getOrder\s*succeeded\s*200/ }));
  expect(rows()[0]?.textContent).toContain('Environment staging');
  expect(screen.getByText('GET https://example.com/orders/A-1')).toBeTruthy();
  // Text, never markup.
  expect(screen.getByLabelText('Outputs', { selector: 'pre' }).textContent).toContain('<b>shipped</b>');
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find in the log' }), 'nowhere');
  expect(await screen.findByText('Nothing that was carried out fits.')).toBeTruthy();
  await userEvent.clear(screen.getByRole('searchbox', { name: 'Find in the log' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Which outcome' }), 'Any outcome');
  await act(async () => {
    log.add({ ...done, action: 'newest' });
    await log.settled();
  });
  await waitFor(() => expect(rows()).toHaveLength(3));
});

test('the log is exported as it is filtered, and cleared only after asking', async () => {
  const { exported, log } = show([done, failed]);
  await screen.findByText('refund', { selector: '.log-action' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Which outcome' }), 'Failed');
  await userEvent.click(screen.getByRole('button', { name: 'Export the log' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'As JSON lines…' }));
  expect(exported).toEqual([{ text: '', action: null, outcome: 'failed', format: 'jsonl' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Clear the log' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect((await log.all({ text: '', action: null, outcome: null, from: null, to: null })).length).toBe(2);
  await userEvent.click(screen.getByRole('button', { name: 'Clear the log' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Clear' }));
  await waitFor(async () =>
    expect(await log.all({ text: '', action: null, outcome: null, from: null, to: null })).toEqual([]),
  );
});
