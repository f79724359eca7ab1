/** Keeps secrets by name. Values go in through the bridge and come out only here, for an action about to be sent. */
export type SecretVault = {
  /** Whether the operating system protects what is kept; otherwise it lives until the app ends. */
  readonly isProtected: () => Promise<boolean>;
  readonly names: () => Promise<readonly string[]>;
  /** Null removes the secret. */
  readonly set: (name: string, value: string | null) => Promise<void>;
  readonly get: (name: string) => Promise<string | null>;
};

/** Forgets everything with the process: for tests, the command line, and systems without a keychain. */
export function createMemoryVault(): SecretVault {
  const values = new Map<string, string>();
  return {
    isProtected: () => Promise.resolve(false),
    names: () => Promise.resolve([...values.keys()].toSorted()),
    set: (name, value) => {
      if (value === null) values.delete(name);
      else values.set(name, value);
      return Promise.resolve();
    },
    get: (name) => Promise.resolve(values.get(name) ?? null),
  };
}
