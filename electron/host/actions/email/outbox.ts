import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { readJson } from '../../../../shared/persistence/read-json.ts';
import { atomicWrite } from '../../files/atomic-write.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import { readTextFile } from '../../files/read-text-file.ts';
import { createSerialQueue } from '../../files/serial-queue.ts';
import { failedFile, failedRun, type FailedRun } from '../failed-run.ts';
import { composeMail, type Mail } from './compose-mail.ts';
import type { MailAddress } from './read-addresses.ts';

/** The oldest make room for new ones. */
const mostMails = 500;
const mailCap = 2 * 1024 * 1024;

const addressSchema = z.strictObject({ name: z.string(), address: z.string() });
const noteSchema = z.strictObject({
  id: z.string(),
  from: addressSchema,
  to: z.array(addressSchema),
  copy: z.array(addressSchema),
  subject: z.string(),
  body: z.string(),
  at: z.number(),
});

/** A letter in the outbox; `file` names the .eml beside it. */
export type OutboxMail = Mail & { readonly file: string };

const folderOf = (scenarioFolder: string): string => join(scenarioFolder, 'outbox');
const queue = createSerialQueue();

/** Puts a letter into the outbox of a scenario, as an .eml that any mail program opens. Gives the name of the file. */
export const putIntoOutbox = (scenarioFolder: string, mail: Mail): Promise<Result<string, FailedRun>> =>
  queue(async () => {
    const folder = folderOf(scenarioFolder);
    const name = nameOf(mail);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await makeRoom(folder);
      const eml = await composeMail(mail);
      if (eml.length > mailCap) return fail(failedRun('tooLarge', 'The e-mail is larger than 2 MB.'));
      const files = [
        [`${name}.json`, Buffer.from(JSON.stringify(mail))],
        [`${name}.eml`, eml],
      ] as const;
      for (const [file, bytes] of files) {
        const written = await atomicWrite(nodeFiles, join(folder, file), bytes, { mode: 0o600 });
        if (!written.ok)
          return fail(failedRun('notAvailable', `The outbox could not be written. ${written.failure.detail}`.trim()));
      }
      return succeed(`${name}.eml`);
    } catch (error) {
      return fail(failedFile(error, 'The outbox'));
    }
  });

/** What is in the outbox, newest first. What was damaged by hand is left out. */
export async function listOutbox(scenarioFolder: string): Promise<readonly OutboxMail[]> {
  const folder = folderOf(scenarioFolder);
  const names = (await nodeFiles.list(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(names.map((name) => readMail(folder, name)));
  return mails
    .filter((mail) => mail !== null)
    .toSorted((one, other) => other.at - one.at || (other.file < one.file ? -1 : 1));
}

/** The .eml of a letter in the outbox, as text; null when there is none of that name. */
export async function readFromOutbox(scenarioFolder: string, file: string): Promise<string | null> {
  if (!/^[\w.-]+\.eml$/.test(file)) return null;
  const read = await readTextFile(nodeFiles, join(folderOf(scenarioFolder), file), mailCap);
  return read.ok ? read.value.text : null;
}

async function readMail(folder: string, name: string): Promise<OutboxMail | null> {
  const read = await readTextFile(nodeFiles, join(folder, name), mailCap);
  const json = read.ok ? readJson(read.value.text) : null;
  const mail = noteSchema.safeParse(json?.ok === true ? json.value : null);
  return mail.success ? { ...mail.data, file: name.replace(/\.json$/, '.eml') } : null;
}

async function makeRoom(folder: string): Promise<void> {
  const names = (await nodeFiles.list(folder)).filter((name) => name.endsWith('.eml')).toSorted();
  // Names begin with the moment, so that the first is the oldest.
  for (const name of names.slice(0, Math.max(0, names.length - mostMails + 1))) {
    await nodeFiles.remove(join(folder, name));
    await nodeFiles.remove(join(folder, name.replace(/\.eml$/, '.json')));
  }
}

const nameOf = ({ at, id }: Mail): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${id.slice(1, 9)}`;

export const showAddress = ({ name, address }: MailAddress): string => (name === '' ? address : `${name} <${address}>`);
