import type { Map as PersistentMap } from 'immutable';
import { compareText } from '../base/order.ts';
import type { AnyRecord, TableName, TableRecords } from './record-tables.ts';

/** Where an id lives: its own record, or the intent that holds a message or an action use. */
export type Home = { readonly table: TableName | 'scenario'; readonly record: string };

export type Indexes = {
  readonly children: PersistentMap<string, readonly string[]>;
  readonly homes: PersistentMap<string, Home>;
};
type RecordsByTable = { readonly [Name in TableName]: { get(id: string): TableRecords[Name] | undefined } };

/** The id of a record and of everything inside it that can be pointed at. A placement has no id of its own. */
export function idsWithin(table: TableName, record: AnyRecord): readonly string[] {
  if (table === 'placements') return [];
  if (table !== 'intents') return [record.id];
  const intent = record as TableRecords['intents'];
  return [intent.id, ...intent.actions.map((use) => use.id), ...intent.messages.map((message) => message.id)];
}

/** The table of the container a record lies in; conversations lie in the scenario itself. */
export const parentTables: Readonly<Partial<Record<TableName, TableName>>> = {
  scenes: 'conversations',
  turns: 'scenes',
  intents: 'turns',
  mocks: 'actions',
};

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

type Family = { readonly table: TableName; readonly left: Set<string>; readonly joined: AnyRecord[] };

/**
 * Collects what a diff does to the indexes and settles it at the end: an id that moves from one record to another
 * within one diff must not be forgotten because its old home is visited last.
 */
export function createIndexUpkeep(before: Indexes & { readonly scenario: { readonly id: string } }) {
  const gone: string[] = [];
  const came: { readonly id: string; readonly home: Home }[] = [];
  const families = new Map<string, Family>();

  const family = (table: TableName, record: AnyRecord): Family | null => {
    const parent = parentIdOf(table, record, before.scenario.id);
    if (parent === null) return null;
    const known = families.get(parent) ?? { table, left: new Set(), joined: [] };
    families.set(parent, known);
    return known;
  };

  return {
    note(table: TableName, was: AnyRecord | null, is: AnyRecord | null): void {
      const idsBefore = was === null ? [] : idsWithin(table, was);
      const idsAfter = is === null ? [] : idsWithin(table, is);
      if (!sameTexts(idsBefore, idsAfter)) {
        gone.push(...idsBefore);
        if (is !== null) for (const id of idsAfter) came.push({ id, home: { table, record: is.id } });
      }
      if (was !== null && is !== null && samePlaceInFamily(table, was, is)) return;
      if (was !== null) family(table, was)?.left.add(was.id);
      if (is !== null) family(table, is)?.joined.push(is);
    },

    settle(tables: RecordsByTable): Indexes {
      return {
        homes: before.homes.withMutations((homes) => {
          for (const id of gone) homes.delete(id);
          for (const { id, home } of came) homes.set(id, home);
        }),
        children: before.children.withMutations((children) => {
          for (const [parent, { table, left, joined }] of families) {
            const stayed = children.get(parent)?.filter((id) => !left.has(id)) ?? [];
            const all = mergeByOrder(stayed, joined, (id) => tables[table].get(id));
            if (all.length === 0) children.delete(parent);
            else children.set(parent, all);
          }
        }),
      };
    },
  };
}

const sameTexts = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((text, index) => text === right[index]);

const samePlaceInFamily = (table: TableName, was: AnyRecord, is: AnyRecord): boolean =>
  parentIdOf(table, was, '') === parentIdOf(table, is, '') && compareSiblings(was, is) === 0;

/** Siblings in listed order: requests before responses, then by order key; equal keys (a merge) by id. */
export function compareSiblings(left: AnyRecord, right: AnyRecord): number {
  const [one, other] = [left as SortFields, right as SortFields];
  return (
    compareText(one.bucket ?? '', other.bucket ?? '') ||
    compareText(one.order ?? '', other.order ?? '') ||
    compareText(one.id, other.id)
  );
}
type SortFields = { readonly id: string; readonly order?: string; readonly bucket?: string };

/** `stayed` is in order; `joined` is put in. One newcomer among thousands costs a binary search and a copy. */
function mergeByOrder(
  stayed: readonly string[],
  joined: AnyRecord[],
  recordOf: (id: string) => AnyRecord | undefined,
): readonly string[] {
  if (joined.length === 0) return stayed;
  joined.sort(compareSiblings);
  const merged: string[] = [];
  let taken = 0;
  for (const record of joined) {
    let [low, high] = [taken, stayed.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const sibling = recordOf(stayed[middle] as string);
      if (sibling !== undefined && compareSiblings(sibling, record) < 0) low = middle + 1;
      else high = middle;
    }
    for (; taken < low; taken += 1) merged.push(stayed[taken] as string);
    merged.push(record.id);
  }
  for (; taken < stayed.length; taken += 1) merged.push(stayed[taken] as string);
  return merged;
}
