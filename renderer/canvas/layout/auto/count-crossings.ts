import { at, type Neighbours } from './layered-graph.ts';

/** How many edges cross between a layer and the next: pairs that end the other way round than they begin. */
export function countCrossings(
  layer: Int32Array,
  { starts, ends }: Neighbours,
  places: Int32Array,
  nextLength: number,
): number {
  // A tree of sums: how many edges so far end at or behind a place, in as many steps as it has levels.
  const sums = new Int32Array(nextLength + 1);
  let [crossings, seen] = [0, 0];
  for (const one of layer) {
    const [first, end] = [at(starts, one), at(starts, one + 1)];
    for (let edge = first; edge < end; edge += 1) {
      let notBehind = 0;
      for (let index = at(places, at(ends, edge)) + 1; index > 0; index -= index & -index) notBehind += at(sums, index);
      crossings += seen - notBehind;
    }
    for (let edge = first; edge < end; edge += 1)
      for (let index = at(places, at(ends, edge)) + 1; index <= nextLength; index += index & -index)
        sums[index] = at(sums, index) + 1;
    seen += end - first;
  }
  return crossings;
}
