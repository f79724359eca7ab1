import type { LayeredGraph } from '../../../renderer/canvas/layout/auto/layered-graph.ts';

type Lists = readonly (readonly number[])[];

/**
 * The limit: a layered layout with nothing to it. Longest paths over edges that lead on in a walk, eight sweeps that
 * put everything at the mean place of its neighbours, columns stacked from the top.
 */
export function bareSweep({ widths, heights, from, to }: LayeredGraph): { x: Float64Array; y: Float64Array } {
  const count = widths.length;
  const order = walk(count, listsOf(count, from, to));
  const place = new Int32Array(count);
  order.forEach((one, index) => (place[one] = index));
  const [starts, ends] = [from.slice(), to.slice()];
  for (const [edge, start] of starts.entries()) {
    const end = ends[edge] ?? 0;
    if ((place[start] ?? 0) > (place[end] ?? 0)) [starts[edge], ends[edge]] = [end, start];
  }
  const [after, before] = [listsOf(count, starts, ends), listsOf(count, ends, starts)];
  const layer = new Int32Array(count);
  const layers: number[][] = [];
  for (const one of order) {
    for (const other of before[one] ?? []) layer[one] = Math.max(layer[one] ?? 0, (layer[other] ?? 0) + 1);
    (layers[layer[one] ?? 0] ??= []).push(one);
  }
  const rank = new Float64Array(count);
  const sort = (members: number[], neighbours: Lists): void => {
    const mean = (one: number): number => {
      const list = neighbours[one] ?? [];
      let sum = 0;
      for (const other of list) sum += rank[other] ?? 0;
      return list.length === 0 ? (rank[one] ?? 0) : sum / list.length;
    };
    const means = new Map(members.map((one) => [one, mean(one)]));
    members.sort((one, other) => (means.get(one) ?? 0) - (means.get(other) ?? 0));
    members.forEach((one, index) => (rank[one] = index));
  };
  for (const members of layers) members.forEach((one, index) => (rank[one] = index));
  for (let sweep = 0; sweep < 4; sweep += 1) {
    for (const members of layers) sort(members, before);
    for (const members of layers.toReversed()) sort(members, after);
  }
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  for (const [index, members] of layers.entries()) {
    let top = 0;
    for (const one of members) {
      x[one] = index * 548;
      y[one] = top;
      top += (heights[one] ?? 0) + 40;
    }
  }
  return { x, y };
}

function listsOf(count: number, from: Int32Array, to: Int32Array): Lists {
  const lists = Array.from({ length: count }, (): number[] => []);
  for (const [edge, start] of from.entries()) lists[start]?.push(to[edge] ?? 0);
  return lists;
}

/** Everything behind what leads to it, as far as a walk in order finds. */
function walk(count: number, after: Lists): readonly number[] {
  const seen = new Uint8Array(count);
  const done: number[] = [];
  for (let start = 0; start < count; start += 1) {
    if (seen[start] === 1) continue;
    const path: [number, number][] = [[start, 0]];
    seen[start] = 1;
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = after[step[0]]?.[step[1]];
      step[1] += 1;
      if (next === undefined) done.push(path.pop()?.[0] ?? 0);
      else if (seen[next] === 0) {
        seen[next] = 1;
        path.push([next, 0]);
      }
    }
  }
  return done.reverse();
}
