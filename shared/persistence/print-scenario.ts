import { isJsonObject } from '../base/json.ts';
import { compareText } from '../base/order.ts';
import type { Document } from '../model/document.ts';
import { canvasTables, designTables, type AnyRecord, type TableName } from '../model/record-tables.ts';
import { scenarioFormat, scenarioVersion } from './file-format.ts';

/**
 * The document as the text of its file. Equal documents give equal text: groups in fixed order, records by id, keys in
 * the order every record has in memory already. So only ids are sorted, and one JSON.stringify writes it all.
 */
export function printScenario(document: Document): string {
  const { canvas, ...unknown } = document.extras;
  const file = {
    format: scenarioFormat,
    version: scenarioVersion,
    scenario: document.scenario,
    ...groupsOf(document, designTables),
    ...unknown,
    canvas: { ...groupsOf(document, canvasTables), ...(isJsonObject(canvas) ? canvas : {}) },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const groupsOf = (document: Document, tables: readonly TableName[]): object =>
  Object.fromEntries(tables.map((table) => [table, groupOf(document, table)]));

/** Whole numbers as ids come first, by value: that is how objects list them, here and in every reader in JavaScript. */
function groupOf(document: Document, table: TableName): object {
  const records: AnyRecord[] = [...document.tables[table].values()];
  records.sort((left, right) => compareText(left.id, right.id));
  const group: Record<string, object> = {};
  for (const record of records) group[record.id] = withoutId(record);
  return group;
}

/** The id is the key; inside the record it would only be another chance to disagree. */
function withoutId(record: AnyRecord): object {
  const { id: _, ...fields } = record;
  return fields;
}
