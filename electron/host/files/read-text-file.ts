import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { digestFile } from './digest-file.ts';
import type { FileOperations } from './file-operations.ts';
import { readingFailure } from './file-failure.ts';

/** No scenario comes near this; what does would only fill the memory. */
export const textFileCap = 64 * 1024 * 1024;

export type TextFile = { readonly path: string; readonly text: string; readonly hash: string };

/** Reads a text file a person chose. `path` in the answer has every link resolved: it is the file itself. */
export async function readTextFile(
  files: FileOperations,
  chosen: string,
  cap = textFileCap,
): Promise<Result<TextFile, Failure>> {
  try {
    const path = await files.resolve(chosen);
    const look = await files.look(path);
    if (look === null) return fail({ code: 'scenario.notFound', detail: '', path: chosen });
    if (look.kind !== 'file') return fail(notReadable(path, 'It is not a file.'));
    if (look.size > cap) return fail(tooLarge(path, cap));
    const read = await digestFile(files, path, { keep: true, cap });
    if (read.size > cap) return fail(tooLarge(path, cap));
    const text = decodeText(read.bytes);
    if (text === null) return fail(notReadable(path, 'It is not UTF-8 text.'));
    return succeed({ path, text, hash: read.hash });
  } catch (error) {
    return fail(readingFailure(error, chosen));
  }
}

/** Strict: a byte we cannot read would be lost by the next save. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const notReadable = (path: string, detail: string): Failure => ({ code: 'scenario.notReadable', detail, path });

const tooLarge = (path: string, cap: number): Failure => ({
  code: 'scenario.tooLarge',
  detail: `The limit is ${Math.floor(cap / 1024 / 1024)} MB.`,
  path,
});
