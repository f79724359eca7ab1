import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Memory of an interpreter that has just started, kept between runs of the program. */
export type SnapshotStore = {
  /** The file, when there is one for this runtime and it is whole. */
  readonly find: () => Promise<string | null>;
  /** Null when it cannot be kept: then every start is a cold one. */
  readonly keep: (snapshot: Uint8Array) => Promise<string | null>;
  readonly discard: () => Promise<void>;
};

const ending = '.snapshot';

/** The key says what a snapshot was made of. Those of other versions of this program are swept away. */
export function createSnapshotStore(folder: string, key: string): SnapshotStore {
  const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes).slice(0, 32);
  const list = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => name.endsWith(ending));
  };
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await rm(join(folder, name), { force: true }).catch(() => undefined);
  };
  /** Looked at once: reading thirty megabytes before every start would cost more than it protects. */
  let checked: string | null = null;
  const find = async (): Promise<string | null> => {
    for (const name of (await list()).filter((each) => each.startsWith(`${key}.`))) {
      const path = join(folder, name);
      if (path === checked) return path;
      const bytes = await readFile(path).catch(() => null);
      if (bytes !== null && name === `${key}.${digestOf(bytes)}${ending}`) return (checked = path);
      await remove([name]);
    }
    return null;
  };
  return {
    find,
    keep: async (snapshot) => {
      const path = join(folder, `${key}.${digestOf(snapshot)}${ending}`);
      const temporary = `${path}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await remove((await list()).filter((name) => !name.startsWith(`${key}.`)));
        // Two programs may make one at the same time. The first is kept: somebody may be reading it.
        const theirs = await find();
        if (theirs !== null) return theirs;
        await writeFile(temporary, snapshot, { flag: 'wx' });
        await rename(temporary, path);
        return (checked = path);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
        return null;
      }
    },
    discard: async () => {
      checked = null;
      await remove((await list()).filter((name) => name.startsWith(`${key}.`)));
    },
  };
}
