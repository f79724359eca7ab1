/**
 * Keeps what was made until what it was made from changes, so that an edit of one record makes new objects for that
 * record and its frames only. What is not asked for in a whole round is forgotten.
 */
export function createMemory() {
  type Kept = { readonly from: readonly unknown[]; readonly made: unknown };
  let last = new Map<string, Kept>();
  let current = new Map<string, Kept>();

  return {
    begin(): void {
      last = current;
      current = new Map();
    },
    /** The same object as last time when everything in `from` is the same. `key` is unique to the kind of thing made. */
    recall<Made>(key: string, from: readonly unknown[], make: () => Made): Made {
      const kept = current.get(key) ?? last.get(key);
      const fits = kept !== undefined && sameItems(kept.from, from);
      const entry = fits ? kept : { from, made: make() };
      current.set(key, entry);
      return entry.made as Made;
    },
  };
}
export type Memory = ReturnType<typeof createMemory>;

const sameItems = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((item, index) => Object.is(item, right[index]));
