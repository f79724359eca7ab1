import { constants, type Stats } from 'node:fs';
import { link, lstat, open, readdir, realpath, rename, rm } from 'node:fs/promises';

/** The few things we ask of a file system, so that a test can fail any one of them. Errors carry Node's `code`. */
export type FileOperations = {
  /** What is at the path itself, links not followed; null when nothing is. */
  readonly look: (path: string) => Promise<FileLook | null>;
  /** The path with every link on the way resolved. */
  readonly resolve: (path: string) => Promise<string>;
  readonly openForReading: (path: string) => Promise<OpenFile>;
  /** Makes a file that is not there yet; never follows a link, never opens what somebody put in the way. */
  readonly create: (path: string, mode: number) => Promise<OpenFile>;
  readonly openForAppending: (path: string) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
  /** Removing what is not there is fine. */
  readonly remove: (path: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
  readonly list: (folder: string) => Promise<readonly string[]>;
};

export type FileLook = {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly mode: number;
  readonly size: number;
  readonly changedAt: number;
};

export type OpenFile = {
  /** May read or write less than asked, like the system calls. */
  readonly read: (into: Uint8Array) => Promise<number>;
  readonly write: (bytes: Uint8Array) => Promise<number>;
  readonly size: () => Promise<number>;
  readonly truncate: (size: number) => Promise<void>;
  readonly chmod: (mode: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const nodeFiles: FileOperations = {
  look: async (path) => {
    try {
      const stats = await lstat(path);
      return { kind: kindOf(stats), mode: stats.mode & 0o777, size: stats.size, changedAt: Math.round(stats.mtimeMs) };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  },
  resolve: (path) => realpath(path),
  // Without O_NONBLOCK a named pipe in the file's place would hold us for ever.
  openForReading: (path) => openNode(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)),
  create: (path, mode) => openNode(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, mode),
  openForAppending: (path) => openNode(path, constants.O_WRONLY | constants.O_APPEND),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  remove: (path) => rm(path, { force: true }),
  syncFolder,
  list: (folder) => readdir(folder),
};

async function openNode(path: string, flags: number, mode?: number): Promise<OpenFile> {
  const handle = await open(path, flags, mode);
  return {
    read: async (into) => (await handle.read(into, 0, into.length, null)).bytesRead,
    write: async (bytes) => (await handle.write(bytes, 0, bytes.length, null)).bytesWritten,
    size: async () => (await handle.stat()).size,
    truncate: (size) => handle.truncate(size),
    chmod: (mode) => handle.chmod(mode),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** Makes a rename outlive a power loss. Windows cannot open a folder, and some file systems cannot flush one. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}

const kindOf = (stats: Stats): FileLook['kind'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
};

/** Node's code of a file system error, or an empty text for anything else. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
