import { appendFile, chmod, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { auditEntrySchema, type AuditEntry } from '../../../shared/bridge/contract/audit-contract.ts';

/** Where entries are kept. One caller at a time. */
export type AuditFiles = {
  /** Oldest first. */
  readonly read: () => Promise<readonly AuditEntry[]>;
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** Two files of this size: several thousand executions, and never more than that of anybody's disk. */
const fileCap = 2 * 1024 * 1024;

/**
 * JSON lines in a folder of the app's own: the file in use, and the one before it. When the first is full it becomes the
 * second, and what was the second is gone.
 */
export function createAuditFiles(folder: string, cap = fileCap): AuditFiles {
  const current = join(folder, 'audit.jsonl');
  const previous = join(folder, 'audit.1.jsonl');
  let known: AuditEntry[] | null = null;
  /** Bytes in the file in use, and how many entries the one before holds. */
  let size = 0;
  let older = 0;
  const load = async (): Promise<AuditEntry[]> => {
    if (known !== null) return known;
    const [before, now] = [await readEntries(previous), await readEntries(current)];
    size = (await stat(current).catch(() => null))?.size ?? 0;
    older = before.length;
    known = [...before, ...now];
    return known;
  };
  const rotate = async (entries: AuditEntry[]): Promise<void> => {
    await rename(current, previous);
    entries.splice(0, older);
    older = entries.length;
    size = 0;
  };
  return {
    read: load,
    append: async (entry) => {
      const entries = await load();
      const line = `${JSON.stringify(entry)}\n`;
      const bytes = Buffer.byteLength(line);
      if (size > 0 && size + bytes > cap) await rotate(entries);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await appendFile(current, line, { mode: 0o600 });
      if (size === 0) await chmod(current, 0o600);
      size += bytes;
      entries.push(entry);
    },
    clear: async () => {
      known = [];
      [size, older] = [0, 0];
      await rm(current, { force: true });
      await rm(previous, { force: true });
    },
  };
}

/** For tests and for hosts without a folder. */
export function createMemoryAuditFiles(cap = 1000): AuditFiles {
  let entries: AuditEntry[] = [];
  return {
    read: () => Promise.resolve(entries),
    append: (entry) => {
      entries = [...entries, entry].slice(-cap);
      return Promise.resolve();
    },
    clear: () => {
      entries = [];
      return Promise.resolve();
    },
  };
}

/** A line that is no entry, such as the last one of a crash, is left out. */
async function readEntries(path: string): Promise<AuditEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const read = line === '' ? null : auditEntrySchema.safeParse(parse(line));
    return read?.success === true ? [read.data] : [];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
