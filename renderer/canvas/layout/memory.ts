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
      const known = current.get(key) ?? last.get(key);
      const kept = known !== undefined && sameItems(known.from, from) ? known : { from, made: make() };
      current.set(key, kept);
      return kept.made as Made;
    },
  };
}
export type Memory = ReturnType<typeof createMemory>;

export function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}
