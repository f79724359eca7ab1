import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listTickets } from '../../../../../../electron/host/actions/ticket/desk-tickets.ts';
import { ticketExecutor } from '../../../../../../electron/host/actions/ticket/ticket-executor.ts';
import { aFolder, anAction, anIntegration, aPorts, aService, aTask, never } from '../executor-setting.ts';

const fields = {
  subject: 'Where is it?',
  text: '<b>Ada</b> & co\nasked',
  email: 'ada@example.com',
  type: 'Problem',
  priority: 'High',
  status: 'Pending',
  tags: ['talk', ' talk ', ''],
};
const open = (folder: string, more: Record<string, unknown> = {}) =>
  ticketExecutor(
    aTask(anAction('ticket', { ...fields, ...more })),
    aPorts({ scenarioFolder: () => Promise.resolve(folder) }),
    never(),
  );

describe('a ticket at the desk', () => {
  test('gets the next number, and a day by its priority', async () => {
    const folder = await aFolder();
    expect(await open(folder)).toEqual({
      ok: true,
      body: { ticket_id: '1', due_by: '2027-01-31T20:00:00.000Z', status: 'Pending' },
    });
    expect(await open(folder, { priority: 'Low' })).toMatchObject({
      body: { ticket_id: '2', due_by: '2027-02-03T12:00:00.000Z' },
    });
    const tickets = await listTickets(folder);
    expect(tickets.map(({ ticket_id }) => ticket_id)).toEqual(['2', '1']);
    expect(tickets[1]).toEqual({
      ...fields,
      tags: ['talk'],
      ticket_id: '1',
      created_at: '2027-01-31T12:00:00.000Z',
      due_by: '2027-01-31T20:00:00.000Z',
    });
    expect(await readdir(folder)).toEqual(['tickets.json']);
  });

  test('has a number of its own when twenty are opened at once', async () => {
    const folder = await aFolder();
    const opened = await Promise.all(Array.from({ length: 20 }, () => open(folder)));
    const numbers = opened.map(({ body }) => (body as { ticket_id: string }).ticket_id);
    expect(new Set(numbers).size).toBe(20);
    expect(await listTickets(folder)).toHaveLength(20);
  });

  test('does not take the place of tickets that cannot be read', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'tickets.json'), '{"last": 7, "tick');
    expect(await open(folder)).toMatchObject({ ok: false, failure: 'notAvailable' });
    expect(await listTickets(folder)).toEqual([]);
    const other = await aFolder();
    await mkdir(join(other, 'tickets.json'));
    expect(await open(other)).toMatchObject({ ok: false, failure: 'notAvailable' });
  });

  test.each([
    [{ subject: ' ' }, 'no subject'],
    [{ email: 'ada' }, '"ada" is no e-mail address'],
  ])('with %j is a sentence', async (more, part) => {
    const outcome = await open(await aFolder(), more);
    expect(outcome).toMatchObject({ ok: false, failure: 'invalidInput' });
    expect(outcome.detail).toContain(part);
  });
});

describe('a ticket in Freshdesk', () => {
  const integration = anIntegration({ baseUrl: 'https://shop.freshdesk.com' });
  const action = anAction('ticket', { ...fields, provider: 'freshdesk' });

  test('is opened with the numbers Freshdesk has for the words', async () => {
    const { asked, callService } = aService(201, { id: 42, due_by: '2027-02-01T10:00:00Z', status: 3, priority: 3 });
    expect(await ticketExecutor(aTask(action, { integration }), aPorts({ callService }), never())).toEqual({
      ok: true,
      status: 201,
      body: { ticket_id: '42', due_by: '2027-02-01T10:00:00Z', status: 'Pending' },
    });
    expect(asked).toEqual([
      {
        integration,
        request: {
          method: 'POST',
          path: '/api/v2/tickets',
          body: {
            kind: 'json',
            value: {
              subject: 'Where is it?',
              description: '&lt;b&gt;Ada&lt;/b&gt; &amp; co<br>asked',
              email: 'ada@example.com',
              type: 'Problem',
              priority: 3,
              status: 3,
              tags: ['talk'],
            },
          },
        },
      },
    ]);
  });

  test('is opened with the key as the name', async () => {
    const { asked, callService } = aService(201, { id: 1 });
    const basic = anIntegration({ authentication: { kind: 'basic', user: '', secret: 'freshdesk' } });
    await ticketExecutor(aTask(action, { integration: basic }), aPorts({ callService }), never());
    expect(asked[0]?.integration?.authentication).toEqual({
      kind: 'basic',
      user: 'X',
      secret: 'freshdesk',
      swapped: true,
    });
  });

  test.each([
    [400, { description: 'Validation failed' }, 'badStatus', 'Freshdesk answered 400: Validation failed'],
    [201, { hello: 1 }, 'malformedResponse', 'gave the ticket no number'],
    [200, [1], 'malformedResponse', 'gave the ticket no number'],
  ] as const)('that is answered %s %j is a failure', async (status, json, failure, part) => {
    const { callService } = aService(status, json);
    const outcome = await ticketExecutor(aTask(action, { integration }), aPorts({ callService }), never());
    expect(outcome).toMatchObject({ ok: false, failure });
    expect(outcome.detail).toContain(part);
  });

  test('needs an integration', async () => {
    expect(await ticketExecutor(aTask(action), aPorts(), never())).toMatchObject({ failure: 'badRequest' });
  });
});
