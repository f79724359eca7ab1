import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createCutter } from '../../../../../electron/worker/semantic/cut-text.ts';
import { loadTextModel, type TextModel } from '../../../../../electron/worker/semantic/load-text-model.ts';
import { modelFiles, modelFolder } from '../../../../../electron/worker/semantic/model-files.ts';
import { unwrap, unwrapFailure } from '../../../../builders/unwrap.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-model-'));
  folders.push(folder);
  return folder;
};

test('a model that is not there, or only in part, is said to be absent', async () => {
  const folder = await aFolder();
  expect(unwrapFailure(await loadTextModel(folder))).toMatch(/^The model of meaning is not on this machine, so/);
  await writeFile(join(folder, modelFiles.model.name), 'part');
  expect(unwrapFailure(await loadTextModel(folder))).toMatch(/is not on this machine/);
});

test('a model that is not the one it should be is not run', async () => {
  const folder = await aFolder();
  for (const { name } of Object.values(modelFiles))
    await writeFile(join(folder, name), 'globalThis.wasRun = true; export default 1;');
  expect(unwrapFailure(await loadTextModel(folder))).toMatch(/is not the one it should be/);
  expect('wasRun' in globalThis).toBe(false);
});

test('its folder is in the cache of the person, under its version', () => {
  expect(modelFolder({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(join('/cache', 'parley', 'semantic-model-1'));
  expect(modelFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'parley', 'semantic-model-1'));
  expect(modelFolder({}, 'darwin')).toMatch(/Caches.parley.semantic-model-1$/);
});

test('texts are cut as the model learned them', () => {
  const pieces = ['[UNK]', '[CLS]', '[SEP]', 'play', '##ing', 'a', '-', 'song', '字'];
  const cut = createCutter(new Map(pieces.map((piece, number) => [piece, number])));
  const shown = (text: string): string =>
    cut(text)
      .map((number) => pieces[number])
      .join(' ');
  expect(shown('Playing a-song')).toBe('[CLS] play ##ing a - song [SEP]');
  expect(shown('PLÁY 字字 zebra')).toBe('[CLS] play 字 字 [UNK] [SEP]');
  expect(shown('a '.repeat(500)).split(' ')).toHaveLength(64);
  expect(shown('x'.repeat(5_000))).toBe('[CLS] [UNK] [SEP]');
});

const installed = modelFolder();
const isInstalled = existsSync(join(installed, modelFiles.model.name));
if (!isInstalled) console.info('Skipped: the semantic model is not installed (npm run semantic-model).');

describe.runIf(isInstalled)('the installed model', () => {
  let loaded: Promise<TextModel> | null = null;
  const model = (): Promise<TextModel> => (loaded ??= loadTextModel(installed).then(unwrap));
  const likeness = ([one, other]: readonly Float32Array[]): number =>
    (one ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);

  test('knows what is meant alike, whoever is read beside it', { timeout: 60_000 }, async () => {
    const { read } = await model();
    const alike = await read(['where is my parcel', 'has my package been shipped yet']);
    const apart = await read(['where is my parcel', 'play some jazz']);
    expect(likeness(alike)).toBeGreaterThan(likeness(apart) + 0.2);
    expect(likeness([...(await read(['where is my parcel'])), ...alike.slice(0, 1)])).toBeCloseTo(1, 6);
    expect(await read([])).toEqual([]);
  });

  test('is refused when one byte of it has changed', { timeout: 60_000 }, async () => {
    const folder = await aFolder();
    await cp(installed, folder, { recursive: true });
    const file = join(folder, modelFiles.runtime.name);
    await writeFile(file, `${await readFile(file, 'utf8')} `);
    expect(unwrapFailure(await loadTextModel(folder))).toMatch(/is not the one it should be/);
  });
});
