import { nodeFiles, type FileOperations, type OpenFile } from '../../../../../electron/host/files/file-operations.ts';

export type FailingFiles = {
  readonly files: FileOperations;
  /** Every operation asked for, in order. */
  readonly asked: string[];
};

/** The real file system, except that the operation `failAt` (counted from 1) fails with `code` and does nothing. */
export function createFailingFiles(failAt: number, code: string): FailingFiles {
  const asked: string[] = [];
  const check = (name: string): void => {
    asked.push(name);
    if (asked.length === failAt) throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
  return { files: { ...wrap(nodeFiles, check), ...opening(check) }, asked };
}

const opening = (
  check: (name: string) => void,
): Pick<FileOperations, 'openForReading' | 'openForAppending' | 'create'> => ({
  openForReading: async (path) => {
    check('openForReading');
    return wrap(await nodeFiles.openForReading(path), check);
  },
  openForAppending: async (path) => {
    check('openForAppending');
    return wrap(await nodeFiles.openForAppending(path), check);
  },
  create: async (path, mode) => {
    check('create');
    return wrap(await nodeFiles.create(path, mode), check);
  },
});

function wrap<Operations extends FileOperations | OpenFile>(
  operations: Operations,
  check: (name: string) => void,
): Operations {
  const entries = Object.entries(operations) as [string, (...given: unknown[]) => Promise<unknown>][];
  const wrapped = entries.map(([name, operation]) => [
    name,
    async (...given: unknown[]) => {
      // A close that reports an error has closed all the same.
      if (name === 'close') await operation(...given);
      check(name);
      return name === 'close' ? undefined : operation(...given);
    },
  ]);
  return Object.fromEntries(wrapped) as Operations;
}

/** A disk that takes a few bytes at a time, as a full or a network disk may. */
export const reluctantFiles: FileOperations = {
  ...nodeFiles,
  create: async (path, mode) => {
    const file = await nodeFiles.create(path, mode);
    return { ...file, write: (bytes) => file.write(bytes.subarray(0, 7)) };
  },
};
