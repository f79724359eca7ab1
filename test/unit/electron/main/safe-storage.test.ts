import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SecretVault } from '../../../../electron/host/secret-vault.ts';
import { createSafeStorageVault } from '../../../../electron/main/safe-storage.ts';

/** A keychain that turns text round: enough to see what is stored and what comes back. */
const keychain = vi.hoisted(() => ({ backend: 'gnome_libsecret', isAvailable: true, isBroken: false }));

vi.mock('electron', () => {
  const turn = (text: string): string => [...text].toReversed().join('');
  const guard = (): void => {
    if (keychain.isBroken) throw new Error('the keychain is broken');
  };
  return {
    safeStorage: {
      getSelectedStorageBackend: () => keychain.backend,
      isAsyncEncryptionAvailable: () => Promise.resolve(keychain.isAvailable),
      encryptStringAsync: async (text: string) => (guard(), Buffer.from(`sealed:${turn(text)}`)),
      decryptStringAsync: async (sealed: Buffer) => (guard(), { result: turn(sealed.toString().slice(7)) }),
    },
  };
});

beforeEach(() => Object.assign(keychain, { backend: 'gnome_libsecret', isAvailable: true, isBroken: false }));

function aVault() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'user', 'secrets.json');
  const faults: unknown[] = [];
  return { file, faults, open: () => createSafeStorageVault(file, (fault) => faults.push(fault)) };
}

const namesIn = async (vault: SecretVault): Promise<string[]> => (await vault.list()).map(({ name }) => name);

// The stand-in answers as Linux does; elsewhere there always is a keychain.
describe.runIf(process.platform === 'linux')('the vault', () => {
  test('keeps a secret sealed, for its person alone, and gives it back on the next start (T24)', async () => {
    const { file, open } = aVault();
    expect(await open().set('shop key', 'canary-4711')).toBe('vault');
    expect(readFileSync(file, 'utf8')).not.toContain('canary-4711');
    expect(readFileSync(file, 'utf8')).not.toContain('1174-yranac');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(open().isProtected()).toBe(true);
    expect(await namesIn(open())).toEqual(['shop key']);
    expect(await open().get('shop key')).toBe('canary-4711');
  });

  test('any text may be a name', async () => {
    const { open } = aVault();
    for (const name of ['__proto__', 'constructor', 'Schlüssel ✓']) await open().set(name, `value of ${name}`);
    expect(await namesIn(open())).toEqual(['Schlüssel ✓', '__proto__', 'constructor'].toSorted());
    expect(await open().get('__proto__')).toBe('value of __proto__');
    expect(await open().get('toString')).toBeNull();
  });

  test('forgets what is removed', async () => {
    const { open } = aVault();
    const vault = open();
    await vault.set('key', 'canary');
    await vault.set('key', null);
    expect([await namesIn(vault), await vault.get('key')]).toEqual([[], null]);
  });

  test.each(['basic_text', 'unknown'])('pretends no protection where the system has only %s', async (backend) => {
    keychain.backend = backend;
    const { file, open } = aVault();
    const vault = open();
    expect(vault.isProtected()).toBe(false);
    expect(await vault.set('key', 'canary')).toBe('session');
    expect(await vault.get('key')).toBe('canary');
    expect(existsSync(file)).toBe(false);
    // The next start knows nothing of it.
    expect(await open().get('key')).toBeNull();
  });

  test('a keychain that fails keeps the secret for the session, and no older value comes back', async () => {
    const { faults, open } = aVault();
    await open().set('key', 'old');
    keychain.isBroken = true;
    const vault = open();
    expect(await vault.set('key', 'new')).toBe('session');
    expect(await vault.get('key')).toBe('new');
    expect(faults).toHaveLength(1);
    keychain.isBroken = false;
    expect(await open().get('key')).toBeNull();
  });

  test('a keychain that no longer opens a secret says nothing of it but that it is missing', async () => {
    const { faults, open } = aVault();
    await open().set('key', 'canary');
    keychain.isBroken = true;
    expect(await open().get('key')).toBeNull();
    expect(String(faults)).not.toContain('canary');
  });

  test('a damaged file is put aside, not written over', async () => {
    const { file, open } = aVault();
    await open().set('key', 'canary');
    writeFileSync(file, '{ damaged');
    expect(await namesIn(open())).toEqual([]);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{ damaged');
    expect(await open().set('other', 'x')).toBe('vault');
    expect(await namesIn(open())).toEqual(['other']);
  });

  test('secrets set at the same moment are all kept', async () => {
    const { open } = aVault();
    const vault = open();
    await Promise.all(Array.from({ length: 20 }, (_, count) => vault.set(`key ${count}`, 'x')));
    expect(await namesIn(open())).toHaveLength(20);
  });
});
