import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { describeValue } from '../model/describe-issue.ts';
import { tableNames, type TableName } from '../model/record-tables.ts';
import { groupPath, knownCanvasKeys, knownKeys } from './file-format.ts';
import { recordLimit } from './read-limits.ts';
import { problemAt, type Path, type ReadProblem } from './read-problem.ts';

/** A record as it stands in the file, its id put back. */
export type FoundRecord = {
  readonly table: TableName;
  readonly id: string;
  readonly at: Path;
  readonly raw: JsonObject;
};

export type FoundRecords = {
  readonly scenario: Json | undefined;
  readonly records: readonly FoundRecord[];
  readonly extras: JsonObject;
  readonly problems: readonly ReadProblem[];
};

/** Finds the groups and their records, without looking into any. */
export function collectRecords(file: JsonObject): Result<FoundRecords, ReadProblem> {
  const problems: ReadProblem[] = [];
  const records: FoundRecord[] = [];
  const canvas = objectAt(file, 'canvas', ['canvas'], problems);
  for (const table of tableNames) {
    const path = groupPath(table);
    const group = objectAt(path.length === 1 ? file : canvas, table, path, problems);
    for (const [id, fields] of Object.entries(group)) {
      const found = recordAt(table, id, fields, [...path, id]);
      if ('sentence' in found) problems.push(found);
      else records.push(found);
    }
  }
  if (records.length > recordLimit)
    return fail(problemAt([], `Expected at most ${recordLimit} records, found ${records.length}.`));
  const unknown = unknownMembers(file, knownKeys);
  const unknownCanvas = unknownMembers(canvas, knownCanvasKeys);
  const extras = Object.keys(unknownCanvas).length === 0 ? unknown : { ...unknown, canvas: unknownCanvas };
  return succeed({ scenario: file['scenario'], records, extras, problems });
}

/** A group that is not there is empty. */
function objectAt(holder: JsonObject, key: string, path: Path, problems: ReadProblem[]): JsonObject {
  const value = Object.hasOwn(holder, key) ? holder[key] : {};
  if (value !== undefined && isJsonObject(value)) return value;
  problems.push(problemAt(path, `Expected an object, found ${describeValue(value)}.`));
  return {};
}

function recordAt(table: TableName, id: string, fields: Json, at: Path): FoundRecord | ReadProblem {
  if (!isJsonObject(fields)) return problemAt(at, `Expected an object, found ${describeValue(fields)}.`);
  if (Object.hasOwn(fields, 'id') && fields['id'] !== id)
    return problemAt(
      [...at, 'id'],
      `Expected "${id}", the name it stands under, found ${describeValue(fields['id'])}.`,
    );
  return { table, id, at, raw: { ...fields, id } };
}

const unknownMembers = (holder: JsonObject, known: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(holder).filter(([key]) => !known.has(key)));
