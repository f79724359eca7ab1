import type { LayeredGraph } from '../../../renderer/canvas/layout/auto/layered-graph.ts';

type Places = { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };

/** How many straight lines from middle to middle cross: what a person sees, counted alike whoever placed the boxes. */
export function lineCrossings({ widths, heights, from, to }: LayeredGraph, { x, y }: Places): number {
  const middle = (one: number): readonly [number, number] => [
    (x[one] ?? 0) + (widths[one] ?? 0) / 2,
    (y[one] ?? 0) + (heights[one] ?? 0) / 2,
  ];
  const lines = Array.from(from, (start, edge) => {
    const end = to[edge] ?? 0;
    return { start, end, a: middle(start), b: middle(end) };
  });
  let crossings = 0;
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.start === other.start || one.start === other.end || one.end === other.start || one.end === other.end)
        continue;
      if (apart(one.a, one.b, other.a, other.b) && apart(other.a, other.b, one.a, one.b)) crossings += 1;
    }
  return crossings;
}

type Point = readonly [number, number];

/** Whether two points lie on different sides of the line through two others. */
const apart = (a: Point, b: Point, one: Point, other: Point): boolean => side(a, b, one) * side(a, b, other) < 0;
const side = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
