import { fail, succeed, type Result } from '../base/result.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../model/document.ts';
import { structureFaults } from '../model/structure-faults.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import { collectRecords, type FoundRecord } from './collect-records.ts';
import { groupPath } from './file-format.ts';
import { currentFormat, readEnvelope, type Format } from './read-envelope.ts';
import { readJson } from './read-json.ts';
import { readLimits } from './read-limits.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/** `migratedFrom` is the version the file had, when it was an older one. */
export type ReadScenario = { readonly document: Document; readonly migratedFrom: number | null };

/**
 * Reads a scenario file. Total: any bytes give a document or say, place by place, what was expected; nothing throws and
 * nothing is guessed. Size, depth and count are checked before anything is built.
 */
export function readScenario(
  source: Uint8Array | string,
  format: Format = currentFormat,
): Result<ReadScenario, ReadProblem[]> {
  const json = readJson(source);
  if (!json.ok) return json;
  const envelope = readEnvelope(json.value, format);
  if (!envelope.ok) return fail([envelope.failure]);
  const { file, migratedFrom } = envelope.value;

  const found = collectRecords(file);
  if (!found.ok) return fail([found.failure]);
  const { records, extras } = found.value;
  const problems: ReadProblem[] = [...found.value.problems];
  const scenario = toScenarioRecord(found.value.scenario);
  if (!scenario.ok) problems.push(...scenario.failure.map((one) => problemAt(['scenario', ...one.path], one.sentence)));
  const changes = records.flatMap((record) => readRecord(record, problems));
  if (!scenario.ok || problems.length > 0) return fail(problems.slice(0, readLimits.problems));

  const empty = createDocument(scenario.value, extras);
  const faults = structureFaults(empty, changes).map(({ table, id, path, sentence }) =>
    problemAt([...groupPath(table), id, ...path], sentence),
  );
  if (faults.length > 0) return fail(faults.slice(0, readLimits.problems));
  return succeed({ document: withChanges(empty, changes), migratedFrom });
}

function readRecord({ table, id, at, raw }: FoundRecord, problems: ReadProblem[]): RecordChange[] {
  const record = toRecord(table, raw);
  if (record.ok) return [{ table, id, before: null, after: record.value } as RecordChange];
  problems.push(...record.failure.map((one) => problemAt([...at, ...one.path], one.sentence)));
  return [];
}
