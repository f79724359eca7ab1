import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestHost } from '../../../../builders/a-host.ts';
import { unwrap, unwrapFailure } from '../../../../builders/unwrap.ts';
import { mostShapes } from '../../../../../shared/bridge/contract/recent-contract.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const picture = { ratio: 2, shapes: [0, 0, 0, 1000, 1000] };

async function setUp() {
  const folder = makeTemporaryFolder();
  const user = join(folder, 'user');
  const window = (await createTestHost(user)).connect();
  /** Opens a file and lets go of it again; what names it. */
  const visit = async (name: string): Promise<string> => {
    writeFileSync(join(folder, name), 'text');
    window.answers.open = join(folder, name);
    const opened = unwrap(await window.host.call('scenario.choose', {}));
    if (opened.kind !== 'opened') throw new Error('nothing was opened');
    unwrap(await window.host.call('scenario.close', { file: opened.scenario.file }));
    return opened.scenario.file;
  };
  const names = async () => unwrap(await window.host.call('scenario.recent', {})).files.map(({ name }) => name);
  const pictures = () => readdirSync(join(user, 'recent'));
  return { folder, user, host: window.host, answers: window.answers, visit, names, pictures };
}

test('a dozen are remembered, and what is pinned for as long as it is', async () => {
  const { host, visit, names } = await setUp();
  const pinned = await visit('pinned.json');
  unwrap(await host.call('recent.pin', { file: pinned, pinned: true }));
  for (let number = 1; number <= 15; number += 1) await visit(`${number}.json`);
  expect((await names()).length).toBe(13);
  expect((await names()).at(-1)).toBe('pinned.json');
  // Opened again it is still pinned.
  await visit('pinned.json');
  const [first] = unwrap(await host.call('scenario.recent', {})).files;
  expect(first).toMatchObject({ name: 'pinned.json', pinned: true });
  unwrap(await host.call('recent.pin', { file: pinned, pinned: false }));
  expect((await names()).length).toBe(12);
});

test('a picture goes with its file off the list, and only its owner may read it', async () => {
  const { user, host, visit, names, pictures } = await setUp();
  const [one, two] = [await visit('one.json'), await visit('two.json')];
  unwrap(await host.call('recent.keepPicture', { file: one, picture }));
  unwrap(await host.call('recent.keepPicture', { file: two, picture }));
  expect(pictures()).toHaveLength(2);
  for (const name of pictures()) expect(statSync(join(user, 'recent', name)).mode & 0o777).toBe(0o600);
  unwrap(await host.call('recent.forget', { file: one }));
  expect([await names(), pictures().length]).toEqual([['two.json'], 1]);
  // A name that is on no list is nobody's business, and neither is a picture too large.
  expect(unwrapFailure(await host.call('recent.keepPicture', { file: one, picture })).code).toBe(
    'scenario.unknownFile',
  );
  const many = { ratio: 1, shapes: Array.from({ length: (mostShapes + 1) * 5 }, () => 0) };
  expect(unwrapFailure(await host.call('recent.keepPicture', { file: two, picture: many })).code).toBe(
    'bridge.refused',
  );
});

test('what is gone is told, and a damaged picture is none', async () => {
  const { folder, user, host, answers, visit, names, pictures } = await setUp();
  const [gone, there] = [await visit('gone.json'), await visit('there.json')];
  unwrap(await host.call('recent.keepPicture', { file: there, picture }));
  unwrap(await host.call('recent.pin', { file: gone, pinned: true }));
  rmSync(join(folder, 'gone.json'));
  expect(unwrap(await host.call('recent.look', {})).files).toEqual([
    { file: there, picture, isThere: true },
    { file: gone, picture: null, isThere: false },
  ]);
  const [kept = ''] = pictures();
  const place = join(user, 'recent', kept);
  writeFileSync(place, readFileSync(place, 'utf8').replace('1000', '"wide"'));
  expect(unwrap(await host.call('recent.look', {})).files[0]).toMatchObject({ file: there, picture: null });
  // Asked for and not found, a pinned file stays; any other goes.
  answers.open = join(folder, 'gone.json');
  expect(unwrapFailure(await host.call('scenario.choose', {})).code).toBe('scenario.notFound');
  expect(await names()).toEqual(['there.json', 'gone.json']);
  rmSync(join(folder, 'there.json'));
  expect(unwrapFailure(await host.call('scenario.reopen', { file: there })).code).toBe('scenario.notFound');
  expect(await names()).toEqual(['gone.json']);
});
