import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSnapshotStore } from '../../../../../electron/python/run/snapshot-store.ts';
import { makeTemporaryFolder } from '../../host/files/temporary-folder.ts';

const bytes = new Uint8Array([1, 2, 3]);

test('a snapshot is found again, by another start of the program too', async () => {
  const folder = join(makeTemporaryFolder(), 'python');
  const store = createSnapshotStore(folder, 'key');
  expect(await store.find()).toBeNull();
  const path = await store.keep(bytes);
  expect(await store.find()).toBe(path);
  expect(await createSnapshotStore(folder, 'key').find()).toBe(path);
  expect(new Uint8Array(readFileSync(path ?? ''))).toEqual(bytes);
});

test('one of another version is not taken, and goes when a new one is kept', async () => {
  const folder = makeTemporaryFolder();
  await createSnapshotStore(folder, 'old').keep(bytes);
  const store = createSnapshotStore(folder, 'new');
  expect(await store.find()).toBeNull();
  await store.keep(bytes);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^new\..*\.snapshot$/)]);
});

test('of two made at the same time the first is kept', async () => {
  const folder = makeTemporaryFolder();
  const first = await createSnapshotStore(folder, 'key').keep(bytes);
  expect(await createSnapshotStore(folder, 'key').keep(new Uint8Array([4, 5]))).toBe(first);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('one that was cut short or changed is not taken, and removed', async () => {
  const folder = makeTemporaryFolder();
  const path = await createSnapshotStore(folder, 'key').keep(bytes);
  writeFileSync(path ?? '', new Uint8Array([1, 2]));
  expect(await createSnapshotStore(folder, 'key').find()).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('one that was refused is discarded; another key is left alone', async () => {
  const folder = makeTemporaryFolder();
  const store = createSnapshotStore(folder, 'key');
  await store.keep(bytes);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await store.discard();
  expect(await store.find()).toBeNull();
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('a folder that cannot be written to is no trouble', async () => {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const store = createSnapshotStore(join(file, 'below'), 'key');
  expect(await store.keep(bytes)).toBeNull();
  expect(await store.find()).toBeNull();
});
