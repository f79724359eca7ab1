import { succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeDeskTicket, BridgeOutboxMail } from '../../../shared/bridge/contract/desk-contract.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { listOutbox, readFromOutbox, showAddress, type OutboxMail } from '../actions/email/outbox.ts';
import { readCsvSheet } from '../actions/spreadsheet/read-csv-sheet.ts';
import { listTickets, type DeskTicket } from '../actions/ticket/desk-tickets.ts';
import type { RunPorts } from '../host-ports.ts';

type DeskMethod = Extract<keyof BridgeHandlers, `desk.${string}`>;

/** The hand-off desk of the app, one for all windows, and what actions of a scenario put down on this machine. */
export function createDeskHandlers({
  actions,
  folders,
}: Pick<RunPorts, 'actions' | 'folders'>): Pick<BridgeHandlers, DeskMethod> {
  const { desk } = actions;
  return {
    'desk.list': async () => succeed({ talks: [...desk.talks()] }),
    'desk.say': async ({ run, text }) => succeed({ problem: problemOf(desk.say(run, text)) }),
    'desk.giveBack': async ({ run }) => succeed({ problem: problemOf(desk.giveBack(run)) }),
    'desk.outbox': async ({ file }) => succeed({ mails: (await listOutbox(await folders(file).own())).map(toMail) }),
    'desk.mail': async ({ file, mail }) => succeed({ text: await readFromOutbox(await folders(file).own(), mail) }),
    'desk.tickets': async ({ file }) =>
      succeed({ tickets: (await listTickets(await folders(file).own())).map(toTicket) }),
    'desk.sheets': async ({ file, names }) => {
      const folder = folders(file).beside() ?? (await folders(file).own());
      const sheets = await Promise.all([...new Set(names)].map((name) => readCsvSheet(folder, name)));
      return succeed({ sheets: sheets.filter((sheet) => sheet !== null) });
    },
  };
}

const problemOf = (outcome: Result<unknown, string>): string | null => (outcome.ok ? null : outcome.failure);

const toMail = ({ file, from, to, copy, subject, body, at }: OutboxMail): BridgeOutboxMail => ({
  file,
  from: showAddress(from),
  to: to.map(showAddress).join(', '),
  copy: copy.map(showAddress).join(', '),
  subject,
  body,
  at,
});

const toTicket = ({ ticket_id: id, created_at: createdAt, due_by: dueBy, ...rest }: DeskTicket): BridgeDeskTicket => ({
  id,
  createdAt,
  dueBy,
  ...rest,
});
