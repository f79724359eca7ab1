import { orderBetween, ordersBetween, type OrderKey } from '../base/order.ts';
import type { TableName, TableRecords } from '../model/record-tables.ts';
import type { Draft } from './draft.ts';

export type OrderedTable = {
  [Name in TableName]: TableRecords[Name] extends { order: string } ? Name : never;
}[TableName];

/** Keys grow by a character for every few insertions at the same spot; past this the siblings are numbered anew. */
const longestOrder = 100;

/**
 * An order key for a newcomer ahead of `before` (null: at the end). Siblings keep theirs, so that two people's
 * insertions merge; only when a hand-written or merged file left no room between two keys are all numbered anew.
 */
export function orderAmong(
  draft: Draft,
  table: OrderedTable,
  siblings: readonly string[],
  before: string | null,
): OrderKey {
  const index = before === null ? siblings.length : siblings.indexOf(before);
  const keyAt = (position: number): OrderKey | null => {
    const id = siblings[position];
    return id === undefined ? null : (draft.get(table, id)?.order ?? null);
  };
  const between = tryOrderBetween(keyAt(index - 1), keyAt(index));
  if (between !== null) return between;
  const keys = ordersBetween(null, null, siblings.length + 1);
  const own = keys.splice(index, 1)[0] ?? '';
  siblings.forEach((id, position) => {
    const sibling = draft.get(table, id);
    if (sibling !== undefined) draft.put(table, { ...sibling, order: keys[position] });
  });
  return own;
}

function tryOrderBetween(before: OrderKey | null, after: OrderKey | null): OrderKey | null {
  try {
    const key = orderBetween(before, after);
    return key.length <= longestOrder ? key : null;
  } catch {
    // The library throws for keys it did not make and for keys in the wrong order; both come from files.
    return null;
  }
}
