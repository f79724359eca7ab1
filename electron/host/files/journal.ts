import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { atomicWrite, writeAll } from './atomic-write.ts';
import type { FileOperations } from './file-operations.ts';
import { writingFailure } from './file-failure.ts';
import {
  earlierSuffix,
  journalSuffix,
  listJournals,
  moveJournal,
  readJournal,
  type LeftJournal,
} from './journal-folder.ts';
import { printEdits, printJournalStart, type JournalHeader } from './journal-text.ts';
import { createSerialQueue, type SerialQueue } from './serial-queue.ts';

/** Unsaved work on disk, one append-only file per scenario. Outlives the app being killed and the power going. */
export type Journals = {
  /** Where the edits of a file are kept. */
  readonly keyOf: (path: string) => string;
  /** A place for work that has no file yet. */
  readonly newKey: () => string;
  /**
   * Settles once the edits are on disk. A `base` starts the journal anew; `hash` is that of the file it is the content
   * of. Gives the number of edits in the journal.
   */
  readonly append: (
    key: string,
    path: string | null,
    base: string | null,
    edits: readonly string[],
    hash?: string,
  ) => Promise<Result<number, Failure>>;
  /** The journal, and the one an earlier session left beside it; 'unreadable' for one that makes no sense. */
  readonly read: (key: string) => Promise<readonly (LeftJournal | 'unreadable')[]>;
  readonly remove: (key: string) => Promise<void>;
  /** The person has decided about what an earlier session left: it is not needed any more. */
  readonly forgetEarlier: (key: string) => Promise<void>;
  /** The same once its file is saved, where what was left may still stand under the name that new edits will take. */
  readonly forgetLeft: (key: string) => Promise<void>;
  /** What was left under one key is another's: its file has a new name. Nothing happens where that one has a journal. */
  readonly move: (from: string, to: string, path: string) => Promise<void>;
  /** All journals on disk, newest first. */
  readonly list: () => Promise<readonly { readonly key: string; readonly header: JournalHeader }[]>;
};

export function createJournals(files: FileOperations, folder: string, session: number): Journals {
  const writer = new JournalWriter(files, folder, session);
  const queues = new Map<string, SerialQueue>();
  const inTurn = <Value>(key: string, job: () => Promise<Value>): Promise<Value> => {
    const queue = queues.get(key) ?? createSerialQueue();
    queues.set(key, queue);
    return queue(job);
  };
  return {
    keyOf: (path) => createHash('sha256').update(path).digest('hex').slice(0, 32),
    newKey: () => `unsaved-${randomBytes(8).toString('hex')}`,
    append: (key, path, base, edits, hash) =>
      inTurn(key, () =>
        base === null ? writer.append(key, edits) : writer.startAnew({ key, path, hash }, base, edits),
      ),
    read: (key) =>
      inTurn(key, async () => {
        const left = [journalSuffix, earlierSuffix].map((suffix) =>
          readJournal(files, key, join(folder, key + suffix)),
        );
        return (await Promise.all(left)).filter((journal) => journal !== null);
      }),
    remove: (key) => inTurn(key, () => writer.remove(key)),
    forgetEarlier: (key) => inTurn(key, () => writer.forgetEarlier(key)),
    forgetLeft: (key) => inTurn(key, () => writer.forgetLeft(key)),
    move: (from, to, path) => inTurn(to, () => inTurn(from, () => moveJournal(files, folder, { from, to, path }))),
    list: () => listJournals(files, folder),
  };
}

/** What the file of a journal holds so far. `isSound` is false after a failure that may have left half a line in it. */
type Live = { size: number; edits: number; isSound: boolean };

/** Whose edits a journal holds. */
type Subject = { readonly key: string; readonly path: string | null; readonly hash: string | undefined };

class JournalWriter {
  readonly #files: FileOperations;
  readonly #folder: string;
  readonly #session: number;
  readonly #live = new Map<string, Live>();
  #opened = 0;

  constructor(files: FileOperations, folder: string, session: number) {
    this.#files = files;
    this.#folder = folder;
    this.#session = session;
  }

  async append(key: string, edits: readonly string[]): Promise<Result<number, Failure>> {
    const place = join(this.#folder, key + journalSuffix);
    try {
      const live = this.#live.get(key);
      if (live === undefined || !live.isSound) return fail(baseless(place));
      return await this.#append(place, live, edits);
    } catch (error) {
      return fail(writingFailure(error, place));
    }
  }

  async remove(key: string): Promise<void> {
    this.#live.delete(key);
    await this.#files.remove(join(this.#folder, key + journalSuffix));
    await this.forgetEarlier(key);
  }

  async forgetEarlier(key: string): Promise<void> {
    await this.#files.remove(join(this.#folder, key + earlierSuffix));
  }

  async forgetLeft(key: string): Promise<void> {
    // Without edits of this session the journal is still the one that was left.
    if (!this.#live.has(key)) await this.#files.remove(join(this.#folder, key + journalSuffix));
    await this.forgetEarlier(key);
  }

  async startAnew({ key, path, hash }: Subject, base: string, edits: readonly string[]) {
    const place = join(this.#folder, key + journalSuffix);
    try {
      const isLeft = !this.#live.has(key) && (await this.#files.look(place)) !== null;
      // What an earlier session left stays until its person has decided about it.
      if (isLeft) await this.#files.rename(place, join(this.#folder, key + earlierSuffix));
      const of = { path, session: this.#session, opened: (this.#opened += 1) };
      const header = hash === undefined ? of : { ...of, hash };
      const bytes = Buffer.from(printJournalStart(header, base) + printEdits(edits, 0));
      const written = await atomicWrite(this.#files, place, bytes, { mode: 0o600 });
      if (!written.ok) return written;
      this.#live.set(key, { size: bytes.length, edits: edits.length, isSound: true });
      return succeed(edits.length);
    } catch (error) {
      return fail(writingFailure(error, place));
    }
  }

  async #append(place: string, live: Live, edits: readonly string[]): Promise<Result<number, Failure>> {
    const bytes = Buffer.from(printEdits(edits, live.edits));
    const file = await this.#files.openForAppending(place);
    try {
      await writeAll(file, bytes);
      await file.sync();
      live.size += bytes.length;
      live.edits += edits.length;
      return succeed(live.edits);
    } catch (error) {
      // Half a line must not swallow the next one. If even that fails, the next call has to bring a new base.
      live.isSound = await file.truncate(live.size).then(
        () => true,
        () => false,
      );
      throw error;
    } finally {
      await file.close();
    }
  }
}

const baseless = (path: string): Failure => ({
  code: 'bridge.refused',
  detail: 'The journal has to start with the text its edits apply to.',
  path,
});
