import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { sameRecord } from '../commands/diff.ts';
import type { PlacementRecord } from '../model/design-records.ts';
import { createDocument, withChanges, type Diff, type Document, type RecordChange } from '../model/document.ts';
import { parentIdOf, parentTables } from '../model/document-indexes.ts';
import { tableNames, type AnyRecord, type TableName } from '../model/record-tables.ts';
import { structureFaults, type StructureFault } from '../model/structure-faults.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import { mergeValues, type ValueConflict } from './merge-values.ts';

/** What could not be taken from both. Ours stays in the merge. */
export type MergeConflict = {
  readonly table: TableName | 'scenario';
  readonly id: string;
  /** Inside the record; empty for the record as a whole. */
  readonly path: readonly string[];
  readonly why: 'bothChanged' | 'deletedByOurs' | 'deletedByTheirs' | 'neededByOther' | 'idTaken';
  readonly base: Json | null;
  readonly ours: Json | null;
  readonly theirs: Json | null;
};
export type Merge = { readonly document: Document; readonly conflicts: readonly MergeConflict[] };

/** What two people made of one scenario, together. Always a document that can be opened; cost follows what differs. */
export function mergeDocuments(base: Document, ours: Document, theirs: Document): Merge {
  const conflicts: MergeConflict[] = [];
  const merged = new Map<string, RecordChange>();
  for (const table of tableNames) {
    if (table === 'placements') continue;
    const tables = [base.tables[table], ours.tables[table], theirs.tables[table]] as const;
    for (const id of new Set([...tables[1].keys(), ...tables[2].keys()])) {
      const [was, mine, other] = tables.map((each) => each.get(id) ?? null) as [Maybe, Maybe, Maybe];
      const record = mergeRecord(table, id, { was, mine, other }, conflicts);
      if (record !== null) merged.set(`${table} ${id}`, { table, id, before: null, after: record } as RecordChange);
    }
  }
  const scenario = mergeScenario(base, ours, theirs, conflicts);
  const extras = mergeValues({ base: base.extras, ours: ours.extras, theirs: theirs.extras }).value;
  const empty = createDocument(scenario, isObject(extras) ? extras : ours.extras);
  if (!makeSound(empty, merged, { base, ours, theirs }, conflicts)) return { document: ours, conflicts };
  const document = withChanges(empty, [...merged.values()]);
  return { document: withChanges(document, mergePlacements(document, { base, ours, theirs })), conflicts };
}

/** Where things are drawn is never a conflict: ours counts, and what is drawn for nothing goes when one side let it go. */
function mergePlacements(document: Document, sides: Sides): Diff {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((side) => side.tables.placements) as [
    Placements,
    Placements,
    Placements,
  ];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((id): RecordChange[] => {
    const [was, mine, other] = [base, ours, theirs].map((table) => table.get(id) ?? null) as [Place, Place, Place];
    const after = sameRecord(was, other) ? mine : sameRecord(was, mine) ? other : (mine ?? other);
    const letGo = mine === null ? sides.ours : other === null ? sides.theirs : null;
    const isBack = letGo !== null && !letGo.homes.has(id) && document.homes.has(id);
    const isGone = letGo !== null && !document.homes.has(id);
    const kept = isGone ? null : (after ?? (isBack ? (mine ?? other) : null));
    return kept === null ? [] : [{ table: 'placements', id, before: null, after: kept }];
  });
}
type Placements = Document['tables']['placements'];
type Place = PlacementRecord | null;

type Maybe = AnyRecord | null;
const isObject = (value: Json | undefined): value is JsonObject => value !== undefined && isJsonObject(value);

/** Records are plain JSON, which their types do not say. */
const asJson = (record: object | null): Json | null => record as Json | null;

