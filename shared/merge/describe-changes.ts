import type { Json } from '../base/json.ts';
import { recordWords } from '../commands/record-words.ts';
import { parentIdOf, parentTables } from '../model/document-indexes.ts';
import type { Diff, Document, RecordChange } from '../model/document.ts';
import type { AnyRecord, TableName } from '../model/record-tables.ts';

export type FieldChange = { readonly field: string; readonly before: Json | null; readonly after: Json | null };

/** One record that differs, as people speak of it. */
export type DescribedChange = {
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly table: TableName | 'scenario';
  readonly id: string;
  /** `intent`, `example answer`. */
  readonly word: string;
  readonly name: string;
  /** Names of the containers it lies in, outermost first. */
  readonly where: readonly string[];
  /** What is different in it; empty for one that was added or removed. */
  readonly fields: readonly FieldChange[];
};

export type DescribedDiff = {
  /** What may change a talk. */
  readonly logic: readonly DescribedChange[];
  /** Where things are drawn, and notes: never logic. */
  readonly layout: readonly DescribedChange[];
};

/** What changed, in the words of the design. `diff` leads from `before` to `after`. */
export function describeChanges(before: Document, after: Document, diff: Diff): DescribedDiff {
  const all = diff.map((change) => describe(before, after, change));
  return { logic: all.filter(({ table }) => !isLayout(table)), layout: all.filter(({ table }) => isLayout(table)) };
}

const isLayout = (table: DescribedChange['table']): boolean =>
  table === 'placements' || table === 'views' || table === 'notes';

/** Fields that say where among its siblings a record stands. */
const placeFields = new Set(['order', 'turn', 'scene', 'conversation', 'bucket']);

function describe(before: Document, after: Document, change: RecordChange): DescribedChange {
  const { table, id } = change;
  const [was, is] = [change.before as AnyRecord | null, change.after as AnyRecord | null];
  const record = is ?? was;
  const side = is === null ? before : after;
  const fields = was === null || is === null ? [] : changedFields(was, is);
  const moved = fields.length > 0 && fields.every(({ field }) => placeFields.has(field));
  return {
    what: was === null ? 'added' : is === null ? 'removed' : moved ? 'moved' : 'changed',
    table,
    id,
    word: recordWords[table],
    name: record === null ? id : nameOf(side, table, record),
    where: table === 'scenario' || record === null ? [] : containersOf(side, table, record),
    fields,
  };
}

function changedFields(was: AnyRecord, is: AnyRecord): FieldChange[] {
  const [old, now] = [was, is].map((record) => record as unknown as Readonly<Record<string, Json>>);
  if (old === undefined || now === undefined) return [];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    const [before, after] = [old[field] ?? null, now[field] ?? null];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
}

function nameOf(document: Document, table: RecordChange['table'], record: AnyRecord): string {
  if (table === 'placements') return drawnName(document, record.id);
  if ('name' in record && record.name !== '') return record.name;
  if ('shows' in record) return record.shows;
  return 'text' in record && record.text !== '' ? (record.text.split('\n')[0] ?? '').slice(0, 60) : record.id;
}

/** What a placement places: a record, or a use of an action inside an intent. */
function drawnName(document: Document, id: string): string {
  const home = document.homes.get(id);
  if (home === undefined || home.table === 'scenario') return id;
  const record = document.tables[home.table].get(home.record);
  return record === undefined ? id : nameOf(document, home.table, record);
}

function containersOf(document: Document, table: TableName, record: AnyRecord): string[] {
  const parentTable = parentTables[table];
  const id = parentIdOf(table, record, '');
  if (parentTable === undefined || id === null) return [];
  const parent = document.tables[parentTable].get(id);
  return parent === undefined
    ? []
    : [...containersOf(document, parentTable, parent), nameOf(document, parentTable, parent)];
}
