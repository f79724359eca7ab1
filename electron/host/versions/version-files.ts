import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { versionIdSchema, versionSchema, type Version } from '../../../shared/bridge/contract/version-contract.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { digestFile } from '../files/digest-file.ts';
import { writingFailure } from '../files/file-failure.ts';
import type { FileOperations } from '../files/file-operations.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { createSerialQueue } from '../files/serial-queue.ts';
import { sweepTemporaries } from '../files/temporary-file.ts';

export type KeptVersion = { readonly version: Version; readonly dropped: readonly string[] };

/** Named versions, in one folder for each scenario: the scenario file as it was, and beside it what it is called. */
export type VersionFiles = {
  /** Newest first. */
  readonly list: (key: string) => Promise<readonly Version[]>;
  readonly keep: (
    key: string,
    version: { readonly name: string; readonly note: string; readonly text: string },
    now: number,
  ) => Promise<Result<KeptVersion, Failure>>;
  readonly read: (key: string, id: string) => Promise<Result<string, Failure>>;
  readonly forget: (key: string, id: string) => Promise<void>;
  /** The versions of one scenario become those of another, too: it is a copy of it. Gives how many there were. */
  readonly copy: (from: string, to: string) => Promise<number>;
  /** The same, and they are the other's alone from then on: it is the same scenario under another name. */
  readonly move: (from: string, to: string) => Promise<number>;
};

export type VersionLimits = { readonly count: number; readonly bytes: number };

/** More than anybody names, and less than a disk notices. */
const usualLimits: VersionLimits = { count: 100, bytes: 512 * 1024 * 1024 };

const textSuffix = '.parley.json';
const labelSuffix = '.label.json';

export function createVersionFiles(files: FileOperations, folder: string, limits = usualLimits): VersionFiles {
  const inTurn = createSerialQueue();
  const placeOf = (key: string, name: string): string => join(folder, key, name);
  const list = (key: string): Promise<readonly Version[]> => listVersions(files, join(folder, key));
  const forget = async (key: string, id: string): Promise<void> => {
    // The label first: without it the text is nobody's, and goes with the next one kept.
    await files.remove(placeOf(key, id + labelSuffix));
    await files.remove(placeOf(key, id + textSuffix));
  };
  const copy = async (from: string, to: string): Promise<readonly Version[]> => {
    const versions = from === to ? [] : await list(from);
    if (versions.length === 0) return versions;
    await mkdir(join(folder, to), { recursive: true, mode: 0o700 });
    // The text first, as when it was kept: a label without one would be no version.
    for (const { id } of versions)
      for (const suffix of [textSuffix, labelSuffix])
        await copyFile(placeOf(from, id + suffix), placeOf(to, id + suffix), constants.COPYFILE_FICLONE);
    for (const { id } of beyond(await list(to), limits)) await forget(to, id);
    return versions;
  };
  return {
    list: (key) => inTurn(() => list(key)),
    keep: (key, { name, note, text }, now) =>
      inTurn(async () => {
        const bytes = Buffer.from(text);
        const version = { id: newId(now), name, note, keptAt: now, size: bytes.length };
        try {
          await mkdir(join(folder, key), { recursive: true, mode: 0o700 });
          await sweep(files, join(folder, key));
        } catch (error) {
          return fail(writingFailure(error, join(folder, key)));
        }
        const parts = [
          [textSuffix, bytes],
          [labelSuffix, Buffer.from(`${JSON.stringify(version, null, 2)}\n`)],
        ] as const;
        for (const [suffix, content] of parts) {
          const written = await atomicWrite(files, placeOf(key, version.id + suffix), content, { mode: 0o600 });
          if (!written.ok) return written;
        }
        const tooMany = beyond(await list(key), limits);
        for (const { id } of tooMany) await forget(key, id);
        return succeed({ version, dropped: tooMany.map((old) => old.name) });
      }),
    read: (key, id) =>
      inTurn(async () => {
        const read = await readTextFile(files, placeOf(key, id + textSuffix));
        return read.ok ? succeed(read.value.text) : read;
      }),
    forget: (key, id) => inTurn(() => forget(key, id)),
    copy: (from, to) => inTurn(async () => (await copy(from, to)).length),
    move: (from, to) =>
      inTurn(async () => {
        const versions = await copy(from, to);
        // All of them stand there before the first goes here.
        for (const { id } of versions) await forget(from, id);
        return versions.length;
      }),
  };
}

/** By time first, so that a folder listing reads in order. */
const newId = (now: number): string => `${Math.max(0, Math.floor(now)).toString(36)}-${randomBytes(6).toString('hex')}`;

/** The oldest that go beyond the limits; the newest always stays. */
function beyond(newestFirst: readonly Version[], limits: VersionLimits): readonly Version[] {
  let bytes = 0;
  return newestFirst.filter(({ size }, at) => {
    bytes += size;
    return at > 0 && (at >= limits.count || bytes > limits.bytes);
  });
}

async function listVersions(files: FileOperations, folder: string): Promise<readonly Version[]> {
  const names = await files.list(folder).catch((): string[] => []);
  const labels = names.filter((name) => name.endsWith(labelSuffix) && names.includes(idOf(name) + textSuffix));
  const read = await Promise.all(labels.map((name) => readLabel(files, join(folder, name), idOf(name))));
  return read
    .flatMap((version) => version ?? [])
    .toSorted((left, right) => right.keptAt - left.keptAt || (left.id < right.id ? 1 : -1));
}

const idOf = (name: string): string => name.replace(/\..*$/, '');

/** Null for a label nobody of ours wrote: one damaged file must not hide the others. */
async function readLabel(files: FileOperations, path: string, id: string): Promise<Version | null> {
  try {
    if ((await files.look(path))?.kind !== 'file') return null;
    const { bytes } = await digestFile(files, path, { keep: true, cap: 64 * 1024 });
    const parsed = versionSchema.safeParse(JSON.parse(new TextDecoder('utf-8').decode(bytes)));
    return parsed.success && parsed.data.id === id ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Texts whose label was never written, or is gone. */
async function sweep(files: FileOperations, folder: string): Promise<void> {
  await sweepTemporaries(files, folder);
  const names = await files.list(folder);
  const orphans = names.filter(
    (name) =>
      name.endsWith(textSuffix) &&
      versionIdSchema.safeParse(idOf(name)).success &&
      !names.includes(idOf(name) + labelSuffix),
  );
  for (const name of orphans) await files.remove(join(folder, name));
}
