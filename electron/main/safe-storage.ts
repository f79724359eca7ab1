import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { KeptSecret, SecretKept, SecretStanding } from '../../shared/bridge/contract/secret-contract.ts';
import { atomicWrite } from '../host/files/atomic-write.ts';
import { nodeFiles } from '../host/files/file-operations.ts';
import { createSerialQueue } from '../host/files/serial-queue.ts';
import { byName, createMemoryVault, isTooShort, type SecretVault } from '../host/secret-vault.ts';

/** What the operating system made of the value, in base 64, and what may be known of it. */
const storedSchema = z.array(
  z.strictObject({
    name: z.string(),
    sealed: z.string(),
    hosts: z.array(z.string()).default([]),
    tooShort: z.boolean().default(false),
  }),
);
type Sealed = Omit<z.infer<typeof storedSchema>[number], 'name'>;
/** A list in the file: any text may be a name. */
type Stored = ReadonlyMap<string, Sealed>;

/**
 * Secrets protected by the operating system's keychain. Where there is none, or it fails, `fallback` keeps them and this
 * is said: a fixed key in the program (`basic_text`) would only look like protection.
 */
export function createSafeStorageVault(
  file: string,
  reportFault: (fault: unknown) => void,
  fallback: SecretVault = createMemoryVault(),
): SecretVault {
  const queue = createSerialQueue();
  const set = async (name: string, value: string | null, hosts: readonly string[]): Promise<SecretKept> => {
    await fallback.set(name, null);
    if (value === null) {
      await keepSealed(file, name, null);
      return 'session';
    }
    const isKept = await protect(file, name, value, hosts).catch((fault: unknown) => {
      reportFault(fault);
      return false;
    });
    if (isKept) return 'vault';
    // An older value on disk must not come back on the next start.
    await keepSealed(file, name, null);
    return fallback.set(name, value, hosts);
  };
  return {
    isProtected: hasKeychain,
    list: async () => {
      const others = await fallback.list();
      const elsewhere = new Set(others.map(({ name }) => name));
      const sealed = hasKeychain() ? [...(await readStored(file))].filter(([name]) => !elsewhere.has(name)) : [];
      return byName([...others, ...sealed.map(([name, secret]) => describeSealed(name, secret))]);
    },
    set: (name, value, hosts = []) => queue(() => set(name, value, hosts)),
    bind: (name, hosts) =>
      queue(async () => {
        const stored = (await readStored(file)).get(name);
        if (stored === undefined || !hasKeychain()) return fallback.bind(name, hosts);
        return keepSealed(file, name, { ...stored, hosts: [...hosts] });
      }),
    get: async (name) => {
      const stored = (await readStored(file)).get(name);
      if (stored === undefined || !hasKeychain()) return fallback.get(name);
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(stored.sealed, 'base64'))).result;
      } catch (fault) {
        // Made by another user or before the keychain was replaced: the same as not there.
        reportFault(fault);
        return null;
      }
    },
    standing: () => (hasKeychain() ? Promise.resolve(inVault) : fallback.standing()),
    unlock: (passphrase, startAnew) =>
      hasKeychain() ? Promise.resolve('notNeeded') : queue(() => fallback.unlock(passphrase, startAnew)),
  };
}

async function keepSealed(file: string, name: string, secret: Sealed | null): Promise<boolean> {
  const stored = new Map(await readStored(file));
  if (secret === null && !stored.delete(name)) return true;
  if (secret !== null) stored.set(name, secret);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const text = JSON.stringify([...stored].map(([known, value]) => ({ name: known, ...value })));
  return (await atomicWrite(nodeFiles, file, Buffer.from(text), { mode: 0o600 })).ok;
}

async function protect(file: string, name: string, value: string, hosts: readonly string[]): Promise<boolean> {
  if (!hasKeychain() || !(await safeStorage.isAsyncEncryptionAvailable())) return false;
  const sealed = (await safeStorage.encryptStringAsync(value)).toString('base64');
  return keepSealed(file, name, { sealed, hosts: [...hosts], tooShort: isTooShort(value) });
}

const describeSealed = (name: string, { hosts, tooShort }: Sealed): KeptSecret => ({
  name,
  kept: 'vault',
  hosts,
  tooShort,
});

const inVault: SecretStanding = {
  kept: 'vault',
  locked: false,
  mayUsePassphrase: false,
  sentence: 'Secrets are kept in the vault of this system, and nowhere else.',
};

/** Looks without asking: unlocking a keyring is for the moment a secret is needed. */
const hasKeychain = (): boolean =>
  process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

async function readStored(file: string): Promise<Stored> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return new Map();
  try {
    return new Map(storedSchema.parse(JSON.parse(text)).map(({ name, ...sealed }) => [name, sealed]));
  } catch {
    // Put aside, never written over: somebody may still be able to repair it.
    await rename(file, `${file}.damaged`);
    return new Map();
  }
}
