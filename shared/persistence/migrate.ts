import type { JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/** One step from the version before. Pure, on JSON nobody has checked yet; once released it is never edited. */
export type Migration = {
  readonly to: number;
  /** What changed in the format, for people who read the chain. */
  readonly why: string;
  readonly up: (file: JsonObject) => JsonObject;
};

/** Takes a file from its version to the newest, one numbered step at a time. */
export function migrate(
  file: JsonObject,
  from: number,
  to: number,
  chain: readonly Migration[],
): Result<JsonObject, ReadProblem> {
  let current = file;
  for (let version = from + 1; version <= to; version += 1) {
    const step = chain.find((migration) => migration.to === version);
    if (step === undefined)
      return fail(problemAt(['version'], `No way is known from version ${version - 1} to version ${version}.`));
    current = { ...step.up(current), version };
  }
  return succeed(current);
}

/** What is wrong with a chain: versions must follow each other from 2 to the newest, each with a reason. */
export function chainFlaws(chain: readonly Migration[], newest: number): string[] {
  const expected = Array.from({ length: Math.max(0, newest - 1) }, (_, index) => index + 2);
  const found = chain.map((migration) => migration.to);
  return [
    ...(found.join() === expected.join()
      ? []
      : [`expected steps to ${expected.join(', ')}, found ${found.join(', ')}`]),
    ...chain.filter((migration) => migration.why.trim() === '').map(({ to }) => `the step to ${to} gives no reason`),
  ];
}
