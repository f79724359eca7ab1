import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { smallPictureSchema, type SmallPicture } from '../../../shared/bridge/contract/recent-contract.ts';
import { atomicWrite } from './atomic-write.ts';
import { digestFile } from './digest-file.ts';
import type { FileOperations } from './file-operations.ts';

/** Small pictures of scenarios, one file each, beside the settings and never in a scenario. */
export type RecentPictures = {
  readonly read: (key: string) => Promise<SmallPicture | null>;
  readonly keep: (key: string, picture: SmallPicture) => Promise<void>;
  /** Removes all but those of these keys. */
  readonly keepOnly: (keys: readonly string[]) => Promise<void>;
};

const suffix = '.picture.json';
/** Five numbers a shape, at most four digits and a comma each, and room to spare. */
const cap = 16 * 1024;

export function createRecentPictures(files: FileOperations, folder: string): RecentPictures {
  const placeOf = (key: string): string => join(folder, key + suffix);
  return {
    read: async (key) => {
      try {
        const { bytes, size } = await digestFile(files, placeOf(key), { keep: true, cap });
        if (size > cap) return null;
        const parsed = smallPictureSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
        return parsed.success ? parsed.data : null;
      } catch {
        // None was kept, or it is damaged: the list shows the name alone.
        return null;
      }
    },
    keep: async (key, picture) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await atomicWrite(files, placeOf(key), Buffer.from(JSON.stringify(picture)), { mode: 0o600 });
    },
    keepOnly: async (keys) => {
      const wanted = new Set(keys.map((key) => key + suffix));
      const names = await files.list(folder).catch((): readonly string[] => []);
      for (const name of names) if (name.endsWith(suffix) && !wanted.has(name)) await files.remove(join(folder, name));
    },
  };
}
