import { idsWithin, parentIdOf } from './document-indexes.ts';
import type { Diff, Document, RecordChange } from './document.ts';
import type { AnyRecord, TableName } from './record-tables.ts';

/** What keeps a set of changes from giving a sound document, and where in the record it shows. */
export type StructureFault = {
  readonly code: 'taken' | 'notFound' | 'notAllowed';
  readonly table: TableName;
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly sentence: string;
};

/** The field that names the parent, and the table the parent is in; conversations hang from the scenario itself. */
const parentFields: Readonly<
  Partial<Record<TableName, { readonly field: string; readonly table: TableName; readonly word: string }>>
> = {
  scenes: { field: 'conversation', table: 'conversations', word: 'conversation' },
  turns: { field: 'scene', table: 'scenes', word: 'scene' },
  intents: { field: 'turn', table: 'turns', word: 'turn' },
  mocks: { field: 'action', table: 'actions', word: 'action' },
};

/**
 * Checks what no single record can show: every id once in the whole document, every parent there, nobody left without
 * one. Looks at the changes alone, because the document they apply to is sound already. One change a record.
 */
export function structureFaults(document: Document, diff: Diff): readonly StructureFault[] {
  const moving = diff.filter((change) => !staysInPlace(document, change));
  if (moving.length === 0) return [];
  const changes = new Map<string, RecordChange>();
  for (const change of diff) changes.set(`${change.table} ${change.id}`, change);
  return [...idFaults(document, diff), ...parentFaults(document, diff, changes)];
}

/** A record with the ids it had, under the parent it had: it can take no other's id, and leave nobody alone. */
function staysInPlace({ tables, scenario }: Document, { table, id, after }: RecordChange): boolean {
  if (table === 'scenario') return true;
  const before: AnyRecord | undefined = tables[table].get(id);
  if (before === undefined || after === null) return false;
  if (parentIdOf(table, before, scenario.id) !== parentIdOf(table, after, scenario.id)) return false;
  const [was, is] = [idsWithin(table, before), idsWithin(table, after)];
  return was.length === is.length && was.every((own, index) => own === is[index]);
}

function idFaults(document: Document, diff: Diff): StructureFault[] {
  const faults: StructureFault[] = [];
  const given = new Set<string>();
  const claimed = new Set<string>();
  for (const { table, before } of diff) {
    if (table === 'scenario' || before === null) continue;
    for (const id of idsWithin(table, before)) given.add(id);
  }
  for (const { table, id, after } of diff) {
    if (table === 'scenario' || after === null) continue;
    for (const { own, path } of placesOfIds(table, after)) {
      if (claimed.has(own) || (document.homes.has(own) && !given.has(own)))
        faults.push({ code: 'taken', table, id, path, sentence: `The id "${own}" is used more than once.` });
      claimed.add(own);
    }
  }
  return faults;
}

function placesOfIds(table: TableName, record: AnyRecord): { own: string; path: (string | number)[] }[] {
  if (table === 'placements') return [];
  const own: { own: string; path: (string | number)[] }[] = [{ own: record.id, path: [] }];
  if (table !== 'intents') return own;
  const { actions, messages } = record as Extract<AnyRecord, { samples: unknown }>;
  actions.forEach((use, index) => own.push({ own: use.id, path: ['actions', index, 'id'] }));
  messages.forEach((message, index) => own.push({ own: message.id, path: ['messages', index, 'id'] }));
  return own;
}

function parentFaults(document: Document, diff: Diff, changes: ReadonlyMap<string, RecordChange>): StructureFault[] {
  const faults: StructureFault[] = [];
  const willExist = (table: TableName, id: string): boolean => {
    const change = changes.get(`${table} ${id}`);
    return change === undefined ? document.tables[table].has(id) : change.after !== null;
  };
  for (const { table, id, before, after } of diff) {
    if (table === 'scenario') continue;
    if (after === null) {
      if (before !== null) faults.push(...orphanFaults(document, changes, table, id));
      continue;
    }
    const parent = parentFields[table];
    const parentId = parentIdOf(table, after, document.scenario.id) ?? '';
    if (parent === undefined || willExist(parent.table, parentId)) continue;
    const sentence = `There is no ${parent.word} "${parentId}" to hold this.`;
    faults.push({ code: 'notFound', table, id, path: [parent.field], sentence });
  }
  return faults;
}

/** A record may go only when all it holds goes too, or moves elsewhere. */
function orphanFaults(
  document: Document,
  changes: ReadonlyMap<string, RecordChange>,
  table: TableName,
  id: string,
): StructureFault[] {
  const held = childrenTable[table];
  if (held === undefined) return [];
  const left = (document.children.get(id) ?? []).filter((child) => {
    const change = changes.get(`${held} ${child}`);
    if (change === undefined) return true;
    return change.after !== null && parentIdOf(held, change.after as AnyRecord, document.scenario.id) === id;
  });
  return left.map((child) => ({
    code: 'notAllowed',
    table,
    id,
    path: [],
    sentence: `"${id}" still holds "${child}".`,
  }));
}

const childrenTable: Readonly<Partial<Record<TableName, TableName>>> = {
  conversations: 'scenes',
  scenes: 'turns',
  turns: 'intents',
  actions: 'mocks',
};
