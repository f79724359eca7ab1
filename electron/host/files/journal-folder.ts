import { join } from 'node:path';
import { digestFile } from './digest-file.ts';
import type { FileOperations } from './file-operations.ts';
import { parseJournal, parseJournalHeader, printJournalHeader, type JournalHeader } from './journal-text.ts';
import { atomicWrite } from './atomic-write.ts';

export const journalSuffix = '.journal';
/** What an earlier session left, once new edits are being written under the same key. */
export const earlierSuffix = '.earlier';

const cap = 512 * 1024 * 1024;

export type LeftJournal = {
  readonly key: string;
  readonly header: JournalHeader;
  /** What the edits began with. */
  readonly base: string;
  /** The scenario with all edits done. */
  readonly text: string;
  readonly edits: number;
  readonly savedAt: number;
};

/** Null when there is none; 'unreadable' for what nothing can be got out of. */
export async function readJournal(
  files: FileOperations,
  key: string,
  path: string,
): Promise<LeftJournal | 'unreadable' | null> {
  const look = await files.look(path);
  if (look === null) return null;
  if (look.kind !== 'file') return 'unreadable';
  const { bytes } = await digestFile(files, path, { keep: true, cap });
  // Lenient: a character cut in half by a killed process is in the torn last line anyway.
  const text = new TextDecoder('utf-8').decode(bytes);
  const header = parseJournalHeader(text);
  const work = header === null ? null : parseJournal(text);
  if (header === null || work === null) return 'unreadable';
  return { key, header, ...work, savedAt: look.changedAt };
}

type Listed = { readonly key: string; readonly header: JournalHeader };

export async function listJournals(files: FileOperations, folder: string): Promise<readonly Listed[]> {
  const names = await files.list(folder).catch(() => []);
  const ours = names.filter((name) => name.endsWith(journalSuffix) || name.endsWith(earlierSuffix));
  const keys = [...new Set(ours.map((name) => name.replace(/\.\w+$/, '')))];
  const found = await Promise.all(keys.map((key) => headerOf(files, folder, key)));
  // By count, never by clock: clocks go backwards.
  return found
    .flatMap((listed) => listed ?? [])
    .toSorted(({ header: left }, { header: right }) => right.session - left.session || right.opened - left.opened);
}

type JournalMove = { readonly from: string; readonly to: string; readonly path: string };

/** The edits stay as they are; the line above them, which says whose they are, is written anew. */
export async function moveJournal(
  files: FileOperations,
  folder: string,
  { from, to, path }: JournalMove,
): Promise<void> {
  const suffixes = [journalSuffix, earlierSuffix];
  const present = await Promise.all(suffixes.map((suffix) => files.look(join(folder, to + suffix))));
  if (present.some((look) => look !== null)) return;
  for (const suffix of suffixes) {
    const place = join(folder, from + suffix);
    if ((await files.look(place))?.kind !== 'file') continue;
    const { bytes } = await digestFile(files, place, { keep: true, cap });
    const text = new TextDecoder('utf-8').decode(bytes);
    const header = parseJournalHeader(text);
    if (header === null) continue;
    const moved = printJournalHeader({ ...header, path }) + text.slice(text.indexOf('\n') + 1);
    const written = await atomicWrite(files, join(folder, to + suffix), Buffer.from(moved), { mode: 0o600 });
    // Only once it stands there: until then it is offered under the old name.
    if (written.ok) await files.remove(place);
  }
}

async function headerOf(files: FileOperations, folder: string, key: string): Promise<Listed | null> {
  for (const suffix of [journalSuffix, earlierSuffix]) {
    const path = join(folder, key + suffix);
    if ((await files.look(path))?.kind !== 'file') continue;
    const { bytes } = await digestFile(files, path, { keep: true, cap: 0 });
    const header = parseJournalHeader(new TextDecoder('utf-8').decode(bytes));
    if (header !== null) return { key, header };
  }
  return null;
}
