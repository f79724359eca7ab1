// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createHandOffDesk } from '../../../../electron/host/desk/hand-off-desk.ts';
import { deskEvent } from '../../../../electron/host/run/desk-event.ts';
import { DeskPanel } from '../../../../renderer/desk/desk-panel.tsx';
import { succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

const mail = {
  file: '1.eml',
  from: 'shop@example.com',
  to: 'ada@example.com',
  copy: '',
  subject: 'Your <img src=x onerror=alert(1)>',
  body: 'Dear Ada,\n<script>alert(1)</script>',
  at: Date.UTC(2026, 0, 5, 9),
};
const ticket = {
  id: '7',
  subject: 'Lamp',
  text: 'Broken',
  email: 'ada@example.com',
  type: 'Question',
  tags: ['lamp'],
  priority: 'High',
  status: 'Open',
  createdAt: '2026-01-05T09:00:00Z',
  dueBy: '2026-01-05T17:00:00Z',
};
const sheet = { name: 'leads.csv', columns: ['name'], rows: [['Ada'], ['Grace']], total: 9 };

function show(isFull = true) {
  const desk = createHandOffDesk();
  const listeners = new Set<(event: HostEvent) => void>();
  desk.listen((event) => {
    const session = event.kind === 'talk.given' ? event.talk.session : event.session;
    listeners.forEach((hear) => hear(deskEvent(session, event)));
  });
  const asked: [string, unknown][] = [];
  const answers: Record<string, (input: { run: string; text: string }) => unknown> = {
    'desk.list': () => ({ talks: desk.talks() }),
    'desk.say': ({ run, text }) => ({ problem: problemOf(desk.say(run, text)) }),
    'desk.giveBack': ({ run }) => ({ problem: problemOf(desk.giveBack(run)) }),
    'desk.outbox': () => ({ mails: isFull ? [mail] : [] }),
    'desk.mail': () => ({ text: 'Subject: Your\r\n\r\nDear Ada' }),
    'desk.tickets': () => ({ tickets: isFull ? [ticket] : [] }),
    'desk.sheets': () => ({ sheets: isFull ? [sheet] : [] }),
  };
  const host = {
    call: async (method: string, input: never) => {
      asked.push([method, input]);
      return succeed(answers[method]?.(input));
    },
    onEvent: (listener: (event: HostEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as HostClient;
  const scenario = aScenario('Shop')
    .withAction('spreadsheet', 'addLead', { sheet: 'leads', cells: [] })
    .withAction('spreadsheet', 'made', { sheet: '$name', cells: [] });
  const studio = aStudio(scenario.build(), host);
  mount(studio, <DeskPanel />);
  return { desk, asked, studio };
}
const problemOf = (outcome: { ok: true } | { ok: false; failure: string }) => (outcome.ok ? null : outcome.failure);
const give = (desk: ReturnType<typeof createHandOffDesk>, session: string, note: string): void =>
  act(() => {
    const lines = [{ speaker: 'USER', text: `${note}, please` }] as const;
    desk.give({ session, since: 0, note, text: '', returnText: 'Back.', lines });
  });

test('talks wait, are answered one by one, and given back', async () => {
  const { desk, studio } = show();
  expect(screen.getByText(/Nobody waits/)).toBeTruthy();
  // Whoever waits already has been asked for.
  await act(async () => undefined);
  give(desk, 'run-1', 'Lamp');
  give(desk, 'run-2', 'Refund');
  expect(screen.getByRole('tab', { name: /^Hand-off\s*2$/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /Refund/ }));
  const talk = () => within(screen.getByRole('region', { name: 'The talk at the desk' }));
  await userEvent.type(talk().getByRole('textbox'), 'Which order?{Enter}');
  await waitFor(() => expect(talk().getByRole('log').textContent).toBe('User Refund, pleaseYou Which order?'));
  expect(desk.talks()[1]?.lines.at(-1)).toEqual({ speaker: 'AGENT', text: 'Which order?' });
  act(() => void desk.routeUtterance('run-2', { kind: 'text', text: 'A-7' }));
  expect(talk().getByText('A-7')).toBeTruthy();
  await userEvent.click(talk().getByRole('button', { name: 'Give back' }));
  await waitFor(() => expect(screen.getByRole('tab', { name: /^Hand-off\s*1$/ })).toBeTruthy());
  act(() => desk.leave('run-1'));
  expect(screen.getByText(/Nobody waits/)).toBeTruthy();
  expect(studio.ui.getState().notices).toEqual([]);
});

test('letters, tickets and rows are text, whatever is written in them', async () => {
  const { asked } = show();
  await userEvent.click(screen.getByRole('tab', { name: 'Outbox' }));
  const letter = await screen.findByRole('article');
  expect(letter.textContent).toContain('Dear Ada,\n<script>alert(1)</script>');
  expect(document.querySelector('img, script')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show it as sent (.eml)' }));
  await waitFor(() => expect(letter.querySelector('pre')?.textContent).toBe('Subject: Your\n\nDear Ada'));
  await userEvent.click(screen.getByRole('tab', { name: 'Tickets' }));
  expect((await screen.findByRole('article', { name: 'Ticket 7' })).textContent).toContain('Open, high priority');
  await userEvent.click(screen.getByRole('tab', { name: 'Sheets' }));
  expect(await screen.findByText('newest 2 of 9 rows')).toBeTruthy();
  // A name that is made while talking is nothing to look for.
  expect(asked.at(-1)).toEqual(['desk.sheets', { file: null, names: ['leads'] }]);
});

test('where nothing was put down yet, each place says what comes there', async () => {
  show(false);
  for (const [tab, sentence] of [
    ['Outbox', /The outbox is empty/],
    ['Tickets', /No ticket was opened yet/],
    ['Sheets', /No row was added yet/],
  ] as const) {
    await userEvent.click(screen.getByRole('tab', { name: tab }));
    expect(await screen.findByText(sentence)).toBeTruthy();
  }
});
