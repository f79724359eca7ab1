import { Map as PersistentMap } from 'immutable';
import { compareText } from '../base/order.ts';
import type { JsonObject } from '../base/json.ts';
import type { ScenarioRecord } from './design-records.ts';
import { tableNames, type AnyRecord, type TableName, type TableRecords } from './record-tables.ts';

/** Records of one kind by id. Changing one copies a handful of nodes, whatever the size of the table. */
export type Table<Value> = PersistentMap<string, Value>;
export type Tables = { readonly [Name in TableName]: Table<TableRecords[Name]> };

/** Where an id lives: its own record, or the intent that holds a message or an action use. */
export type Home = { readonly table: TableName | 'scenario'; readonly record: string };

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
  const tables: Record<string, PersistentMap<string, AnyRecord>> = { ...document.tables };
  const next = {
    scenario: document.scenario,
    children: document.children.asMutable(),
    homes: document.homes.asMutable(),
  };
  const touchedParents = new Set<string>();
  for (const change of diff) {
    if (change.table === 'scenario') {
      if (change.after !== null) next.scenario = change.after;
      continue;
    }
    const table = tables[change.table] as PersistentMap<string, AnyRecord>;
    tables[change.table] = change.after === null ? table.delete(change.id) : table.set(change.id, change.after);
    unlist(next, change.table, change.before);
    list(next, change.table, change.after, touchedParents);
  }
  const changed = tables as unknown as Tables;
  for (const parent of touchedParents) sortChildren(next.children, changed, next.homes, parent);
  return {
    ...document,
    scenario: next.scenario,
    tables: changed,
    children: next.children.asImmutable(),
    homes: next.homes.asImmutable(),
  };
}

type Indexes = {
  scenario: ScenarioRecord;
  children: PersistentMap<string, readonly string[]>;
  homes: PersistentMap<string, Home>;
};

function unlist(indexes: Indexes, table: TableName, record: AnyRecord | null): void {
  if (record === null || table === 'placements') return;
  for (const id of idsWithin(table, record)) indexes.homes.delete(id);
  const parent = parentIdOf(table, record, indexes.scenario.id);
  if (parent === null) return;
  const rest = (indexes.children.get(parent) ?? []).filter((id) => id !== record.id);
  if (rest.length === 0) indexes.children.delete(parent);
  else indexes.children.set(parent, rest);
}

function list(indexes: Indexes, table: TableName, record: AnyRecord | null, touched: Set<string>): void {
  if (record === null || table === 'placements') return;
  for (const id of idsWithin(table, record)) indexes.homes.set(id, { table, record: record.id });
  const parent = parentIdOf(table, record, indexes.scenario.id);
  if (parent === null) return;
  indexes.children.set(parent, [...(indexes.children.get(parent) ?? []), record.id]);
  touched.add(parent);
}

/** The id of a record and of everything inside it that can be selected. */
function idsWithin(table: TableName, record: AnyRecord): string[] {
  if (table !== 'intents') return [record.id];
  const intent = record as TableRecords['intents'];
  return [intent.id, ...intent.actions.map((use) => use.id), ...intent.messages.map((message) => message.id)];
}

/** The parent that lists a record among its children, or null for records that stand alone. */
export function parentIdOf(table: TableName, record: AnyRecord, scenarioId: string): string | null {
  switch (table) {
    case 'conversations':
      return scenarioId;
    case 'scenes':
      return (record as TableRecords['scenes']).conversation;
    case 'turns':
      return (record as TableRecords['turns']).scene;
    case 'intents':
      return (record as TableRecords['intents']).turn;
    case 'mocks':
      return (record as TableRecords['mocks']).action;
    default:
      return null;
  }
}

function sortChildren(
  children: PersistentMap<string, readonly string[]>,
  tables: Tables,
  homes: PersistentMap<string, Home>,
  parent: string,
): void {
  const sortKey = (id: string): string => {
    const table = homes.get(id)?.table;
    if (table === undefined || table === 'scenario') return '';
    const record = tables[table].get(id) as { order?: string; bucket?: string } | undefined;
    return `${record?.bucket ?? ''} ${record?.order ?? ''} ${id}`;
  };
  const unsorted = children.get(parent);
  if (unsorted === undefined) return;
  const keyed = unsorted.map((id) => [sortKey(id), id] as const);
  keyed.sort((left, right) => compareText(left[0], right[0]));
  children.set(
    parent,
    keyed.map(([, id]) => id),
  );
}
