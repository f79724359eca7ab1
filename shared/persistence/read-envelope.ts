import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { describeValue } from '../model/describe-issue.ts';
import { scenarioFormat, scenarioVersion } from './file-format.ts';
import { migrate, type Migration } from './migrate.ts';
import { migrationChain } from './migrations/migration-chain.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/** Which version this program reads and how it gets there; tests put in a chain of their own. */
export type Format = { readonly version: number; readonly chain: readonly Migration[] };
export const currentFormat: Format = { version: scenarioVersion, chain: migrationChain };

export type Envelope = { readonly file: JsonObject; readonly migratedFrom: number | null };

/** Looks at format and version before anything else, and brings an older file up to date. */
export function readEnvelope(json: Json, format: Format): Result<Envelope, ReadProblem> {
  if (!isJsonObject(json)) return fail(problemAt([], `Expected a scenario, found ${describeValue(json)}.`));
  const { format: name, version } = json;
  if (name === 'parley.bundle')
    return fail(problemAt(['format'], 'This is an action bundle. Open a scenario and import the bundle into it.'));
  if (name !== scenarioFormat)
    return fail(problemAt(['format'], `Expected "${scenarioFormat}", found ${describeValue(name)}.`));
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail(
      problemAt(['version'], `Expected a version from 1 to ${format.version}, found ${describeValue(version)}.`),
    );
  if (version > format.version) return fail(problemAt(['version'], tooNew(version, format.version)));
  const migrated = migrate(json, version, format.version, format.chain);
  if (!migrated.ok) return migrated;
  return succeed({ file: migrated.value, migratedFrom: version === format.version ? null : version });
}

const tooNew = (version: number, newest: number): string =>
  `This file was written by a newer Parley (version ${version}; this one reads up to ${newest}). ` +
  'Open it with the newer one. The file was not changed.';
