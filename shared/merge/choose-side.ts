import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { succeed, type Result } from '../base/result.ts';
import { applyDiff } from '../commands/diff.ts';
import type { CommandFailure } from '../commands/plan.ts';
import { planCommand } from '../commands/plan-command.ts';
import type { Command } from '../commands/command.ts';
import { recordIn, withChanges, type Document } from '../model/document.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import type { RecordPut } from '../model/record-tables.ts';
import type { MergeConflict } from './merge-documents.ts';

export type MergeSide = 'ours' | 'theirs';

/** The side a merge took by itself: ours, unless ours was a deletion. */
export const sideTaken = ({ ours }: MergeConflict): MergeSide => (ours === null ? 'theirs' : 'ours');

/** The merge with one conflict decided: all of a record, or what lies at its path. Refused where it would not fit. */
export function chooseSide(
  merged: Document,
  conflict: MergeConflict,
  side: MergeSide,
): Result<Document, CommandFailure> {
  const { table, id, path } = conflict;
  const chosen = conflict[side];
  if (path.length === 0 && chosen === null && table !== 'scenario')
    return merged.homes.has(id) ? done(merged, { kind: 'records.remove', ids: [id] }) : succeed(merged);
  const present = table === 'scenario' ? merged.scenario : recordIn(merged, table, id);
  const value = path.length === 0 ? chosen : withValue((present ?? null) as Json, path, chosen);
  if (value === null || !isJsonObject(value)) return succeed(merged);
  if (table === 'scenario') {
    const after = toScenarioRecord({ ...value, id: merged.scenario.id });
    if (!after.ok) return succeed(merged);
    return succeed(
      withChanges(merged, [{ table, id: merged.scenario.id, before: merged.scenario, after: after.value }]),
    );
  }
  const record = toRecord(table, { ...value, id });
  if (!record.ok) return succeed(merged);
  const puts = [{ table, record: record.value } as RecordPut];
  return done(merged, { kind: 'records.put', label: 'Choose a side', puts });
}

function done(document: Document, command: Command): Result<Document, CommandFailure> {
  const plan = planCommand(document, command);
  return plan.ok ? succeed(applyDiff(document, plan.value.diff)) : plan;
}

/** The value with another one at the path; items of lists are found by their ids. Null takes it away. */
function withValue(value: Json, path: readonly string[], chosen: Json | null): Json {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(value) && isIdList(chosen) ? inOrder(value, chosen) : (chosen ?? value);
  if (Array.isArray(value)) {
    const at = value.findIndex((item) => idOf(item) === key);
    if (rest.length > 0) return at === -1 ? value : value.with(at, withValue(value[at] ?? null, rest, chosen));
    if (chosen === null) return value.filter((_item, index) => index !== at);
    return at === -1 ? [...value, chosen] : value.with(at, chosen);
  }
  if (!isJsonObject(value)) return value;
  if (rest.length > 0 || isOrderOf(value[key], chosen))
    return { ...value, [key]: withValue(value[key] ?? null, rest, chosen) };
  return chosen === null ? without(value, key) : { ...value, [key]: chosen };
}

const without = (value: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const idOf = (item: Json | undefined): string | null => {
  if (item === undefined || item === null || !isJsonObject(item)) return null;
  return typeof item['id'] === 'string' ? item['id'] : null;
};

const isIdList = (value: Json | null): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** A conflict about the order of things with ids speaks of the ids alone. */
const isOrderOf = (present: Json | undefined, chosen: Json | null): boolean =>
  Array.isArray(present) && present.length > 0 && present.every((item) => idOf(item) !== null) && isIdList(chosen);

function inOrder(items: readonly Json[], ids: readonly string[]): Json[] {
  const place = (item: Json): number => {
    const at = ids.indexOf(idOf(item) ?? '');
    return at === -1 ? ids.length : at;
  };
  return [...items].sort((left, right) => place(left) - place(right));
}
