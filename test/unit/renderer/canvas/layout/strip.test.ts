import { expect, test } from 'vitest';
import { forEachIn, stripOf } from '../../../../../renderer/canvas/layout/strip.ts';
import { touches, type Rect } from '../../../../../renderer/canvas/layout/rect.ts';

const rects = Array.from({ length: 500 }, (_, index): Rect => {
  const across = (index * 7919) % 1300;
  return { x: across, y: index * 40, width: 30 + (index % 5) * 60, height: 25 };
});
const strip = stripOf(rects);
const found = (area: Rect, gap = 0): number[] => {
  const numbers: number[] = [];
  forEachIn(strip, area, gap, (index) => numbers.push(index));
  return numbers;
};

test('what is in an area is found in order, and nothing else, with and without a gap', () => {
  for (const area of [
    { x: 200, y: 4000, width: 500, height: 900 },
    { x: -50, y: -50, width: 60, height: 60 },
    { x: 0, y: 0, width: 5000, height: 50_000 },
    { x: 9000, y: 0, width: 10, height: 10 },
  ])
    for (const gap of [0, 160]) {
      const all = rects.flatMap((rect, index) => (touches(rect, area, gap) ? [index] : []));
      expect(found(area, gap)).toEqual(all);
    }
});

test('nothing at all is nowhere', () => {
  const numbers: number[] = [];
  forEachIn(stripOf([]), { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }, 0, (index) => numbers.push(index));
  expect(numbers).toEqual([]);
});
