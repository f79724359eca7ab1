import { at, neighboursOf, type Neighbours } from './layered-graph.ts';

/** Edges turned so that all lead forward, and the layer of each box. `order` has every box behind what leads to it. */
export type Layered = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly layers: Int32Array;
  readonly order: Int32Array;
};

/**
 * Gives every box a layer behind all that lead to it. A transition that goes back in the talk (to start over, to ask
 * again) is turned around for that, so that the talk itself runs forward, in the order in which it is told.
 */
export function assignLayers(count: number, from: Int32Array, to: Int32Array): Layered {
  const order = new Int32Array(count);
  const place = walk(neighboursOf(count, from, to), count, order);
  const [forth, back] = [from.slice(), to.slice()];
  for (let edge = 0; edge < from.length; edge += 1)
    if (at(place, at(from, edge)) > at(place, at(to, edge))) [forth[edge], back[edge]] = [at(to, edge), at(from, edge)];

  const after = neighboursOf(count, forth, back);
  const before = neighboursOf(count, back, forth);
  const layers = new Int32Array(count);
  for (const one of order)
    for (let edge = at(after.starts, one); edge < at(after.starts, one + 1); edge += 1) {
      const next = at(after.ends, edge);
      layers[next] = Math.max(at(layers, next), at(layers, one) + 1);
    }
  pullForward(order, layers, after, before);
  return { from: forth, to: back, layers, order };
}

/**
 * Depth first, in the order of telling: fills `order` from its end, and gives the place of each in it. Of a circle,
 * what is told first stays first.
 */
function walk({ starts, ends }: Neighbours, count: number, order: Int32Array): Int32Array {
  const place = new Int32Array(count);
  const next = starts.slice();
  const seen = new Uint8Array(count);
  let last = count;
  for (let start = 0; start < count; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const path = [start];
    for (let one = path.at(-1); one !== undefined; one = path.at(-1)) {
      const edge = at(next, one);
      if (edge === at(starts, one + 1)) {
        path.pop();
        last -= 1;
        order[last] = one;
        place[one] = last;
        continue;
      }
      next[one] = edge + 1;
      const end = at(ends, edge);
      if (seen[end] === 1) continue;
      seen[end] = 1;
      path.push(end);
    }
  }
  return place;
}

/** What leads further than it is led to moves up to it: short arrows, and fewer to cross. */
function pullForward(order: Int32Array, layers: Int32Array, after: Neighbours, before: Neighbours): void {
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const one = at(order, index);
    const [start, end] = [at(after.starts, one), at(after.starts, one + 1)];
    if (end === start || end - start < at(before.starts, one + 1) - at(before.starts, one)) continue;
    let nearest = Infinity;
    for (let edge = start; edge < end; edge += 1) nearest = Math.min(nearest, at(layers, at(after.ends, edge)));
    layers[one] = nearest - 1;
  }
}
