import type { Json, JsonObject } from '../../../../shared/base/json.ts';

/** What a query found or did, as the result of its action. */
export type QueryResult = {
  readonly rows: readonly JsonObject[];
  /** There were more than the limit lets through. */
  readonly more: boolean;
  /** Null where nothing was written. */
  readonly written: { readonly changes: number; readonly lastId: Json } | null;
};

export type QueryAnswer =
  | { readonly ok: true; readonly result: QueryResult }
  | { readonly ok: false; readonly sentence: string; readonly failure: 'badRequest' | 'reportedFailure' | 'tooLarge' };

/** Characters of all values together; a talk cannot use more. */
export const resultCap = 4 * 1024 * 1024;

export function resultBody({ rows, more, written }: QueryResult): JsonObject {
  const read = { rows, count: rows.length, first: rows[0] ?? null, more };
  return written === null ? read : { ...read, changes: written.changes, lastId: written.lastId };
}

/** Columns and their values, own properties whatever a column is called. */
export const toRow = (columns: readonly string[], values: readonly Json[]): JsonObject =>
  Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]));

/** Counts what rows hold, so that a table of texts does not fill the memory. False: it is too much. */
export function createSizeMeter(): (row: JsonObject) => boolean {
  let size = 0;
  return (row) => {
    for (const [column, value] of Object.entries(row))
      size += column.length + (typeof value === 'string' ? value.length : 8);
    return size <= resultCap;
  };
}

export const tooLargeAnswer: QueryAnswer = {
  ok: false,
  failure: 'tooLarge',
  sentence: 'The rows hold more than 4 MB. Select fewer columns or fewer rows.',
};
