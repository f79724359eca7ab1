import { hash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { errorCode, type FileLook, type FileOperations, type OpenFile } from './file-operations.ts';
import { writingFailure } from './file-failure.ts';
import { digestFile } from './digest-file.ts';
import { discardTemporary, temporaryBeside } from './temporary-file.ts';

export type WriteOptions = {
  /** Keep what was there as `<name>.bak`. */
  readonly keepPrevious?: boolean;
  /** Who may read a file that is new; one that is replaced keeps its own. */
  readonly mode?: number;
  /** Asked with the hash of what is there (null: nothing) just before it is replaced. False leaves it alone. */
  readonly mayReplace?: (presentHash: string | null) => boolean;
};

/**
 * Replaces a file as a whole or not at all: whatever moment the process dies or the disk fills up, the path holds the
 * old bytes or the new ones. Never writes through a link; the caller resolves one the person opened on purpose.
 */
export async function atomicWrite(
  files: FileOperations,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<Result<{ readonly hash: string }, Failure>> {
  const temporary = temporaryBeside(path);
  try {
    const present = await files.look(path);
    const refusal = refuseTarget(present, path);
    if (refusal !== null) return fail(refusal);
    const wanted = hash('sha256', bytes);
    await writeWhole(files, temporary, bytes, present?.mode ?? null, options.mode);
    const written = await digestFile(files, temporary);
    if (written.size !== bytes.length || written.hash !== wanted) return fail(notKept(path));
    if (options.mayReplace !== undefined) {
      const presentHash = present === null ? null : (await digestFile(files, path)).hash;
      if (!options.mayReplace(presentHash)) return fail({ code: 'scenario.changedOnDisk', detail: '', path });
    }
    if (options.keepPrevious === true && present !== null) await keepPrevious(files, path, present);
    await renamePatiently(files, temporary, path);
    await files.syncFolder(dirname(path));
    return succeed({ hash: wanted });
  } catch (error) {
    return fail(writingFailure(error, path));
  } finally {
    await discardTemporary(files, temporary);
  }
}

const notKept = (path: string): Failure => ({
  code: 'scenario.notWritable',
  detail: 'The disk did not keep what was written.',
  path,
});

function refuseTarget(present: FileLook | null, path: string): Failure | null {
  if (present === null) return null;
  if (present.kind === 'link') return { code: 'scenario.symbolicLink', detail: '', path };
  if (present.kind !== 'file') return { code: 'scenario.notWritable', detail: 'There is no file there.', path };
  // A rename would replace a file its owner locked; say so instead.
  if ((present.mode & 0o222) === 0) return { code: 'scenario.notWritable', detail: 'The file is read-only.', path };
  return null;
}

/** All bytes, on the disk and not only on their way to it. */
async function writeWhole(
  files: FileOperations,
  path: string,
  bytes: Uint8Array,
  likeMode: number | null,
  newMode = 0o666,
): Promise<void> {
  const file = await files.create(path, likeMode ?? newMode);
  try {
    if (likeMode !== null) await file.chmod(likeMode);
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A write may take less than it was given: popular writers ignore that and truncate on a full disk. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let rest = bytes; rest.length > 0;) {
    const taken = await file.write(rest);
    if (taken === 0) throw Object.assign(new Error('the disk took nothing'), { code: 'ENOSPC' });
    rest = rest.subarray(taken);
  }
}

/** Where the generation before the present one is kept. */
export const previousPath = (path: string): string => `${path}.bak`;

const linkless = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

async function keepPrevious(files: FileOperations, path: string, present: FileLook): Promise<void> {
  // A name this long leaves no room for the suffix; better saved without a second generation than not saved.
  if (Buffer.byteLength(basename(previousPath(path))) > 255) return;
  const temporary = temporaryBeside(path);
  try {
    try {
      await files.link(path, temporary);
    } catch (error) {
      if (!linkless.has(errorCode(error))) throw error;
      await writeWhole(files, temporary, (await digestFile(files, path, { keep: true })).bytes, present.mode);
    }
    await renamePatiently(files, temporary, previousPath(path));
  } finally {
    // After an interrupted save both names are the same file already, and the rename leaves the temporary one.
    await discardTemporary(files, temporary);
  }
}

const busyOnWindows = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renameDelays = [5, 10, 20, 40, 80, 160, 320, 640];

/** On Windows a virus scanner or an indexer may hold a fresh file for a moment. */
async function renamePatiently(files: FileOperations, from: string, to: string): Promise<void> {
  for (const delay of process.platform === 'win32' ? renameDelays : []) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!busyOnWindows.has(errorCode(error))) throw error;
      await wait(delay);
    }
  }
  await files.rename(from, to);
}
