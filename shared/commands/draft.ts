import { keepSame } from '../base/keep-same.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ScenarioRecord } from '../model/design-records.ts';
import { idsWithin } from '../model/document-indexes.ts';
import type { Diff, Document, RecordChange } from '../model/document.ts';
import { freeId } from '../model/ids.ts';
import type { AnyRecord, TableName, TableRecords } from '../model/record-tables.ts';
import { structureFaults } from '../model/structure-faults.ts';
import { toChangedRecord, toRecord, toScenarioRecord } from '../model/to-record.ts';
import type { Mismatch } from '../model/describe-issue.ts';
import type { CommandFailure, Plan } from './plan.ts';

export type Draft = ReturnType<typeof createDraft>;

/** A document as it will be while a command is being planned. Nothing is written before `finish` finds it sound. */
export function createDraft(document: Document) {
  const staged = new Map<string, RecordChange>();
  const newIds = new Set<string>();
  let flaw: CommandFailure | null = null;

  const stage = (table: TableName, id: string, after: AnyRecord | null): void => {
    const before = document.tables[table].get(id) ?? null;
    staged.set(`${table} ${id}`, { table, id, before, after } as RecordChange);
    if (after !== null) for (const own of idsWithin(table, after)) newIds.add(own);
  };
  const reject = (ref: string, mismatches: readonly Mismatch[]): void => {
    flaw ??= { code: 'invalid', ref, sentence: mismatches.map(tellMismatch).join(' ') };
  };

  return {
    document,

    get<Name extends TableName>(table: Name, id: string): TableRecords[Name] | undefined {
      const change = staged.get(`${table} ${id}`);
      if (change === undefined) return document.tables[table].get(id);
      return (change.after as TableRecords[Name] | null) ?? undefined;
    },

    /** Writes a record, checked and in canonical form. What is wrong with it comes out of `finish`. */
    put<Name extends TableName>(table: Name, raw: Raw<TableRecords[Name]>): void {
      const before = document.tables[table].get(raw.id);
      const changed = before === undefined ? null : toChangedRecord(table, before, raw);
      if (changed !== null) return stage(table, changed.id, isSameRecord(before, changed) ? (before ?? null) : changed);
      const record = toRecord(table, raw);
      if (record.ok) stage(table, record.value.id, keepSame(document.tables[table].get(raw.id), record.value));
      else reject(raw.id, record.failure);
    },

    putScenario(raw: Raw<ScenarioRecord>): void {
      const record = toScenarioRecord(raw);
      if (!record.ok) return reject(document.scenario.id, record.failure);
      const before = document.scenario;
      const change = { table: 'scenario', id: before.id, before, after: keepSame(before, record.value) };
      staged.set('scenario', change as RecordChange);
    },

    remove(table: TableName, id: string): void {
      stage(table, id, null);
    },

    /** A readable id nobody has. It is taken from now on. */
    freeId(name: string): string {
      const id = freeId(name, (wanted) => newIds.has(wanted) || document.homes.has(wanted));
      newIds.add(id);
      return id;
    },

    finish(label: string, select: readonly string[]): Result<Plan, CommandFailure> {
      if (flaw !== null) return fail(flaw);
      for (const id of vanishedIds(staged.values()))
        if (document.tables.placements.has(id) && !staged.has(`placements ${id}`)) stage('placements', id, null);
      const diff = trimmed([...staged.values()].filter(({ before, after }) => before !== after));
      const [fault] = structureFaults(document, diff);
      if (fault !== undefined) return fail({ code: fault.code, ref: fault.id, sentence: fault.sentence });
      return succeed({ label, diff, select });
    },
  };
}

/** Without the room a list keeps for growing: the history holds thousands of these. */
const trimmed = (diff: Diff): Diff => diff.slice();

/** A record not yet checked: what is left out gets its default. */
export type Raw<Value> = { readonly [Key in keyof Value]?: unknown } & { readonly id: string };

/** Ids that are nowhere any more; what was drawn for them goes too. */
function vanishedIds(changes: Iterable<RecordChange>): Set<string> {
  const vanished = new Set<string>();
  const kept: string[] = [];
  for (const { table, before, after } of changes) {
    if (table === 'scenario') continue;
    if (before !== null) for (const id of idsWithin(table, before)) vanished.add(id);
    if (after !== null) kept.push(...idsWithin(table, after));
  }
  for (const id of kept) vanished.delete(id);
  return vanished;
}

/** Whether no field is another one than before. */
function isSameRecord(before: AnyRecord | undefined, after: AnyRecord): boolean {
  if (before === undefined) return false;
  const one: Fields = before;
  return Object.entries(after).every(([field, value]) => Object.is(one[field], value));
}
type Fields = { readonly [field: string]: unknown };

const tellMismatch = ({ path, sentence }: Mismatch): string =>
  path.length === 0 ? sentence : `${path.join('.')}: ${sentence}`;
