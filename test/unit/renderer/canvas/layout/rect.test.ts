import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, distance, settle, touches, type Rect } from '../../../../../renderer/canvas/layout/rect.ts';

const rects = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 1, max: 300 }),
  height: fc.integer({ min: 1, max: 300 }),
});

test('a settled rectangle covers nothing, keeps its column, and never moves up', () => {
  fc.assert(
    fc.property(rects, fc.array(rects, { maxLength: 12 }), fc.integer({ min: 0, max: 40 }), (rect, others, gap) => {
      const settled = settle(rect, others, gap);
      expect(others.filter((other) => touches(settled, other, gap))).toEqual([]);
      expect(settled).toEqual({ ...rect, y: settled.y });
      expect(settled.y).toBeGreaterThanOrEqual(rect.y);
    }),
  );
});

test('a rectangle that is free stays where it was put', () => {
  const rect: Rect = { x: 0, y: 0, width: 10, height: 10 };
  expect(settle(rect, [{ x: 0, y: 30, width: 10, height: 10 }], 20)).toBe(rect);
  expect(settle(rect, [{ x: 0, y: 29, width: 10, height: 10 }], 20).y).toBe(59);
});

test('what is around several rectangles holds each of them', () => {
  expect(around([])).toBeNull();
  expect(
    around([
      { x: 10, y: 0, width: 5, height: 5 },
      { x: -5, y: 20, width: 10, height: 1 },
    ]),
  ).toEqual({ x: -5, y: 0, width: 20, height: 21 });
});

test('distance is measured from edge to edge', () => {
  const one = { x: 0, y: 0, width: 10, height: 10 };
  expect(distance(one, { x: 5, y: 5, width: 10, height: 10 })).toBe(0);
  expect(distance(one, { x: 13, y: 14, width: 1, height: 1 })).toBe(5);
});
