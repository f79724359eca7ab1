import { invariant } from '../base/invariant.ts';
import { isJsonObject, type JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ScenarioRecord } from '../model/design-records.ts';
import type { Mismatch } from '../model/describe-issue.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../model/document.ts';
import { structureFaults } from '../model/structure-faults.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import { collectRecords, type FoundRecord } from './collect-records.ts';
import { groupPath } from './file-format.ts';
import { currentFormat, readEnvelope, type Format } from './read-envelope.ts';
import { readDamagedJson } from './read-json.ts';
import { problemAt, type Path, type ReadProblem } from './read-problem.ts';

/** `leftOut` names every field and record that could not be kept; empty means nothing was wrong. */
export type RepairedScenario = {
  readonly document: Document;
  readonly migratedFrom: number | null;
  readonly leftOut: readonly ReadProblem[];
};

/**
 * What can be saved of a damaged file. Fields that are wrong get their defaults; records that still make no sense, or
 * whose parent is gone, are left out. All of it is told. A file that is not JSON, or is too new, cannot be repaired.
 */
export function repairScenario(
  source: Uint8Array | string,
  format: Format = currentFormat,
): Result<RepairedScenario, ReadProblem[]> {
  const read = readDamagedJson(source);
  if (!read.ok) return read;
  const envelope = readEnvelope(read.value.json, format);
  if (!envelope.ok) return fail([envelope.failure]);
  const { file, migratedFrom } = envelope.value;

  const found = collectRecords(file);
  if (!found.ok) return fail([found.failure]);
  const { records, extras, problems } = found.value;
  const leftOut: ReadProblem[] = [...read.value.leftOut, ...problems];
  const empty = createDocument(repairScenarioRecord(file, leftOut), extras);
  const kept = records.flatMap((record) => repairRecord(record, leftOut));
  const sound = withoutFaulty(empty, kept, leftOut);
  return succeed({ document: withChanges(empty, sound), migratedFrom, leftOut });
}

function repairRecord({ table, id, at, raw }: FoundRecord, leftOut: ReadProblem[]): RecordChange[] {
  const record = repair(raw, (fields) => toRecord(table, fields), at, leftOut);
  return record === null ? [] : [{ table, id, before: null, after: record } as RecordChange];
}

function repairScenarioRecord(file: JsonObject, leftOut: ReadProblem[]): ScenarioRecord {
  const raw = file['scenario'];
  const fields = isJsonObject(raw) ? raw : {};
  const basics = { id: 'scenario', name: 'Recovered scenario' };
  const record =
    repair(fields, toScenarioRecord, ['scenario'], leftOut) ??
    repair({ ...fields, ...basics }, toScenarioRecord, ['scenario'], leftOut);
  if (record !== null) return record;
  const plain = toScenarioRecord(basics);
  invariant(plain.ok, 'a scenario with an id and a name is valid');
  return plain.value;
}

/** Tries the record as it is, then without the fields that are wrong. */
function repair<Value>(
  raw: JsonObject,
  read: (fields: JsonObject) => Result<Value, Mismatch[]>,
  at: Path,
  leftOut: ReadProblem[],
): Value | null {
  const whole = read(raw);
  if (whole.ok) return whole.value;
  leftOut.push(...whole.failure.map(({ path, sentence }) => problemAt([...at, ...path], sentence)));
  const wrong = new Set(whole.failure.map(({ path }) => String(path[0])));
  const rest = read(Object.fromEntries(Object.entries(raw).filter(([field]) => !wrong.has(field))));
  if (rest.ok) return rest.value;
  leftOut.push(problemAt(at, 'This record could not be kept.'));
  return null;
}

/** Leaves out what does not fit together, and then what that leaves without a parent, until the rest is sound. */
function withoutFaulty(empty: Document, records: readonly RecordChange[], leftOut: ReadProblem[]): RecordChange[] {
  let kept = [...records];
  for (;;) {
    const faults = structureFaults(empty, kept);
    if (faults.length === 0) return kept;
    const faulty = new Set(faults.map(({ table, id }) => `${table} ${id}`));
    for (const { table, id, path, sentence } of faults)
      leftOut.push(problemAt([...groupPath(table), id, ...path], `${sentence} This record could not be kept.`));
    kept = kept.filter(({ table, id }) => !faulty.has(`${table} ${id}`));
  }
}
