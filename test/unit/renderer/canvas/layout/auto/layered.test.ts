import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLayers } from '../../../../../../renderer/canvas/layout/auto/assign-layers.ts';
import { countCrossings } from '../../../../../../renderer/canvas/layout/auto/count-crossings.ts';
import { createFrameLayout } from '../../../../../../renderer/canvas/layout/auto/lay-out-frames.ts';
import { layOutGraph } from '../../../../../../renderer/canvas/layout/auto/lay-out-graph.ts';
import { neighboursOf } from '../../../../../../renderer/canvas/layout/auto/layered-graph.ts';
import type { FrameJob } from '../../../../../../renderer/canvas/layout/auto/frame-job.ts';

const gaps = { across: 50, down: 10 };

const anyGraph = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: count, maxLength: count }),
      edges: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), {
        maxLength: 80,
        selector: ([from, to]) => from * 100 + to,
      }),
    }),
  )
  .map(({ sizes, edges }) => {
    const apart = edges.filter(([from, to]) => from !== to);
    return {
      widths: Float64Array.from(sizes),
      heights: Float64Array.from(sizes, (size) => 301 - size),
      from: Int32Array.from(apart, ([from]) => from),
      to: Int32Array.from(apart, ([, to]) => to),
    };
  });

test('every edge leads to a later layer, whatever circles there are', () => {
  fc.assert(
    fc.property(anyGraph, ({ widths, from, to }) => {
      const layered = assignLayers(widths.length, from, to);
      for (const [edge, start] of layered.from.entries())
        expect(layered.layers[layered.to[edge] ?? -1] ?? -1).toBeGreaterThan(layered.layers[start] ?? Infinity);
    }),
  );
});

test('no two boxes come nearer than the gap, and the same graph gives the same places', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { x, y } = layOutGraph(graph, gaps);
      const count = graph.widths.length;
      const n = (numbers: Float64Array, index: number): number => numbers[index] ?? Number.NaN;
      for (let one = 0; one < count; one += 1)
        for (let other = one + 1; other < count; other += 1) {
          const across = Math.max(
            n(x, one) - n(x, other) - n(graph.widths, other),
            n(x, other) - n(x, one) - n(graph.widths, one),
          );
          const down = Math.max(
            n(y, one) - n(y, other) - n(graph.heights, other),
            n(y, other) - n(y, one) - n(graph.heights, one),
          );
          expect(across >= gaps.across - 1e-6 || down >= gaps.down - 1e-6).toBe(true);
        }
      expect(layOutGraph(graph, gaps)).toEqual({ x, y });
    }),
  );
});

test('crossings are counted as pairs that end the other way round', () => {
  // 0 → 5, 1 → 4, 2 → 3: every pair crosses; 0 → 3 beside it crosses none more.
  const after = neighboursOf(6, Int32Array.from([0, 1, 2]), Int32Array.from([5, 4, 3]));
  expect(countCrossings(Int32Array.from([0, 1, 2]), after, Int32Array.from([0, 1, 2, 0, 1, 2]), 3)).toBe(3);
  const straight = neighboursOf(6, Int32Array.from([0, 1, 2, 0]), Int32Array.from([3, 4, 5, 4]));
  expect(countCrossings(Int32Array.from([0, 1, 2]), straight, Int32Array.from([0, 1, 2, 0, 1, 2]), 3)).toBe(0);
});

test('edges that could cross are untangled', () => {
  // Two chains, told crosswise.
  const graph = {
    widths: new Float64Array(4).fill(10),
    heights: new Float64Array(4).fill(10),
    from: Int32Array.from([0, 1, 0]),
    to: Int32Array.from([3, 2, 2]),
  };
  const { y } = layOutGraph(graph, gaps);
  const [first, second, third, fourth] = [...y] as [number, number, number, number];
  expect(Math.sign(first - second)).toBe(Math.sign(fourth - third));
});

test('a frame in which nothing changed is not laid out again, one with a turn more is', () => {
  const scene = (id: string, turns: number): FrameJob => ({
    id,
    items: Array.from({ length: turns }, (_, turn) => ({ id: `${id}-${turn}`, width: 100, height: 50 })),
    edges: Array.from({ length: turns - 1 }, (_, turn) => [turn, turn + 1]).flat(),
    room: { left: 1, top: 2, right: 3, bottom: 4 },
    least: { width: 0, height: 0 },
    gaps,
    aspect: 1,
  });
  const whole = (turns: number): FrameJob => ({
    ...scene('all', 1),
    items: [scene('one', 5), scene('two', turns)],
    edges: [],
  });
  const layOut = createFrameLayout();
  const [one, two] = layOut(whole(3));
  const [oneAgain, twoAgain] = layOut(whole(4));
  expect(oneAgain).toBe(one);
  expect(twoAgain).not.toBe(two);
  expect(twoAgain?.places.map(({ x }) => x)).toEqual([1, 151, 301, 451]);
});
