import { createSerialQueue, type SerialQueue } from './serial-queue.ts';

/** One window, as far as files are concerned. */
export type FileOwner = {
  readonly onChangedOnDisk: (file: string, hash: string) => void;
  readonly onGone: (file: string) => void;
  /** Its file was asked for in another window. */
  readonly onWanted: () => void;
};

/** A file in use by one window. */
export type FileHolding = {
  readonly path: string;
  readonly owner: FileOwner;
  /** Saves and looks at the disk happen one after another. */
  readonly queue: SerialQueue;
  /** What this window read or wrote last. */
  known: string;
  /** What saves that failed half-way may have left: ours, not somebody else's change. */
  readonly attempted: Set<string>;
  /** What the window was told of, so that it is told once: the hash of a change, or that the file is gone. */
  noticed: string | null;
};

/** One file has one owner, so two windows cannot overwrite each other's work. */
export type FileHoldings = {
  /** Null when another window has it. */
  readonly claim: (owner: FileOwner, path: string) => FileHolding | null;
  readonly get: (path: string) => FileHolding | null;
  readonly release: (holding: FileHolding) => void;
  readonly heldBy: (owner: FileOwner) => readonly FileHolding[];
};

/** `watch` starts watching a file that was claimed; what it answers stops that. */
export function createFileHoldings(watch: (holding: FileHolding) => () => void): FileHoldings {
  const holdings = new Map<string, { readonly holding: FileHolding; readonly stopWatching: () => void }>();
  return {
    claim: (owner, path) => {
      const present = holdings.get(path)?.holding;
      if (present !== undefined) return present.owner === owner ? present : null;
      const holding = {
        path,
        owner,
        queue: createSerialQueue(),
        known: '',
        attempted: new Set<string>(),
        noticed: null,
      };
      holdings.set(path, { holding, stopWatching: watch(holding) });
      return holding;
    },
    get: (path) => holdings.get(path)?.holding ?? null,
    release: (holding) => {
      holdings.get(holding.path)?.stopWatching();
      holdings.delete(holding.path);
    },
    heldBy: (owner) =>
      [...holdings.values()].map(({ holding }) => holding).filter((holding) => holding.owner === owner),
  };
}
