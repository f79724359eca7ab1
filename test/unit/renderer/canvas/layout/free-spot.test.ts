import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSpot } from '../../../../../renderer/canvas/layout/free-spot.ts';
import { touches, type Rect } from '../../../../../renderer/canvas/layout/rect.ts';

const size = { width: 100, height: 60 };

test('where there is room, something stands just where it wishes to', () => {
  expect(freeSpot(size, { x: 12.4, y: 7.6 }, [], 20)).toEqual({ x: 12, y: 8 });
  expect(freeSpot(size, { x: 0, y: 0 }, [{ x: 120, y: 0, width: 50, height: 50 }], 20)).toEqual({ x: 0, y: 0 });
});

test('else it goes beside what is in its way, the shortest way', () => {
  const wall = { x: 0, y: 0, width: 400, height: 2000 };
  expect(freeSpot(size, { x: 350, y: 900 }, [wall], 20)).toEqual({ x: 420, y: 900 });
  expect(freeSpot(size, { x: 10, y: 900 }, [wall], 20)).toEqual({ x: -120, y: 900 });
  // A gap between two that is just wide enough.
  const next = { x: 540, y: 0, width: 400, height: 2000 };
  expect(freeSpot(size, { x: 500, y: 900 }, [wall, next], 20)).toEqual({ x: 420, y: 900 });
  expect(freeSpot(size, { x: 500, y: 1990 }, [wall, { ...next, x: 539 }], 20)).toEqual({ x: 500, y: 2020 });
});

const anyRect: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -800, max: 800 }),
  y: fc.integer({ min: -800, max: 800 }),
  width: fc.double({ min: 1, max: 500, noNaN: true }),
  height: fc.double({ min: 1, max: 500, noNaN: true }),
});

test('it never comes nearer to anything than the gap, and equal questions have equal answers', () => {
  fc.assert(
    fc.property(fc.array(anyRect, { maxLength: 40 }), anyRect, (others, wish) => {
      const spot = freeSpot(wish, wish, others, 24);
      expect(others.filter((other) => touches({ ...wish, ...spot }, other, 24))).toEqual([]);
      expect(freeSpot(wish, wish, others, 24)).toEqual(spot);
      // Nothing free that is nearer is found by trying a great many places.
      const isNearer = (x: number, y: number): boolean =>
        Math.hypot(x - wish.x, y - wish.y) + 2 < Math.hypot(spot.x - wish.x, spot.y - wish.y);
      const isFree = (x: number, y: number): boolean => !others.some((other) => touches({ ...wish, x, y }, other, 24));
      const tried = Array.from({ length: 41 * 41 }, (_, index) => [
        wish.x - 200 + 10 * (index % 41),
        wish.y - 200 + 10 * Math.floor(index / 41),
      ]);
      expect(tried.filter(([x = 0, y = 0]) => isNearer(x, y) && isFree(x, y))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
