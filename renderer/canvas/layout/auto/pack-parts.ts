import { at, type Gaps, type LayeredGraph } from './layered-graph.ts';
import { layOutGraph } from './lay-out-graph.ts';
import type { Places } from './place-layers.ts';

/**
 * Lays out what hangs together by itself, and puts the parts below each other in the order in which they are told, in
 * as many columns as make the whole about as wide as it should be.
 */
export function packParts(graph: LayeredGraph, gaps: Gaps, aspect: number): Places {
  const count = graph.widths.length;
  const parts = partsOf(graph).map((members) => layOutPart(graph, members, gaps));
  const { corners } = bestStack(parts, gaps, aspect);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  for (const [number, { members, places }] of parts.entries()) {
    const { left, top } = corners[number] ?? { left: 0, top: 0 };
    for (const [index, member] of members.entries()) {
      x[member] = left + at(places.x, index);
      y[member] = top + at(places.y, index);
    }
  }
  return { x, y };
}

type Stack = {
  readonly corners: readonly { readonly left: number; readonly top: number }[];
  readonly width: number;
  readonly height: number;
};

const mostColumns = 16;

/** Of one column, two, and so on, what comes nearest to the wanted shape. */
function bestStack(parts: readonly Part[], gaps: Gaps, aspect: number): Stack {
  const all = parts.reduce((sum, { height }) => sum + height + gaps.down, 0);
  const off = ({ width, height }: Stack): number => Math.abs(Math.log(width / Math.max(1, height) / aspect));
  let best = stacked(parts, gaps, Infinity);
  for (let columns = 2; columns <= Math.min(mostColumns, parts.length); columns += 1) {
    const next = stacked(parts, gaps, all / columns);
    if (off(next) < off(best)) best = next;
  }
  return best;
}

/** A new column begins when one is as high as it should be. */
function stacked(parts: readonly Part[], gaps: Gaps, highest: number): Stack {
  let [left, top, widest, lowest] = [0, 0, 0, 0];
  const corners = parts.map(({ width, height }) => {
    // Half of it too much is nearer than half of it too little.
    if (top > 0 && top + height / 2 > highest) [left, top, widest] = [left + widest + gaps.across, 0, 0];
    const corner = { left, top };
    top += height + gaps.down;
    widest = Math.max(widest, width);
    lowest = Math.max(lowest, top - gaps.down);
    return corner;
  });
  return { corners, width: left + widest, height: lowest };
}

type Part = { readonly members: Int32Array; readonly places: Places; readonly width: number; readonly height: number };

/** The members of each part, both in the order of telling. */
function partsOf({ widths, from, to }: LayeredGraph): readonly Int32Array[] {
  const heads = Int32Array.from(widths.keys());
  const headOf = (one: number): number => {
    let head = one;
    while (at(heads, head) !== head) {
      heads[head] = at(heads, at(heads, head));
      head = at(heads, head);
    }
    return head;
  };
  for (let edge = 0; edge < from.length; edge += 1) {
    const [one, other] = [headOf(at(from, edge)), headOf(at(to, edge))];
    heads[Math.max(one, other)] = Math.min(one, other);
  }
  const parts = new Map<number, number[]>();
  for (let one = 0; one < heads.length; one += 1) {
    const part = parts.get(headOf(one));
    if (part === undefined) parts.set(headOf(one), [one]);
    else part.push(one);
  }
  return [...parts.values()].map((members) => Int32Array.from(members));
}

const nowhere: Places = { x: new Float64Array(1), y: new Float64Array(1) };

function layOutPart(graph: LayeredGraph, members: Int32Array, gaps: Gaps): Part {
  const widths = Float64Array.from(members, (one) => at(graph.widths, one));
  const heights = Float64Array.from(members, (one) => at(graph.heights, one));
  const places =
    members.length === 1 ? nowhere : layOutGraph({ widths, heights, ...edgesWithin(graph, members) }, gaps);
  let [width, height] = [0, 0];
  for (let index = 0; index < members.length; index += 1) {
    width = Math.max(width, at(places.x, index) + at(widths, index));
    height = Math.max(height, at(places.y, index) + at(heights, index));
  }
  return { members, places, width, height };
}

/** The edges of a part, by the numbers its members have in it. */
function edgesWithin({ widths, from, to }: LayeredGraph, members: Int32Array): Pick<LayeredGraph, 'from' | 'to'> {
  if (members.length === widths.length) return { from, to };
  const own = new Map(Array.from(members, (member, index) => [member, index]));
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let edge = 0; edge < from.length; edge += 1) {
    const [start, end] = [own.get(at(from, edge)), own.get(at(to, edge))];
    if (start === undefined || end === undefined) continue;
    starts.push(start);
    ends.push(end);
  }
  return { from: Int32Array.from(starts), to: Int32Array.from(ends) };
}
