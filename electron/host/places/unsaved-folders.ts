import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journals } from '../files/journal.ts';

const isUnsaved = (key: string): boolean => /^unsaved-[0-9a-f]{16}$/.test(key);

/** What actions of work without a file put down, such as letters: it ends when the work does, or goes on in its file. */
export async function removeUnsavedFolder(userFolder: string, key: string): Promise<void> {
  if (isUnsaved(key)) await rm(join(userFolder, 'scenarios', key), { recursive: true, force: true });
}

/** The same for starts that did not end well: what no journal speaks of any more belongs to nobody. */
export async function sweepUnsavedFolders(userFolder: string, journals: Journals): Promise<void> {
  const folders = (await readdir(join(userFolder, 'scenarios')).catch((): string[] => [])).filter(isUnsaved);
  if (folders.length === 0) return;
  const known = new Set((await journals.list()).map(({ key }) => key));
  for (const key of folders) if (!known.has(key)) await removeUnsavedFolder(userFolder, key);
}
