import { createHash } from 'node:crypto';
import type { FileOperations } from './file-operations.ts';

export type FileDigest = { readonly size: number; readonly hash: string; readonly bytes: Uint8Array };

const chunkSize = 1024 * 1024;

/** Reads a file to its end and says what it holds; `keep` returns the bytes too. */
export async function digestFile(
  files: FileOperations,
  path: string,
  options: { readonly keep?: boolean; readonly cap?: number } = {},
): Promise<FileDigest> {
  const cap = options.cap ?? Number.MAX_SAFE_INTEGER;
  const file = await files.openForReading(path);
  try {
    const sum = createHash('sha256');
    const kept: Uint8Array[] = [];
    const chunk = new Uint8Array(chunkSize);
    let size = 0;
    // The size is counted, not asked for: it may grow while we read, and some files claim none.
    while (size <= cap) {
      const count = await file.read(chunk);
      if (count === 0) break;
      size += count;
      sum.update(chunk.subarray(0, count));
      if (options.keep === true) kept.push(chunk.slice(0, count));
    }
    return { size, hash: sum.digest('hex'), bytes: Buffer.concat(kept) };
  } finally {
    await file.close();
  }
}
