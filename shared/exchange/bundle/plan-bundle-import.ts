import { recordIn, type Document } from '../../model/document.ts';
import type { RecordPut } from '../../model/record-tables.ts';
import type { Bundle } from './bundle-schema.ts';

const importedTables = ['attributes', 'contexts', 'integrations', 'actions', 'mocks'] as const;
type ImportedTable = (typeof importedTables)[number];

/** One record of a bundle, and how it meets the scenario. */
export type ImportItem = {
  readonly table: ImportedTable;
  readonly id: string;
  readonly name: string;
  /** `conflict`: the same id holds something else here. `blocked`: the id belongs to another kind of record. */
  readonly meets: 'new' | 'same' | 'conflict' | 'blocked';
  readonly put: RecordPut;
};

/** What importing would do, record by record. Mappings stay with the bundle: the intents they name live elsewhere. */
export function planBundleImport(document: Document, bundle: Bundle): readonly ImportItem[] {
  const imported = new Set<string>();
  return importedTables.flatMap((table) =>
    bundle[table].map((record): ImportItem => {
      const item = {
        table,
        id: record.id,
        name: record.name === '' ? record.id : record.name,
        put: { table, record } as RecordPut,
      };
      const repeated = imported.has(record.id);
      imported.add(record.id);
      return { ...item, meets: repeated ? 'blocked' : howItMeets(document, table, record) };
    }),
  );
}

/** The records to write: everything new, and the conflicting ones the person chose to replace. */
export const putsOfImport = (items: readonly ImportItem[], replaced: ReadonlySet<string>): RecordPut[] =>
  items.filter(({ meets, id }) => meets === 'new' || (meets === 'conflict' && replaced.has(id))).map(({ put }) => put);

function howItMeets(
  document: Document,
  table: ImportedTable,
  record: { id: string; name: string },
): ImportItem['meets'] {
  const here = recordIn(document, table, record.id);
  if (here !== undefined) return JSON.stringify(here) === JSON.stringify(record) ? 'same' : 'conflict';
  if (document.homes.has(record.id)) return 'blocked';
  // References go by name, so an attribute or context of this name already serves.
  const byName = table === 'attributes' || table === 'contexts';
  return byName && [...document.tables[table].values()].some(({ name }) => name === record.name) ? 'same' : 'new';
}
