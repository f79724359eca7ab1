import { compareText } from '../base/order.ts';
import { sameRecord } from '../commands/diff.ts';
import type { Diff, Document, RecordChange } from '../model/document.ts';
import { tableNames } from '../model/record-tables.ts';

/** The records that differ, in the order of a file: by kind, then by id. */
export function diffDocuments(before: Document, after: Document): Diff {
  const changes: RecordChange[] = [];
  const note = (table: RecordChange['table'], id: string, was: object | null, is: object | null): void => {
    if (!sameRecord(was, is)) changes.push({ table, id, before: was, after: is } as RecordChange);
  };
  note('scenario', after.scenario.id, before.scenario, after.scenario);
  for (const table of tableNames) {
    const [old, now] = [before.tables[table], after.tables[table]];
    if (old === now) continue;
    const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted(compareText);
    for (const id of ids) note(table, id, old.get(id) ?? null, now.get(id) ?? null);
  }
  return changes;
}
