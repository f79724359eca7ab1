import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../../../electron/host/files/file-operations.ts';
import { createVersionFiles, type VersionFiles } from '../../../../../electron/host/versions/version-files.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const keep = async (versions: VersionFiles, name: string, now: number, text = name) =>
  unwrap(await versions.keep('key', { name, note: `${name}!`, text }, now));
const names = async (versions: VersionFiles, key = 'key') => (await versions.list(key)).map(({ name }) => name);

test('a version comes back as it was kept, also after a restart, the newest first', async () => {
  const folder = makeTemporaryFolder();
  const { version } = await keep(createVersionFiles(nodeFiles, folder), 'First', 1000, '{"é": 1}\n');
  await keep(createVersionFiles(nodeFiles, folder), 'Second', 2000);
  const versions = createVersionFiles(nodeFiles, folder);
  expect(await names(versions)).toEqual(['Second', 'First']);
  expect((await versions.list('key'))[1]).toEqual({
    ...version,
    name: 'First',
    note: 'First!',
    keptAt: 1000,
    size: 10,
  });
  expect(unwrap(await versions.read('key', version.id))).toBe('{"é": 1}\n');
  expect(await names(versions, 'other')).toEqual([]);
});

test('what is forgotten is gone, the others stay', async () => {
  const folder = makeTemporaryFolder();
  const versions = createVersionFiles(nodeFiles, folder);
  const { version } = await keep(versions, 'First', 1);
  await keep(versions, 'Second', 2);
  await versions.forget('key', version.id);
  expect(await names(versions)).toEqual(['Second']);
  expect(await versions.read('key', version.id)).toMatchObject({ ok: false, failure: { code: 'scenario.notFound' } });
  expect(readdirSync(join(folder, 'key'))).toHaveLength(2);
});

test('there is room for so many, and the oldest give way and are named', async () => {
  const folder = makeTemporaryFolder();
  const versions = createVersionFiles(nodeFiles, folder, { count: 2, bytes: 1000 });
  await keep(versions, 'First', 1);
  expect((await keep(versions, 'Second', 2)).dropped).toEqual([]);
  expect((await keep(versions, 'Third', 3)).dropped).toEqual(['First']);
  expect((await keep(versions, 'Large', 4, 'x'.repeat(2000))).dropped).toEqual(['Third', 'Second']);
  expect(await names(versions)).toEqual(['Large']);
});

test('a damaged label hides nothing but itself, and what a crash left half kept is swept', async () => {
  const folder = makeTemporaryFolder();
  const versions = createVersionFiles(nodeFiles, folder);
  const { version } = await keep(versions, 'First', 1);
  await keep(versions, 'Second', 2);
  writeFileSync(join(folder, 'key', `${version.id}.label.json`), '{"name": ');
  writeFileSync(join(folder, 'key', '1-0123456789ab.parley.json'), 'half');
  writeFileSync(join(folder, 'key', 'mine.parley.json'), 'not ours');
  expect(await names(versions)).toEqual(['Second']);
  await keep(versions, 'Third', 3);
  const left = readdirSync(join(folder, 'key'));
  expect(left).not.toContain('1-0123456789ab.parley.json');
  expect(left).toContain('mine.parley.json');
});

test('what cannot be written is told, and nothing is listed', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'key'), 'in the way');
  const versions = createVersionFiles(nodeFiles, folder);
  const kept = await versions.keep('key', { name: 'First', note: '', text: '' }, 1);
  expect(kept).toMatchObject({ ok: false, failure: { code: 'scenario.notWritable' } });
  expect(await names(versions)).toEqual([]);
});
