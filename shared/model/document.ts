import { Map as PersistentMap } from 'immutable';
import type { JsonObject } from '../base/json.ts';
import type { ScenarioRecord } from './design-records.ts';
import { createIndexUpkeep, type Home } from './document-indexes.ts';
import { tableNames, type AnyRecord, type TableName, type TableRecords } from './record-tables.ts';

/** Records of one kind by id. Changing one copies a handful of nodes, whatever the size of the table. */
export type Table<Value> = PersistentMap<string, Value>;
export type Tables = { readonly [Name in TableName]: Table<TableRecords[Name]> };

/**
 * The scenario in memory: the same records as in the file, immutable, plus two indexes derived from them.
 * Only `applyDiff` and the reader make new ones.
 */
export type Document = {
  readonly scenario: ScenarioRecord;
  readonly tables: Tables;
  /** Parent id to the ids of its children in order: scenario → conversations → scenes → turns → intents; action → mocks. */
  readonly children: PersistentMap<string, readonly string[]>;
  /** Every id in the document except placements, which share the id of what they place. */
  readonly homes: PersistentMap<string, Home>;
  /** Top-level keys of the file that this program does not know; written back as they were. */
  readonly extras: JsonObject;
};

/** One record before and after; null where it did not or will not exist. `scenario` is the one record without a table. */
export type RecordChange =
  | {
      [Name in TableName]: {
        readonly table: Name;
        readonly id: string;
        readonly before: TableRecords[Name] | null;
        readonly after: TableRecords[Name] | null;
      };
    }[TableName]
  | {
      readonly table: 'scenario';
      readonly id: string;
      readonly before: ScenarioRecord | null;
      readonly after: ScenarioRecord | null;
    };
export type Diff = readonly RecordChange[];

/** An empty document around one scenario record. */
export function createDocument(scenario: ScenarioRecord, extras: JsonObject = {}): Document {
  const tables = Object.fromEntries(tableNames.map((name) => [name, PersistentMap()])) as unknown as Tables;
  return {
    scenario,
    tables,
    children: PersistentMap(),
    homes: PersistentMap<string, Home>().set(scenario.id, { table: 'scenario', record: scenario.id }),
    extras,
  };
}

/** Any record by table and id. */
export const recordIn = <Name extends TableName>(
  document: Document,
  table: Name,
  id: string,
): TableRecords[Name] | undefined => document.tables[table].get(id);

/** The children of a record, in order. */
export const childIds = (document: Document, parent: string): readonly string[] => document.children.get(parent) ?? [];

/** Applies changes and keeps both indexes true. Cost depends on the changes, not on the document. */
export function withChanges(document: Document, diff: Diff): Document {
  const indexes = createIndexUpkeep(document);
  const tables: Record<string, PersistentMap<string, AnyRecord>> = { ...document.tables };
  let scenario = document.scenario;
  for (const change of diff) {
    if (change.table === 'scenario') {
      if (change.after !== null) scenario = change.after;
      continue;
    }
    const table = (tables[change.table] as PersistentMap<string, AnyRecord>).asMutable();
    tables[change.table] = change.after === null ? table.delete(change.id) : table.set(change.id, change.after);
    indexes.note(change.table, change.before, change.after);
  }
  for (const name of tableNames) {
    const table = tables[name] as PersistentMap<string, AnyRecord>;
    if (table !== document.tables[name]) tables[name] = table.asImmutable();
  }
  const changed = tables as unknown as Tables;
  return { ...document, scenario, tables: changed, ...indexes.settle(changed) };
}
