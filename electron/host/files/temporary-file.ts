import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { errorCode, type FileOperations } from './file-operations.ts';

const inProgress = new Set<string>();
const temporaryPattern = /^\.parley-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

/** Random, so that nobody can wait at the name; with the process in it, so that leftovers can be told from work. */
export function temporaryBeside(path: string): string {
  const name = `.parley-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
  const temporary = join(dirname(path), name);
  inProgress.add(temporary);
  return temporary;
}

export async function discardTemporary(files: FileOperations, temporary: string): Promise<void> {
  inProgress.delete(temporary);
  // A leftover is swept on the next start; failing the save for it would tell the person something false.
  await files.remove(temporary).catch(() => undefined);
}

/** Removes what killed processes left in a folder. Gives the number removed. */
export async function sweepTemporaries(files: FileOperations, folder: string): Promise<number> {
  const names = await files.list(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const owner = temporaryPattern.exec(name)?.[1];
    if (owner === undefined || isStillWriting(Number(owner), join(folder, name))) continue;
    await files.remove(join(folder, name)).then(
      () => (removed += 1),
      () => undefined,
    );
  }
  return removed;
}

function isStillWriting(owner: number, path: string): boolean {
  if (owner === process.pid) return inProgress.has(path);
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
