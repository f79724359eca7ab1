/** Keeps secrets by name. Values go in through the bridge and come out only here, for an action about to be sent. */
export type SecretVault = {
  /** Whether the operating system offers protection; otherwise secrets live until the app ends. Must not ask for a password. */
  readonly isProtected: () => boolean;
  readonly names: () => Promise<readonly string[]>;
  /** Null removes the secret. Says where it is kept: protected on disk, or only until the app ends. */
  readonly set: (name: string, value: string | null) => Promise<'vault' | 'session'>;
  readonly get: (name: string) => Promise<string | null>;
};

/** Forgets everything with the process: for tests, the command line, and systems without a keychain. */
export function createMemoryVault(): SecretVault {
  const values = new Map<string, string>();
  return {
    isProtected: () => false,
    names: () => Promise.resolve([...values.keys()].toSorted()),
    set: (name, value) => {
      if (value === null) values.delete(name);
      else values.set(name, value);
      return Promise.resolve('session');
    },
    get: (name) => Promise.resolve(values.get(name) ?? null),
  };
}
