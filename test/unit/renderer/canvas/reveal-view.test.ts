import { expect, test } from 'vitest';
import { firstView, fitView, leastZoom, revealView, zoomLimits } from '../../../../renderer/canvas/reveal-view.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { pictureOf } from './picture-of.ts';

const size = { width: 800, height: 600 };

test('fitting shows all of it in the middle, never larger than life, however large it is', () => {
  expect(fitView({ x: 0, y: 0, width: 100, height: 100 }, size)).toEqual({ x: 350, y: 250, zoom: 1 });
  const wide = fitView({ x: 0, y: 0, width: 1472, height: 100 }, size);
  expect(wide.zoom).toBe(0.5);
  expect(wide.x).toBe(32);
  const huge = { x: 0, y: 0, width: 1e6, height: 1e6 };
  expect(fitView(huge, size).zoom * 1e6).toBeLessThanOrEqual(size.height);
  // However large it is, one can go out as far as that.
  expect(leastZoom(huge, size)).toBeLessThan(fitView(huge, size).zoom);
  expect(leastZoom({ x: 0, y: 0, width: 900, height: 700 }, size)).toBe(zoomLimits.min);
  expect(leastZoom(null, size)).toBe(zoomLimits.min);
});

test('what is in view already moves nothing', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(revealView({ x: 10, y: 10, width: 100, height: 100 }, view, size)).toBeNull();
  expect(revealView({ x: 750, y: 10, width: 100, height: 100 }, view, size)).toMatchObject({ zoom: 1 });
});

test('what is too small to read is brought nearer', () => {
  const next = revealView({ x: 10, y: 10, width: 100, height: 100 }, { x: 0, y: 0, zoom: 0.2 }, size);
  expect(next?.zoom).toBeGreaterThan(0.7);
});

test('what is larger than the window shows its beginning', () => {
  const next = revealView({ x: 1000, y: 2000, width: 5000, height: 5000 }, { x: 0, y: 0, zoom: 1 }, size);
  expect(next).toEqual({ x: -968, y: -1968, zoom: 1 });
});

test('what is brought into view brings its frame along as far as there is room', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const node = { x: 2000, y: 1000, width: 100, height: 50 };
  const turn = { x: 1700, y: 900, width: 600, height: 300 };
  const whole = { x: 400 - 2000, y: 300 - 1050, zoom: 1 };
  expect(revealView(node, view, size, { frame: turn })).toEqual(whole);
  // Too high to be seen whole: as wide as the frame, as high as the node.
  const tall = { ...turn, height: 5000 };
  expect(revealView(node, view, size, { frame: tall })).toEqual({ ...whole, y: 300 - 1025 });
  expect(revealView({ ...node, x: 10, y: 10 }, view, size, { frame: turn })).toBeNull();
});

test('a small scenario is first shown whole, a large one from its beginning at a size to be read', () => {
  expect(firstView(new Map(), size)).toBeNull();
  const small = aScenario().withConversation('a').build();
  expect(firstView(pictureOf(small).spots, size)).toMatchObject({ zoom: 1 });
  const scenario = aScenario();
  for (let count = 0; count < 9; count += 1) scenario.withConversation(`c${count}`);
  const first = firstView(pictureOf(scenario.build()).spots, size);
  expect(first).toMatchObject({ x: 32, y: 32 });
  expect(first?.zoom).toBeGreaterThan(0.7);
});

test('what lies under the map is brought out from under it, by the shorter way', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const covered = { x: 600, y: 500, width: 150, height: 50 };
  expect(revealView(covered, view, size)).toEqual({ x: 0, y: -110, zoom: 1 });
  const atTheEdge = { x: 560, y: 300, width: 90, height: 290 };
  expect(revealView(atTheEdge, view, size)).toEqual({ x: -14, y: 0, zoom: 1 });
  // In a narrow window there is no map.
  expect(revealView({ ...covered, x: 300 }, view, { width: 500, height: 600 })).toBeNull();
});

test('what is found stands beside the search, where there is room for both', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const under = { x: 500, y: 100, width: 200, height: 60 };
  expect(revealView(under, view, size, { covered: 424 })).toEqual({ x: 188 - 600, y: 300 - 130, zoom: 1 });
  expect(revealView({ ...under, x: 20 }, view, size, { covered: 424 })).toBeNull();
  expect(revealView(under, view, size, { covered: 600 })).toBeNull();
});
