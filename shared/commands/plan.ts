import type { Diff } from '../model/document.ts';

/** What a command comes to: the change, its name in the history ("Add intent"), and what to select afterwards. */
export type Plan = {
  readonly label: string;
  readonly diff: Diff;
  readonly select: readonly string[];
};

/** Why a command cannot be carried out. A value; `sentence` is for people. */
export type CommandFailure = {
  readonly code: 'notFound' | 'taken' | 'notAllowed' | 'invalid';
  readonly ref: string | null;
  readonly sentence: string;
};
