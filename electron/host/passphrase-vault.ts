import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SecretKept, SecretStanding } from '../../shared/bridge/contract/secret-contract.ts';
import { atomicWrite } from './files/atomic-write.ts';
import { nodeFiles } from './files/file-operations.ts';
import { createSerialQueue } from './files/serial-queue.ts';
import {
  makeKey,
  newSalt,
  open,
  readSealed,
  seal,
  usualCost,
  type KeyCost,
  type SealingKey,
  type StoredSecrets,
} from './sealed-secrets.ts';
import { byName, describeHeld, type HeldSecret, type SecretVault, type UnlockOutcome } from './secret-vault.ts';

/** Secrets of this session; with a passphrase, in a file that only the passphrase opens. For systems without a vault. */
export function createPassphraseVault(file: string, cost: KeyCost = usualCost): SecretVault {
  const vault = new PassphraseVault(file, cost);
  const queue = createSerialQueue();
  return {
    isProtected: () => false,
    list: () => Promise.resolve(vault.list()),
    get: (name) => Promise.resolve(vault.get(name)),
    set: (name, value, hosts = []) => queue(() => vault.set(name, value === null ? null : { value, hosts })),
    bind: (name, hosts) => queue(() => vault.bind(name, hosts)),
    standing: () => vault.standing(),
    unlock: (passphrase, startAnew) => queue(() => vault.unlock(passphrase, startAnew)),
  };
}

class PassphraseVault {
  readonly #file: string;
  readonly #cost: KeyCost;
  readonly #held = new Map<string, HeldSecret>();
  /** Names that are in the file as they are here. */
  readonly #kept = new Set<string>();
  /** Taken away while the file was locked: gone when it opens. */
  readonly #removed = new Set<string>();
  #key: SealingKey | null = null;

  constructor(file: string, cost: KeyCost) {
    this.#file = file;
    this.#cost = cost;
  }

  list() {
    return byName([...this.#held].map(([name, held]) => describeHeld(name, held, this.#placeOf(name))));
  }

  get(name: string): string | null {
    return this.#held.get(name)?.value ?? null;
  }

  async set(name: string, secret: HeldSecret | null): Promise<SecretKept> {
    this.#kept.delete(name);
    if (secret === null) this.#held.delete(name);
    else this.#held.set(name, secret);
    if (secret === null) this.#removed.add(name);
    else this.#removed.delete(name);
    await this.#write();
    return this.#placeOf(name);
  }

  async bind(name: string, hosts: readonly string[]): Promise<boolean> {
    const held = this.#held.get(name);
    if (held === undefined) return false;
    await this.set(name, { ...held, hosts });
    return true;
  }

  async standing(): Promise<SecretStanding> {
    const locked = this.#key === null && (await this.#text()) !== null;
    return {
      kept: this.#key === null ? 'session' : 'file',
      locked,
      mayUsePassphrase: true,
      sentence:
        this.#key !== null
          ? 'This system has no vault, so secrets are kept in a file that only your passphrase opens.'
          : locked
            ? 'This system has no vault. The file of secrets is locked: give its passphrase to use them. New ones are kept only until Parley closes.'
            : 'This system has no vault, so secrets are kept only until Parley closes. With a passphrase they are kept in a file that only it opens.',
    };
  }

  async unlock(passphrase: string, startAnew: boolean): Promise<UnlockOutcome> {
    const text = startAnew ? null : await this.#text();
    const sealed = text === null ? null : readSealed(text);
    if (text !== null && sealed === null) {
      // Put aside, never written over: somebody may still be able to repair it.
      await rename(this.#file, `${this.#file}.damaged`);
      return 'damaged';
    }
    const cost = sealed?.cost ?? this.#cost;
    const key = await makeKey(passphrase, sealed === null ? newSalt() : Buffer.from(sealed.salt, 'base64'), cost);
    const stored = sealed === null ? [] : open(sealed, key);
    if (stored === null) return 'wrongPassphrase';
    this.#key = key;
    this.#takeIn(stored);
    const isWritten = await this.#write();
    if (!isWritten && sealed === null) this.#key = null;
    if (isWritten) return sealed === null ? 'made' : 'opened';
    return sealed === null ? 'notKept' : 'opened';
  }

  /** What was given in this session is newer than what the file holds. */
  #takeIn(stored: StoredSecrets): void {
    for (const { name, value, hosts } of stored)
      if (!this.#held.has(name) && !this.#removed.has(name)) {
        this.#held.set(name, { value, hosts });
        this.#kept.add(name);
      }
  }

  async #write(): Promise<boolean> {
    if (this.#key === null) return false;
    const secrets = [...this.#held].map(([name, { value, hosts }]) => ({ name, value, hosts: [...hosts] }));
    const isThere = await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 }).then(
      () => true,
      () => false,
    );
    const { ok } = isThere
      ? await atomicWrite(nodeFiles, this.#file, seal(this.#key, secrets), { mode: 0o600 })
      : { ok: false };
    if (ok) for (const name of this.#held.keys()) this.#kept.add(name);
    if (ok) this.#removed.clear();
    return ok;
  }

  #placeOf(name: string): SecretKept {
    return this.#kept.has(name) ? 'file' : 'session';
  }

  #text(): Promise<string | null> {
    return readFile(this.#file, 'utf8').catch(() => null);
  }
}
