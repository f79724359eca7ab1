import { at, type Gaps, type LayeredGraph, type Neighbours } from './layered-graph.ts';
import type { Ordered } from './order-layers.ts';

export type Places = { readonly x: Float64Array; readonly y: Float64Array };

const passes = 4;

/** Columns from left to right; in them everything as level as it can be with what it is joined to, in its order. */
export function placeLayers(graph: LayeredGraph, ordered: Ordered, gaps: Gaps): Places {
  const { layers, before, after } = ordered;
  const count = graph.widths.length;
  const x = new Float64Array(count);
  const y = new Float64Array(ordered.layerOf.length);
  const heightOf = (one: number): number => (one < count ? at(graph.heights, one) : 0);

  let left = 0;
  for (const layer of layers) {
    let [widest, top] = [0, 0];
    for (const one of layer) {
      y[one] = top;
      top += heightOf(one) + gaps.down;
      if (one >= count) continue;
      x[one] = left;
      widest = Math.max(widest, at(graph.widths, one));
    }
    left += widest + gaps.across;
  }
  const settle = (layer: Int32Array | undefined, sides: readonly Neighbours[]): void => {
    if (layer !== undefined) settleLayer(layer, y, heightOf, gaps.down, (one) => wish(one, sides, y));
  };
  for (let pass = 0; pass < passes; pass += 1) {
    for (let index = 1; index < layers.length; index += 1) settle(layers[index], [before]);
    for (let index = layers.length - 2; index >= 0; index -= 1) settle(layers[index], [after]);
  }
  for (const layer of layers) settle(layer, [before, after]);
  let top = Infinity;
  for (let one = 0; one < count; one += 1) top = Math.min(top, at(y, one));
  return { x, y: y.slice(0, count).map((own) => own - top) };
}

/** Level with the middle of its neighbours; where it is, when it has none. */
function wish(one: number, sides: readonly Neighbours[], y: Float64Array): number {
  let [sum, joined] = [0, 0];
  for (const { starts, ends } of sides)
    for (let edge = at(starts, one); edge < at(starts, one + 1); edge += 1) {
      sum += at(y, at(ends, edge));
      joined += 1;
    }
  return joined === 0 ? at(y, one) : sum / joined;
}

/**
 * Puts everything in a column as near as possible to where it wants to be, in its order and apart. Those that would
 * come too near to each other form a block, which stands at the mean of their wishes.
 */
function settleLayer(
  layer: Int32Array,
  y: Float64Array,
  heightOf: (one: number) => number,
  gap: number,
  wishOf: (one: number) => number,
): void {
  // By block: the sum of wishes for its top, how many, where it begins in the layer, and how high it is.
  const [sums, sizes, heights] = [
    new Float64Array(layer.length),
    new Int32Array(layer.length),
    new Float64Array(layer.length),
  ];
  let last = -1;
  for (const one of layer) {
    last += 1;
    sums[last] = wishOf(one);
    sizes[last] = 1;
    heights[last] = heightOf(one) + gap;
    while (last > 0 && topOf(last - 1) + at(heights, last - 1) > topOf(last)) {
      const upper = last - 1;
      sums[upper] = at(sums, upper) + at(sums, last) - at(sizes, last) * at(heights, upper);
      sizes[upper] = at(sizes, upper) + at(sizes, last);
      heights[upper] = at(heights, upper) + at(heights, last);
      last = upper;
    }
  }
  let index = 0;
  for (let block = 0; block <= last; block += 1) {
    let top = topOf(block);
    for (let size = at(sizes, block); size > 0; size -= 1) {
      const one = at(layer, index);
      y[one] = top;
      top += heightOf(one) + gap;
      index += 1;
    }
  }

  function topOf(block: number): number {
    return at(sums, block) / at(sizes, block);
  }
}
