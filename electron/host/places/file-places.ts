import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';
import { digestFile } from '../files/digest-file.ts';
import type { FileOperations } from '../files/file-operations.ts';
import { createSerialQueue } from '../files/serial-queue.ts';
import { sweepTemporaries } from '../files/temporary-file.ts';

const placeSchema = z.strictObject({
  /** The real path a scenario file had when it was last read or written here. */
  path: z.string().min(1).max(4096),
  /** Of its bytes at that moment. */
  hash: z.string().max(64),
});

/** Where a scenario file was last seen. `key` names what is kept for it: its journal, its versions, its answers. */
export type FilePlace = z.infer<typeof placeSchema> & { readonly key: string };

/** What is kept for a file is kept by its path; this remembers the paths, so that a file that moved is known again. */
export type FilePlaces = {
  readonly note: (place: FilePlace) => Promise<void>;
  readonly find: (key: string) => Promise<FilePlace | null>;
  readonly list: () => Promise<readonly FilePlace[]>;
  readonly forget: (key: string) => Promise<void>;
};

const suffix = '.place.json';
/** Longer than any path of ours, written as JSON. */
const cap = 32 * 1024;
/** More files than anybody goes back to; a file that falls off is merely not known again after a move. */
const mostPlaces = 500;

export function createFilePlaces(files: FileOperations, folder: string): FilePlaces {
  const inTurn = createSerialQueue();
  const placeOf = (key: string): string => join(folder, key + suffix);
  const keys = async (): Promise<readonly string[]> =>
    (await files.list(folder).catch((): readonly string[] => []))
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length));
  const read = async (key: string): Promise<FilePlace | null> => {
    try {
      const { bytes } = await digestFile(files, placeOf(key), { keep: true, cap });
      const parsed = placeSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? { key, ...parsed.data } : null;
    } catch {
      // Never noted, or damaged: the file is then met for the first time.
      return null;
    }
  };
  const write = async ({ key, path, hash }: FilePlace): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A place that cannot be noted costs nothing but being known again, so no save or open fails for it.
    await atomicWrite(files, placeOf(key), Buffer.from(JSON.stringify({ path, hash })), { mode: 0o600 });
  };
  return {
    note: (place) =>
      inTurn(async () => {
        const before = await read(place.key);
        if (before?.path === place.path && before.hash === place.hash) return;
        await write(place).catch(() => undefined);
        if (before === null) await makeRoom(files, folder, await keys());
      }),
    find: (key) => inTurn(() => read(key)),
    list: () => inTurn(async () => (await Promise.all((await keys()).map(read))).filter((place) => place !== null)),
    forget: (key) => inTurn(() => files.remove(placeOf(key))),
  };
}

async function makeRoom(files: FileOperations, folder: string, keys: readonly string[]): Promise<void> {
  if (keys.length <= mostPlaces) return;
  await sweepTemporaries(files, folder);
  const aged = await Promise.all(
    keys.map(async (key) => {
      const path = join(folder, key + suffix);
      return { path, changedAt: (await files.look(path).catch(() => null))?.changedAt ?? 0 };
    }),
  );
  const oldestFirst = aged.toSorted((one, other) => one.changedAt - other.changedAt);
  for (const { path } of oldestFirst.slice(0, keys.length - mostPlaces)) await files.remove(path);
}
