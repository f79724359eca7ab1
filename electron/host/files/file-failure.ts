import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { errorCode } from './file-operations.ts';

type FailureCode = Failure['code'];

const writingCodes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'scenario.noSpace',
  EDQUOT: 'scenario.noSpace',
  ELOOP: 'scenario.symbolicLink',
  ENOENT: 'scenario.folderGone',
  ENOTDIR: 'scenario.folderGone',
};

const readingCodes: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'scenario.notFound',
  ENOTDIR: 'scenario.notFound',
};

/** A file system error while writing, as a value. What is not a file system error is our bug and is thrown on. */
export const writingFailure = (error: unknown, path: string): Failure =>
  toFailure(error, path, writingCodes, 'scenario.notWritable');

export const readingFailure = (error: unknown, path: string): Failure =>
  toFailure(error, path, readingCodes, 'scenario.notReadable');

function toFailure(
  error: unknown,
  path: string,
  codes: Readonly<Record<string, FailureCode>>,
  otherwise: FailureCode,
): Failure {
  const code = errorCode(error);
  if (code === '') throw error;
  return { code: codes[code] ?? otherwise, detail: describeCode(code), path };
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your share of the disk is used up.',
  EROFS: 'The disk can only be read.',
  EACCES: 'You are not allowed to.',
  EPERM: 'You are not allowed to.',
  ENOENT: 'It is not there any more.',
  ENOTDIR: 'The folder is not there any more.',
  EIO: 'The disk reported an error.',
  EBUSY: 'Another program is using it.',
  EISDIR: 'It is a folder.',
};

const describeCode = (code: string): string => (sentences[code] === undefined ? code : `${sentences[code]} (${code})`);
