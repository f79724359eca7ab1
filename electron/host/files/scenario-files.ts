import { hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { atomicWrite } from './atomic-write.ts';
import { digestFile } from './digest-file.ts';
import { readingFailure } from './file-failure.ts';
import { createFileHoldings, type FileHolding, type FileHoldings, type FileOwner } from './file-holdings.ts';
import { errorCode, type FileOperations } from './file-operations.ts';
import { createFileTokens, type FileTokens } from './file-tokens.ts';
import { readTextFile, textFileCap } from './read-text-file.ts';
import { sweepTemporaries } from './temporary-file.ts';
import type { WatchFile } from './watch-file.ts';

export type ScenarioFilesOptions = {
  readonly files: FileOperations;
  readonly watch: WatchFile;
  readonly cap?: number;
};

export type HeldFile = {
  readonly file: string;
  readonly path: string;
  readonly name: string;
  readonly place: string;
  readonly hash: string;
};

/** Scenario files as windows see them: opened and saved by token, held by one window at a time. */
export type ScenarioFiles = {
  readonly tokens: FileTokens;
  readonly open: (owner: FileOwner, path: string) => Promise<Result<HeldFile & { readonly text: string }, Failure>>;
  /** Writes to a place the person just chose, replacing what is there, and takes hold of it. */
  readonly saveAs: (owner: FileOwner, path: string, text: string) => Promise<Result<HeldFile, Failure>>;
  /** `ifHash` is what the window believes is there; null overwrites whatever is. */
  readonly save: (
    owner: FileOwner,
    file: string,
    text: string,
    ifHash: string | null,
  ) => Promise<Result<{ readonly hash: string }, Failure>>;
  /** Writes something made from a scenario; refused where a window has a scenario open. */
  readonly writeExport: (path: string, text: string) => Promise<Result<{ readonly path: string }, Failure>>;
  readonly ownerOf: (path: string) => FileOwner | null;
  /** The path of a file this window holds; null for any other token. */
  readonly heldBy: (owner: FileOwner, file: string) => string | null;
  readonly heldPaths: (owner: FileOwner) => readonly string[];
  readonly release: (owner: FileOwner, file: string) => void;
  readonly releaseAll: (owner: FileOwner) => void;
};

export function createScenarioFiles(options: ScenarioFilesOptions): ScenarioFiles {
  const tokens = createFileTokens();
  const holdings = createFileHoldings((holding) =>
    options.watch(holding.path, () => void holding.queue(() => notice(options, tokens, holding))),
  );
  const holdingOf = (owner: FileOwner, file: string): FileHolding | null => {
    const path = tokens.pathOf(file);
    const holding = path === null ? null : holdings.get(path);
    return holding?.owner === owner ? holding : null;
  };
  return {
    tokens,
    open: (owner, chosen) => openFile(options, holdings, tokens, owner, chosen),
    saveAs: (owner, chosen, text) => saveFileAs(options, holdings, tokens, owner, chosen, text),
    save: (owner, file, text, ifHash) => {
      const holding = holdingOf(owner, file);
      if (holding === null) return Promise.resolve(fail({ code: 'scenario.unknownFile', detail: '', path: '' }));
      return holding.queue(() => saveHeld(options.files, holding, Buffer.from(text), ifHash));
    },
    writeExport: async (chosen, text) => {
      const path = await resolveTarget(options.files, chosen);
      if (!path.ok) return path;
      if (holdings.get(path.value) !== null) return fail(openElsewhere(path.value));
      const written = await atomicWrite(options.files, path.value, Buffer.from(text));
      return written.ok ? succeed({ path: path.value }) : written;
    },
    ownerOf: (path) => holdings.get(path)?.owner ?? null,
    heldBy: (owner, file) => holdingOf(owner, file)?.path ?? null,
    heldPaths: (owner) => holdings.heldBy(owner).map(({ path }) => path),
    release: (owner, file) => {
      const holding = holdingOf(owner, file);
      if (holding !== null) holdings.release(holding);
    },
    releaseAll: (owner) => {
      for (const holding of holdings.heldBy(owner)) holdings.release(holding);
    },
  };
}

async function openFile(
  options: ScenarioFilesOptions,
  holdings: FileHoldings,
  tokens: FileTokens,
  owner: FileOwner,
  chosen: string,
): Promise<Result<HeldFile & { readonly text: string }, Failure>> {
  const read = await readTextFile(options.files, chosen, options.cap ?? textFileCap);
  if (!read.ok) return read;
  const { path, text, hash } = read.value;
  const holding = holdings.claim(owner, path);
  if (holding === null) {
    holdings.get(path)?.owner.onWanted();
    return fail(openElsewhere(path));
  }
  settle(holding, hash);
  await sweepTemporaries(options.files, dirname(path));
  return succeed({ ...describe(tokens, path, hash), text });
}

async function saveFileAs(
  options: ScenarioFilesOptions,
  holdings: FileHoldings,
  tokens: FileTokens,
  owner: FileOwner,
  chosen: string,
  text: string,
): Promise<Result<HeldFile, Failure>> {
  const path = await resolveTarget(options.files, chosen);
  if (!path.ok) return path;
  const wasHeld = holdings.get(path.value) !== null;
  // Claimed before it is written, so that two windows cannot take one name at the same moment.
  const holding = holdings.claim(owner, path.value);
  if (holding === null) return fail(openElsewhere(path.value));
  const saved = await holding.queue(() => saveHeld(options.files, holding, Buffer.from(text), null));
  if (saved.ok) return succeed(describe(tokens, path.value, saved.value.hash));
  if (!wasHeld) holdings.release(holding);
  return saved;
}

async function saveHeld(
  files: FileOperations,
  holding: FileHolding,
  bytes: Uint8Array,
  ifHash: string | null,
): Promise<Result<{ readonly hash: string }, Failure>> {
  // A save can fail after its rename, while the folder is flushed: what it left must not pass for a stranger's change.
  holding.attempted.add(hash('sha256', bytes));
  const mayReplace = (present: string | null): boolean =>
    ifHash === null || present === null || present === ifHash || holding.attempted.has(present);
  const written = await atomicWrite(files, holding.path, bytes, { keepPrevious: true, mayReplace });
  if (written.ok) settle(holding, written.value.hash);
  return written;
}

function settle(holding: FileHolding, hash: string): void {
  holding.known = hash;
  holding.attempted.clear();
  holding.noticed = null;
}

/** Something happened to a file in use: tell its window once, unless it was our own save. */
async function notice(options: ScenarioFilesOptions, tokens: FileTokens, holding: FileHolding): Promise<void> {
  const cap = options.cap ?? textFileCap;
  const token = tokens.tokenOf(holding.path);
  const present = await digestFile(options.files, holding.path, { cap }).catch((error: unknown) => errorCode(error));
  if (typeof present === 'string') {
    // Unreadable for the moment: there is nothing to load, and saving looks again.
    if (!goneCodes.has(present) || holding.noticed === gone) return;
    holding.noticed = gone;
    return holding.owner.onGone(token);
  }
  const wasGone = holding.noticed === gone;
  if (present.hash === holding.noticed) return;
  holding.noticed = null;
  const isOurs = present.hash === holding.known || holding.attempted.has(present.hash);
  if (isOurs && wasGone) return holding.owner.onChangedOnDisk(token, present.hash);
  if (isOurs) return;
  holding.noticed = present.hash;
  holding.owner.onChangedOnDisk(token, present.hash);
}

const gone = 'gone';
const goneCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Where a chosen name really is. Its folder's links are followed; a link at the name itself is the writer's to refuse. */
async function resolveTarget(files: FileOperations, chosen: string): Promise<Result<string, Failure>> {
  try {
    return succeed(join(await files.resolve(dirname(chosen)), basename(chosen)));
  } catch (error) {
    return fail(readingFailure(error, dirname(chosen)));
  }
}

const describe = (tokens: FileTokens, path: string, hash: string): HeldFile => ({
  file: tokens.tokenOf(path),
  path,
  name: basename(path),
  place: dirname(path),
  hash,
});

const openElsewhere = (path: string): Failure => ({ code: 'scenario.openElsewhere', detail: '', path });
