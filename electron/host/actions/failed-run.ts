import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { errorCode } from '../files/file-operations.ts';
import type { Executed } from './action-executor.ts';

export type FailedRun = Extract<Executed, { ok: false }>;

/** A run that came to nothing: a code for the engine, a sentence for people. */
export const failedRun = (failure: ActionFailure, detail: string): FailedRun => ({ ok: false, failure, detail });

/** A file system that refuses is no fault of ours; everything else is, and is thrown on. */
export function failedFile(error: unknown, what: string): FailedRun {
  const code = errorCode(error);
  if (code === '') throw error;
  return failedRun('notAvailable', `${what} cannot be used: ${fileSentences[code] ?? `the system says ${code}`}.`);
}

const fileSentences: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'its folder is not there',
  EACCES: 'this person may not open it',
  EPERM: 'this person may not change it',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link',
};
