import { withChanges, type Diff, type Document, type RecordChange } from '../model/document.ts';

/** The document after the changes. */
export const applyDiff = (document: Document, diff: Diff): Document => withChanges(document, diff);

/** The changes that take these back. */
export const invertDiff = (diff: Diff): Diff =>
  diff.map((change) => ({ ...change, before: change.after, after: change.before }) as RecordChange);

/** Diffs that follow each other as one: a record is changed once, from how it was first to how it is last. */
export function mergeDiffs(...diffs: readonly Diff[]): Diff {
  const merged = new Map<string, RecordChange>();
  for (const change of diffs.flat()) {
    const key = `${change.table} ${change.id}`;
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? change : ({ ...change, before: earlier.before } as RecordChange));
  }
  return [...merged.values()].filter((change) => !sameRecord(change.before, change.after));
}

/** Equal as they would be written. */
export const sameRecord = (left: object | null, right: object | null): boolean =>
  left === right || (left !== null && right !== null && JSON.stringify(left) === JSON.stringify(right));
