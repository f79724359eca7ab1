import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { atomicWrite } from '../host/files/atomic-write.ts';
import { nodeFiles } from '../host/files/file-operations.ts';
import { createSerialQueue } from '../host/files/serial-queue.ts';
import { createMemoryVault, type SecretVault } from '../host/secret-vault.ts';

/** Name and what the operating system made of the value, in base 64. A list: any text may be a name. */
const storedSchema = z.array(z.strictObject({ name: z.string(), sealed: z.string() }));
type Stored = ReadonlyMap<string, string>;

/**
 * Secrets protected by the operating system's keychain. Where there is none, they are kept in memory and this is said:
 * a fixed key in the program (`basic_text`) would only look like protection.
 */
export function createSafeStorageVault(file: string, reportFault: (fault: unknown) => void): SecretVault {
  const passing = createMemoryVault();
  const queue = createSerialQueue();
  const keep = async (name: string, sealed: string | null): Promise<boolean> => {
    const stored = new Map(await readStored(file));
    if (sealed === null ? !stored.delete(name) : stored.get(name) === sealed) return true;
    if (sealed !== null) stored.set(name, sealed);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const text = JSON.stringify([...stored].map(([known, value]) => ({ name: known, sealed: value })));
    return (await atomicWrite(nodeFiles, file, Buffer.from(text), { mode: 0o600 })).ok;
  };
  const protect = async (name: string, value: string): Promise<boolean> => {
    if (!hasKeychain() || !(await safeStorage.isAsyncEncryptionAvailable())) return false;
    const sealed = (await safeStorage.encryptStringAsync(value)).toString('base64');
    return keep(name, sealed);
  };
  return {
    isProtected: hasKeychain,
    names: async () => [...new Set([...(await readStored(file)).keys(), ...(await passing.names())])].toSorted(),
    set: (name, value) =>
      queue(async () => {
        await passing.set(name, null);
        if (value === null) {
          await keep(name, null);
          return 'session';
        }
        const isKept = await protect(name, value).catch((fault: unknown) => {
          reportFault(fault);
          return false;
        });
        if (isKept) return 'vault';
        // An older value on disk must not come back on the next start.
        await keep(name, null);
        return passing.set(name, value);
      }),
    get: async (name) => {
      const sealed = (await readStored(file)).get(name);
      if (sealed === undefined || !hasKeychain()) return passing.get(name);
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result;
      } catch (fault) {
        // Made by another user or before the keychain was replaced: the same as not there.
        reportFault(fault);
        return null;
      }
    },
  };
}

/** Looks without asking: unlocking a keyring is for the moment a secret is needed. */
const hasKeychain = (): boolean =>
  process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

async function readStored(file: string): Promise<Stored> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return new Map();
  try {
    return new Map(storedSchema.parse(JSON.parse(text)).map(({ name, sealed }) => [name, sealed]));
  } catch {
    // Put aside, never written over: somebody may still be able to repair it.
    await rename(file, `${file}.damaged`);
    return new Map();
  }
}
