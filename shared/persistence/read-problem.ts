import type { z } from 'zod';
import { describeIssue } from '../model/describe-issue.ts';

/** Something in a file that cannot be used: where (a JSON pointer, empty for the whole) and what was expected. */
export type ReadProblem = { readonly pointer: string; readonly sentence: string };

export type Path = readonly (string | number)[];

export const problemAt = (path: Path, sentence: string): ReadProblem => ({ pointer: pointerOf(path), sentence });

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a schema has to say about a value, in people's words. `whole` is the value, `at` where it stands in the file. */
export const problemsOfIssues = (issues: readonly z.core.$ZodIssue[], whole: unknown, at: Path = []): ReadProblem[] =>
  issues.map((issue) => {
    const { path, sentence } = describeIssue(issue, whole);
    return problemAt([...at, ...path], sentence);
  });
