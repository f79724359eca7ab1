import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStartGuard } from '../../../../../electron/host/files/start-guard.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const aPlace = (): string => join(makeTemporaryFolder(), 'user', 'starts.json');

test('starts are numbered, whatever the clock says', () => {
  const path = aPlace();
  expect([1, 2, 3].map(() => createStartGuard(path).session)).toEqual([1, 2, 3]);
});

test('after two starts that were not settled the third is safe', () => {
  const path = aPlace();
  expect([1, 2, 3, 4].map(() => createStartGuard(path).isSafeStart())).toEqual([false, false, true, true]);
});

test('a start that settled clears the count', () => {
  const path = aPlace();
  createStartGuard(path);
  createStartGuard(path).settled();
  expect(createStartGuard(path).isSafeStart()).toBe(false);
});

test('pages that die count as starts that failed', () => {
  const path = aPlace();
  const guard = createStartGuard(path);
  guard.crashed();
  expect(guard.isSafeStart()).toBe(false);
  guard.crashed();
  expect(guard.isSafeStart()).toBe(true);
  expect(createStartGuard(path).isSafeStart()).toBe(true);
});

test.each(['', '{', '[]', 'null', '{"session":"x"}', '{"session":-1,"failed":0}'])(
  'a record that says %s stops nobody from starting',
  (nonsense) => {
    const path = aPlace();
    createStartGuard(path);
    writeFileSync(path, nonsense);
    expect(createStartGuard(path)).toMatchObject({ session: 1 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ session: 1, failed: 1 });
  },
);

test('where nothing can be written, the app starts unguarded', () => {
  const path = aPlace();
  mkdirSync(path, { recursive: true });
  const guard = createStartGuard(path);
  guard.settled();
  expect(guard.isSafeStart()).toBe(false);
});
