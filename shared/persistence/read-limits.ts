export type ReadLimits = {
  /** Bytes of the file; for a text that is decoded already, characters. */
  readonly bytes: number;
  /** How deep lists and objects may hold each other. */
  readonly depth: number;
  /** Values in all: every text, number, list and object counts. Keeps memory in proportion. */
  readonly values: number;
  /** Problems told about one file; more help nobody. */
  readonly problems: number;
};

/** Enough for fifty thousand intents, and small enough that a hostile file costs less than a second and 200 MB. */
export const readLimits: ReadLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 64,
  values: 2_000_000,
  problems: 100,
};

/** Records of all kinds in one scenario. */
export const recordLimit = 200_000;
