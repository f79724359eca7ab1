import type { KeptSecret, SecretKept, SecretStanding } from '../../shared/bridge/contract/secret-contract.ts';
import { leastSecretLength } from './effects/redactor.ts';

/** Keeps secrets by name. Values go in through the bridge and come out only here, for an action about to be sent. */
export type SecretVault = {
  /** Whether the operating system offers protection. Must not ask for a password. */
  readonly isProtected: () => boolean;
  readonly list: () => Promise<readonly KeptSecret[]>;
  /** Null removes the secret. `hosts` are the only ones it goes to; whoever gives it anew decides that anew. */
  readonly set: (name: string, value: string | null, hosts?: readonly string[]) => Promise<SecretKept>;
  /** False when there is no such secret. */
  readonly bind: (name: string, hosts: readonly string[]) => Promise<boolean>;
  readonly get: (name: string) => Promise<string | null>;
  readonly standing: () => Promise<SecretStanding>;
  readonly unlock: (passphrase: string, startAnew: boolean) => Promise<UnlockOutcome>;
};
export type UnlockOutcome = 'opened' | 'made' | 'wrongPassphrase' | 'damaged' | 'notNeeded' | 'notKept';

/** A secret and where it may go, as vaults hold it in memory. */
export type HeldSecret = { readonly value: string; readonly hosts: readonly string[] };

export const isTooShort = (value: string): boolean => value.length < leastSecretLength;

export const describeHeld = (name: string, { value, hosts }: HeldSecret, kept: SecretKept): KeptSecret => ({
  name,
  kept,
  hosts: [...hosts],
  tooShort: isTooShort(value),
});

/** The same order everywhere, whatever holds them. */
export const byName = (secrets: readonly KeptSecret[]): readonly KeptSecret[] =>
  secrets.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));

/** Forgets everything with the process: for tests, the command line, and systems without a keychain. */
export function createMemoryVault(): SecretVault {
  const held = new Map<string, HeldSecret>();
  return {
    isProtected: () => false,
    list: () => Promise.resolve(byName([...held].map(([name, secret]) => describeHeld(name, secret, 'session')))),
    set: (name, value, hosts = []) => {
      if (value === null) held.delete(name);
      else held.set(name, { value, hosts });
      return Promise.resolve('session');
    },
    bind: (name, hosts) => {
      const secret = held.get(name);
      if (secret !== undefined) held.set(name, { ...secret, hosts });
      return Promise.resolve(secret !== undefined);
    },
    get: (name) => Promise.resolve(held.get(name)?.value ?? null),
    standing: () => Promise.resolve(memoryStanding),
    unlock: () => Promise.resolve('notKept'),
  };
}

const memoryStanding: SecretStanding = {
  kept: 'session',
  locked: false,
  mayUsePassphrase: false,
  sentence: 'Secrets are kept only until Parley closes.',
};
