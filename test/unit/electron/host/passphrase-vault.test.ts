import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPassphraseVault } from '../../../../electron/host/passphrase-vault.ts';
import { makeKey, usualCost } from '../../../../electron/host/sealed-secrets.ts';
import { makeFolder } from '../../../builders/a-host.ts';

/** Quick enough for a test; the same code. */
const cost = { N: 2 ** 10, r: 8, p: 1 };
const passphrase = 'correct horse battery';

function aVault() {
  const folder = makeFolder();
  onTestFinished(folder.remove);
  const file = join(folder.path, 'user', 'secrets.sealed.json');
  return { file, folder: folder.path, open: () => createPassphraseVault(file, cost) };
}

describe('without a passphrase', () => {
  test('secrets last until the app closes, and nothing is written', async () => {
    const { folder, open } = aVault();
    const vault = open();
    expect(await vault.set('key', 'canary-4711')).toBe('session');
    expect(await vault.get('key')).toBe('canary-4711');
    expect(await vault.standing()).toMatchObject({ kept: 'session', locked: false, mayUsePassphrase: true });
    expect(readdirSync(folder)).toEqual([]);
    expect(await open().get('key')).toBeNull();
  });
});

describe('with a passphrase', () => {
  test('secrets are in a file for its person alone, and come back on the next start', async () => {
    const { file, open } = aVault();
    const vault = open();
    await vault.set('early', 'canary-0001');
    expect(await vault.unlock(passphrase, false)).toBe('made');
    expect(await vault.set('late', 'canary-0002', ['api.example.com'])).toBe('file');
    expect(await vault.standing()).toMatchObject({ kept: 'file', locked: false });
    const bytes = readFileSync(file, 'latin1');
    for (const known of ['canary', 'early', 'late', 'example', passphrase]) expect(bytes).not.toContain(known);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const next = open();
    expect([await next.get('late'), await next.standing()]).toMatchObject([null, { kept: 'session', locked: true }]);
    expect(await next.unlock(passphrase, false)).toBe('opened');
    expect(await next.list()).toEqual([
      { name: 'early', kept: 'file', hosts: [], tooShort: false },
      { name: 'late', kept: 'file', hosts: ['api.example.com'], tooShort: false },
    ]);
    expect(await next.get('early')).toBe('canary-0001');
  });

  test('another one opens nothing and changes nothing', async () => {
    const { file, open } = aVault();
    const vault = open();
    await vault.unlock(passphrase, false);
    await vault.set('key', 'canary-4711');
    const before = readFileSync(file);
    const next = open();
    expect(await next.unlock('correct horse batteri', false)).toBe('wrongPassphrase');
    expect([await next.list(), await next.get('key')]).toEqual([[], null]);
    expect(readFileSync(file)).toEqual(before);
  });

  test('what was given or taken away while the file was locked counts when it opens', async () => {
    const { open } = aVault();
    const vault = open();
    await vault.unlock(passphrase, false);
    await vault.set('changed', 'old value 1');
    await vault.set('gone', 'old value 2');
    const next = open();
    expect(await next.set('changed', 'new value 1')).toBe('session');
    await next.set('gone', null);
    await next.unlock(passphrase, false);
    const last = open();
    await last.unlock(passphrase, false);
    expect((await last.list()).map(({ name }) => name)).toEqual(['changed']);
    expect(await last.get('changed')).toBe('new value 1');
  });

  test('every byte of the file counts', async () => {
    const { file, open } = aVault();
    const vault = open();
    await vault.unlock(passphrase, false);
    await vault.set('key', 'canary-4711');
    const sealed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const part of ['salt', 'iv', 'tag', 'data']) {
      writeFileSync(file, JSON.stringify({ ...sealed, [part]: flipped(sealed[part] as string) }));
      expect([part, await open().unlock(passphrase, false)]).toEqual([part, 'wrongPassphrase']);
    }
    // A cheaper key made from the same passphrase is another key, and the header is sealed with the rest.
    writeFileSync(file, JSON.stringify({ ...sealed, cost: { ...cost, N: 2 } }));
    expect(await open().unlock(passphrase, false)).toBe('wrongPassphrase');
  });

  test('a file that is none is put aside, and one that asks for too much work is none', async () => {
    const { file, open } = aVault();
    await open().unlock(passphrase, false);
    const sealed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    for (const text of ['{ damaged', '[]', JSON.stringify({ ...sealed, cost: { N: 2 ** 30, r: 8, p: 1 } })]) {
      writeFileSync(file, text);
      expect(await open().unlock(passphrase, false)).toBe('damaged');
      expect([existsSync(file), readFileSync(`${file}.damaged`, 'utf8')]).toEqual([false, text]);
    }
  });

  test('that was forgotten can be given up, with everything under it', async () => {
    const { open } = aVault();
    const vault = open();
    await vault.unlock(passphrase, false);
    await vault.set('key', 'canary-4711');
    const next = open();
    expect(await next.unlock('another long one', true)).toBe('made');
    expect(await next.list()).toEqual([]);
    expect(await open().unlock(passphrase, false)).toBe('wrongPassphrase');
  });

  test('a place that cannot be written to is said, and secrets stay for the session', async () => {
    const { file, open } = aVault();
    writeFileSync(join(file, '..', '..', 'user'), 'a file in the way');
    const vault = open();
    await vault.set('key', 'canary-4711');
    await expect(vault.unlock(passphrase, false)).resolves.toBe('notKept');
    expect([await vault.get('key'), (await vault.standing()).kept]).toEqual(['canary-4711', 'session']);
  });

  test('the key is as expensive as it should be', async () => {
    const began = performance.now();
    await makeKey(passphrase, Buffer.alloc(16), usualCost);
    expect(performance.now() - began).toBeGreaterThan(50);
    expect(usualCost.N * usualCost.r * 128).toBeGreaterThanOrEqual(128 * 1024 * 1024);
  });
});

test('a secret belongs to the hosts it was given for, until it is given anew', async () => {
  const vault = aVault().open();
  await vault.set('key', 'short');
  expect(await vault.list()).toEqual([{ name: 'key', kept: 'session', hosts: [], tooShort: true }]);
  expect(await vault.bind('key', ['api.example.com'])).toBe(true);
  expect(await vault.bind('nobody', ['api.example.com'])).toBe(false);
  expect(await vault.list()).toMatchObject([{ hosts: ['api.example.com'] }]);
  await vault.set('key', 'long enough now');
  expect(await vault.list()).toMatchObject([{ hosts: [], tooShort: false }]);
});
