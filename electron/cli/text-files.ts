import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import { atomicWrite } from '../host/files/atomic-write.ts';
import { nodeFiles } from '../host/files/file-operations.ts';
import { readTextFile } from '../host/files/read-text-file.ts';

/** Reads a text file, or says in a sentence why not. */
export async function readText(path: string): Promise<Result<string, string>> {
  const read = await readTextFile(nodeFiles, path);
  return read.ok ? succeed(read.value.text) : fail(failureSentence(read.failure));
}

/** The same; null when there is no such file. */
export async function readTextIfThere(path: string): Promise<Result<string | null, string>> {
  const read = await readTextFile(nodeFiles, path);
  if (read.ok) return succeed(read.value.text);
  return read.failure.code === 'scenario.notFound' ? succeed(null) : fail(failureSentence(read.failure));
}

export type WriteText = {
  /** Refuse when something is there already. */
  readonly onlyNew?: boolean;
  /** Keep what was there beside it. */
  readonly keepPrevious?: boolean;
  /** Permissions of a file that is new. */
  readonly mode?: number;
};

/** Writes a whole file or nothing. A link the person named is followed, as any tool would. */
export async function writeText(path: string, text: string, how: WriteText = {}): Promise<Result<null, string>> {
  const target = await nodeFiles.resolve(path).catch(() => path);
  const written = await atomicWrite(nodeFiles, target, Buffer.from(text, 'utf8'), {
    keepPrevious: how.keepPrevious ?? false,
    ...(how.mode === undefined ? {} : { mode: how.mode }),
    ...(how.onlyNew === true ? { mayReplace: (present: string | null) => present === null } : {}),
  });
  return written.ok ? succeed(null) : fail(failureSentence(written.failure));
}

function failureSentence(failure: Failure): string {
  const sentence = sentences[failure.code] ?? 'The file cannot be used.';
  return failure.detail === '' || failure.code === 'scenario.notFound' ? sentence : `${sentence} ${failure.detail}`;
}

const sentences: { readonly [Code in Failure['code']]?: string } = {
  'scenario.notFound': 'There is no such file.',
  'scenario.notReadable': 'The file cannot be read.',
  'scenario.tooLarge': 'The file is too large.',
  'scenario.changedOnDisk': 'The file exists already; it was not changed. Choose another name.',
  'scenario.noSpace': 'There is not enough room on the disk; nothing was changed.',
  'scenario.notWritable': 'The file cannot be written; nothing was changed.',
  'scenario.folderGone': 'There is no such folder; nothing was written.',
  'scenario.symbolicLink': 'There is a link in the place of the file; nothing was written.',
};
