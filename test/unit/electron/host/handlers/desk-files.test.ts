import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putIntoOutbox } from '../../../../../electron/host/actions/email/outbox.ts';
import { appendCsvRow } from '../../../../../electron/host/actions/spreadsheet/csv-sheet.ts';
import { addTicket } from '../../../../../electron/host/actions/ticket/desk-tickets.ts';
import { createMemoryAuditFiles } from '../../../../../electron/host/audit/audit-files.ts';
import { createAuditLog } from '../../../../../electron/host/audit/audit-log.ts';
import { createDeskHandlers } from '../../../../../electron/host/handlers/desk-handlers.ts';
import { createActionServices } from '../../../../../electron/host/run/action-services.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-desk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const handlers = (beside: string | null = null) =>
  createDeskHandlers({
    actions: createActionServices(createAuditLog(createMemoryAuditFiles(), () => undefined)),
    folders: () => ({ own: () => Promise.resolve(folder), beside: () => beside }),
  });

test('letters of the outbox are listed newest first and read as they would go out, and nothing else is', async () => {
  const ada = { name: 'Ada', address: 'ada@example.com' };
  const letter = { from: ada, to: [ada], copy: [], body: '<b>Hello</b>' };
  await putIntoOutbox(folder, { ...letter, id: '<1111111111@parley>', subject: 'First', at: 1_700_000_000_000 });
  await putIntoOutbox(folder, { ...letter, id: '<2222222222@parley>', subject: 'Second', at: 1_700_000_100_000 });
  const listed = await handlers()['desk.outbox']({ file: null });
  const mails = listed.ok ? listed.value.mails : [];
  expect(mails.map(({ subject, to, body }) => [subject, to, body])).toEqual([
    ['Second', 'Ada <ada@example.com>', '<b>Hello</b>'],
    ['First', 'Ada <ada@example.com>', '<b>Hello</b>'],
  ]);
  const read = await handlers()['desk.mail']({ file: null, mail: mails[0]?.file ?? '' });
  expect(read).toMatchObject({ value: { text: expect.stringContaining('Subject: Second') as string } });
  writeFileSync(join(folder, 'secret.eml'), 'not a letter of the outbox');
  expect(await handlers()['desk.mail']({ file: null, mail: '../secret.eml' })).toMatchObject({ value: { text: null } });
});

test('tickets say what they are about and until when', async () => {
  const ticket = { text: 'Broken lamp', email: 'ada@example.com', type: 'Question' as const, tags: ['lamp'] };
  await addTicket(folder, { ...ticket, subject: 'Lamp', priority: 'High', status: 'Open' }, Date.UTC(2026, 0, 5));
  expect(await handlers()['desk.tickets']({ file: null })).toMatchObject({
    value: { tickets: [{ id: '1', subject: 'Lamp', priority: 'High', dueBy: '2026-01-05T08:00:00.000Z' }] },
  });
});

test('a sheet is read beside the scenario where it may be, and shows its newest rows', async () => {
  const beside = join(folder, 'beside');
  for (let count = 1; count <= 203; count += 1) await appendCsvRow(folder, 'leads', [['name', `lead ${count}`]]);
  const own = await handlers()['desk.sheets']({ file: null, names: ['leads', 'leads', 'nothing'] });
  expect(own).toMatchObject({ value: { sheets: [{ name: 'leads.csv', columns: ['name'], total: 203 }] } });
  const rows = own.ok ? own.value.sheets[0]?.rows : [];
  expect([rows?.length, rows?.at(-1)]).toEqual([200, ['lead 203']]);
  expect(await handlers(beside)['desk.sheets']({ file: null, names: ['leads'] })).toMatchObject({
    value: { sheets: [] },
  });
});
