import type { Layered } from './assign-layers.ts';
import { countCrossings } from './count-crossings.ts';
import { at, neighboursOf, type Neighbours } from './layered-graph.ts';

/**
 * Boxes, and stepping stones where an edge passes a layer, in the order in which they stand in their layers. Edges
 * lead from one layer to the next only.
 */
export type Ordered = {
  /** Boxes come first, stepping stones after them. */
  readonly layerOf: Int32Array;
  readonly layers: readonly Int32Array[];
  readonly before: Neighbours;
  readonly after: Neighbours;
  /** Where each stands in its layer. */
  readonly places: Int32Array;
};

/** Edges looked at in all rounds together: small graphs get many rounds, the largest eight. */
const effort = 100_000;
const rounds = { least: 8, most: 40 };
/** How often in a row a round may make nothing better. */
const patience = 4;

/**
 * Orders each layer so that few edges cross: everything goes to the middle of what it is joined to, from layer to layer
 * and back, several times, then neighbours change places where that helps. The best order seen is the one that counts.
 */
export function orderLayers(count: number, layered: Layered): Ordered {
  const ordered = stretch(count, layered);
  const { layers, before, after, places } = ordered;
  let best = layers.map((layer) => layer.slice());
  let least = crossings(ordered);
  const most = Math.max(rounds.least, Math.min(rounds.most, effort / (after.ends.length + 1)));
  for (let [round, late] = [0, 0]; round < most && late < patience && least > 0; round += 1) {
    for (let index = 1; index < layers.length; index += 1) sortLayer(layers[index], before, places);
    for (let index = layers.length - 2; index >= 0; index -= 1) sortLayer(layers[index], after, places);
    if (round % 2 === 1) for (const layer of layers) swapNeighbours(layer, before, after, places);
    const now = crossings(ordered);
    late = now < least ? 0 : late + 1;
    if (now >= least) continue;
    least = now;
    best = layers.map((layer) => layer.slice());
  }
  for (const [index, layer] of best.entries()) {
    layers[index]?.set(layer);
    setPlaces(layer, places);
  }
  for (let pass = 0; pass < 3; pass += 1) for (const layer of layers) swapNeighbours(layer, before, after, places);
  return ordered;
}

const crossings = ({ layers, after, places }: Ordered): number =>
  layers.reduce((sum, layer, index) => sum + countCrossings(layer, after, places, layers[index + 1]?.length ?? 0), 0);

/**
 * How many layers on, from either end, an edge still has a say. Where many are long, they would fill all layers between
 * with stepping stones, which nobody sees.
 */
function reachOf(count: number, { from, to, layers }: Layered): number {
  let stones = 0;
  for (let edge = 0; edge < from.length; edge += 1) stones += at(layers, at(to, edge)) - at(layers, at(from, edge)) - 1;
  return stones <= Math.max(4 * count, 2000) ? Infinity : 4;
}

/** Edges that pass layers get a stepping stone in each; everything stands as it was walked at first. */
function stretch(count: number, layered: Layered): Ordered {
  const { from, to, layers: layerOf, order } = layered;
  const reach = reachOf(count, layered);
  const [near, far, stones, owners] = [[] as number[], [] as number[], [] as number[], [] as number[]];
  for (let edge = 0; edge < from.length; edge += 1) {
    const [start, end] = [at(layerOf, at(from, edge)), at(layerOf, at(to, edge))];
    let last = at(from, edge);
    for (let layer = start + 1; layer < end; layer += 1) {
      if (layer - start > reach && end - layer > reach) {
        layer = end - reach - 1;
        last = -1;
        continue;
      }
      const stone = count + stones.length;
      stones.push(layer);
      owners.push(at(end - layer > reach ? from : to, edge));
      if (last >= 0) {
        near.push(last);
        far.push(stone);
      }
      last = stone;
    }
    near.push(last);
    far.push(at(to, edge));
  }
  const all = count + stones.length;
  const allLayers = new Int32Array(all);
  allLayers.set(layerOf);
  allLayers.set(stones, count);
  const [starts, ends] = [Int32Array.from(near), Int32Array.from(far)];
  const after = neighboursOf(all, starts, ends);
  const before = neighboursOf(all, ends, starts);
  const lists: number[][] = [];
  const put = (one: number): void => {
    const layer = at(allLayers, one);
    while (lists.length <= layer) lists.push([]);
    lists[layer]?.push(one);
  };
  // A stepping stone stands beside the end of its edge that it is near to.
  const beside = neighboursOf(count, Int32Array.from(owners), Int32Array.from(stones.keys()));
  for (const one of order) {
    put(one);
    for (let index = at(beside.starts, one); index < at(beside.starts, one + 1); index += 1)
      put(count + at(beside.ends, index));
  }
  const layers = lists.map((list) => Int32Array.from(list));
  const places = new Int32Array(all);
  for (const layer of layers) setPlaces(layer, places);
  return { layerOf: allLayers, layers, before, after, places };
}

function setPlaces(layer: Int32Array, places: Int32Array): void {
  for (let place = 0; place < layer.length; place += 1) places[at(layer, place)] = place;
}

/** Fractions of a place that still make a difference. */
const fraction = 64;

/** By the middle of the neighbours on one side; what has none stays where it is. Numbers sort themselves fastest. */
function sortLayer(layer: Int32Array | undefined, { starts, ends }: Neighbours, places: Int32Array): void {
  if (layer === undefined || layer.length < 2) return;
  const keys = new Float64Array(layer.length);
  for (let place = 0; place < layer.length; place += 1) {
    const one = at(layer, place);
    const [first, end] = [at(starts, one), at(starts, one + 1)];
    let sum = 0;
    for (let edge = first; edge < end; edge += 1) sum += at(places, at(ends, edge));
    const middle = first === end ? place : sum / (end - first);
    keys[place] = Math.round(middle * fraction) * layer.length + place;
  }
  keys.sort();
  const old = layer.slice();
  for (let place = 0; place < layer.length; place += 1) layer[place] = at(old, at(keys, place) % layer.length);
  setPlaces(layer, places);
}

function swapNeighbours(layer: Int32Array, before: Neighbours, after: Neighbours, places: Int32Array): void {
  for (let place = 0; place + 1 < layer.length; place += 1) {
    const [one, other] = [at(layer, place), at(layer, place + 1)];
    const now = crossed(one, other, before, places) + crossed(one, other, after, places);
    if (now === 0) continue;
    const then = crossed(other, one, before, places) + crossed(other, one, after, places);
    if (then >= now) continue;
    layer[place] = other;
    layer[place + 1] = one;
    places[other] = place;
    places[one] = place + 1;
  }
}

/** How many edges of two that stand one above the other cross. */
function crossed(upper: number, lower: number, { starts, ends }: Neighbours, places: Int32Array): number {
  let count = 0;
  for (let edge = at(starts, upper); edge < at(starts, upper + 1); edge += 1)
    for (let other = at(starts, lower); other < at(starts, lower + 1); other += 1)
      if (at(places, at(ends, edge)) > at(places, at(ends, other))) count += 1;
  return count;
}
