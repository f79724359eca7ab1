/** A position in a repeatable random sequence: an unsigned 32-bit integer, plain data so that it can be saved. */
export type Seed = number;

/** One step of mulberry32: a number in [0, 1) and the seed that follows. */
export function nextRandom(seed: Seed): { readonly value: number; readonly seed: Seed } {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296, seed: next };
}