function mergeRecord(
  table: TableName,
  id: string,
  { was, mine, other }: { readonly was: Maybe; readonly mine: Maybe; readonly other: Maybe },
  conflicts: MergeConflict[],
): Maybe {
  if (sameRecord(mine, other) || sameRecord(was, other)) return mine;
  if (sameRecord(was, mine)) return other;
  const whole = { table, id, path: [], base: asJson(was), ours: asJson(mine), theirs: asJson(other) };
  if (mine === null || other === null) {
    conflicts.push({ ...whole, why: mine === null ? 'deletedByOurs' : 'deletedByTheirs' });
    return mine ?? other;
  }
  const three = { base: asJson(was) ?? undefined, ours: asJson(mine) ?? undefined, theirs: asJson(other) ?? undefined };
  const { value, conflicts: inside } = mergeValues(three);
  const record = isObject(value) ? toRecord(table, { ...value, id }) : null;
  if (record === null || !record.ok) {
    conflicts.push({ ...whole, why: 'bothChanged' });
    return mine;
  }
  conflicts.push(...inside.map((conflict) => told(table, id, conflict)));
  return record.value;
}

function mergeScenario(base: Document, ours: Document, theirs: Document, conflicts: MergeConflict[]) {
  const [was, mine, other] = [base, ours, theirs].map((side) => asJson(side.scenario) ?? undefined);
  const { value, conflicts: inside } = mergeValues({ base: was, ours: mine, theirs: other });
  const { id } = ours.scenario;
  const record = isObject(value) ? toScenarioRecord({ ...value, id }) : null;
  conflicts.push(...inside.map((conflict) => told('scenario', id, conflict)));
  return record?.ok === true ? record.value : ours.scenario;
}

const told = (
  table: MergeConflict['table'],
  id: string,
  { path, base, ours, theirs }: ValueConflict,
): MergeConflict => ({
  table,
  id,
  path,
  why: 'bothChanged',
  base: base ?? null,
  ours: ours ?? null,
  theirs: theirs ?? null,
});

type Sides = { readonly base: Document; readonly ours: Document; readonly theirs: Document };

/** Brings back what others hang from, and gives up what claims an id of somebody else, until everything fits. */
function makeSound(
  empty: Document,
  merged: Map<string, RecordChange>,
  sides: Sides,
  conflicts: MergeConflict[],
): boolean {
  for (let rounds = 0; rounds < roundCap; rounds += 1) {
    const faults = structureFaults(empty, [...merged.values()]);
    if (faults.length === 0) return true;
    for (const fault of faults) mend(fault, merged, sides, conflicts);
  }
  return false;
}
/** A chain of containers is four long; each round mends at least one link of every chain. */
const roundCap = 50;

function mend(
  { table, id, code }: StructureFault,
  merged: Map<string, RecordChange>,
  sides: Sides,
  conflicts: MergeConflict[],
): void {
  const key = `${table} ${id}`;
  const record = merged.get(key)?.after as Maybe;
  if (record === null || record === undefined) return;
  const parent = code === 'notFound' ? parentOf(table, record, sides) : null;
  if (parent !== null) {
    merged.set(`${parent.table} ${parent.record.id}`, {
      table: parent.table,
      id: parent.record.id,
      before: null,
      after: parent.record,
    } as RecordChange);
    conflicts.push(conflictOf(parent.table, parent.record.id, 'neededByOther', sides));
    return;
  }
  const mine = sides.ours.tables[table].get(id) ?? null;
  if (mine === null || sameRecord(mine, record)) merged.delete(key);
  else merged.set(key, { table, id, before: null, after: mine } as RecordChange);
  conflicts.push(conflictOf(table, id, 'idTaken', sides));
}

const conflictOf = (
  table: TableName,
  id: string,
  why: MergeConflict['why'],
  { base, ours, theirs }: Sides,
): MergeConflict => {
  const [was, mine, other] = [base, ours, theirs].map((side) => asJson(side.tables[table].get(id) ?? null));
  return { table, id, path: [], why, base: was ?? null, ours: mine ?? null, theirs: other ?? null };
};

/** The container a record wants to lie in, as either side last had it. */
function parentOf(
  table: TableName,
  record: AnyRecord,
  { base, ours, theirs }: Sides,
): { readonly table: TableName; readonly record: AnyRecord } | null {
  const parentTable = parentTables[table];
  const id = parentIdOf(table, record, '');
  if (parentTable === undefined || id === null) return null;
  const found = [ours, theirs, base].flatMap((side): AnyRecord[] => {
    const parent = side.tables[parentTable].get(id);
    return parent === undefined ? [] : [parent];
  })[0];
  return found === undefined ? null : { table: parentTable, record: found };
}
