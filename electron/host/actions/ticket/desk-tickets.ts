import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { ticketShape } from '../../../../shared/model/action-services.ts';
import { readJson } from '../../../../shared/persistence/read-json.ts';
import { atomicWrite } from '../../files/atomic-write.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import { readTextFile } from '../../files/read-text-file.ts';
import { createSerialQueue } from '../../files/serial-queue.ts';
import { failedFile, failedRun, type FailedRun } from '../failed-run.ts';

const ticketSchema = z.object({
  ticket_id: z.string(),
  subject: z.string(),
  text: z.string(),
  email: z.string(),
  type: ticketShape.type.unwrap(),
  priority: ticketShape.priority.unwrap(),
  status: ticketShape.status.unwrap(),
  tags: z.array(z.string()),
  /** ISO 8601. */
  created_at: z.string(),
  due_by: z.string(),
});
/** A ticket that is kept on this machine. */
export type DeskTicket = z.infer<typeof ticketSchema>;

const shelfSchema = z.object({ last: z.number().int().min(0), tickets: z.array(ticketSchema) });

const fileName = 'tickets.json';
const fileCap = 16 * 1024 * 1024;
/** The oldest make room for new ones. */
const mostTickets = 1000;

const hour = 3_600_000;
/** When an answer is due, by how urgent it is. */
const dueAfter: Readonly<Record<DeskTicket['priority'], number>> = {
  Urgent: 4 * hour,
  High: 8 * hour,
  Medium: 24 * hour,
  Low: 72 * hour,
};

const queue = createSerialQueue();

/** Puts a ticket on the desk of a scenario, with the next number. */
export const addTicket = (
  folder: string,
  ticket: Omit<DeskTicket, 'ticket_id' | 'created_at' | 'due_by'>,
  now: number,
): Promise<Result<DeskTicket, FailedRun>> =>
  queue(async () => {
    try {
      await mkdir(folder, { recursive: true });
      const shelf = await readShelf(folder);
      if (shelf === null)
        return fail(failedRun('notAvailable', `${fileName} is damaged; the ticket was not added to it.`));
      const added: DeskTicket = {
        ...ticket,
        ticket_id: String(shelf.last + 1),
        created_at: new Date(now).toISOString(),
        due_by: new Date(now + dueAfter[ticket.priority]).toISOString(),
      };
      const next = { last: shelf.last + 1, tickets: [...shelf.tickets, added].slice(-mostTickets) };
      const written = await atomicWrite(nodeFiles, join(folder, fileName), Buffer.from(JSON.stringify(next)), {
        mode: 0o600,
      });
      if (written.ok) return succeed(added);
      return fail(failedRun('notAvailable', `The ticket could not be kept. ${written.failure.detail}`.trim()));
    } catch (error) {
      return fail(failedFile(error, fileName));
    }
  });

/** The tickets on the desk of a scenario, newest first; none where they cannot be read. */
export const listTickets = async (folder: string): Promise<readonly DeskTicket[]> =>
  ((await readShelf(folder))?.tickets ?? []).toReversed();

/** Null: it is there and cannot be read. */
async function readShelf(folder: string): Promise<z.infer<typeof shelfSchema> | null> {
  const path = join(folder, fileName);
  const read = await readTextFile(nodeFiles, path, fileCap);
  if (!read.ok) return read.failure.code === 'scenario.notFound' ? { last: 0, tickets: [] } : null;
  const json = readJson(read.value.text);
  const shelf = shelfSchema.safeParse(json.ok ? json.value : null);
  return shelf.success ? shelf.data : null;
}
