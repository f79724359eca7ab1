/**
 * What is to be brought into layers, by number: boxes in the order in which they are told, and the edges between them.
 * Plain arrays of numbers, so that thousands cost little to go through and nothing to hand to a worker.
 */
export type LayeredGraph = {
  readonly widths: Float64Array;
  readonly heights: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/** Room beside and below each box. */
export type Gaps = { readonly across: number; readonly down: number };

/** Which numbers each one leads to: `ends` between `starts[one]` and `starts[one + 1]`. */
export type Neighbours = { readonly starts: Int32Array; readonly ends: Int32Array };

/** The number at a place that is known to be there. */
export const at = (numbers: Int32Array | Float64Array, index: number): number => numbers[index] ?? 0;

/** Neighbours in the order of the edges, so that equal graphs are walked alike. */
export function neighboursOf(count: number, from: Int32Array, to: Int32Array): Neighbours {
  const starts = new Int32Array(count + 1);
  for (const one of from) starts[one + 1] = at(starts, one + 1) + 1;
  for (let one = 0; one < count; one += 1) starts[one + 1] = at(starts, one + 1) + at(starts, one);
  const next = starts.slice();
  const ends = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) {
    const place = at(next, at(from, edge));
    ends[place] = at(to, edge);
    next[at(from, edge)] = place + 1;
  }
  return { starts, ends };
}
