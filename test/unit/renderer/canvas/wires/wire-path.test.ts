import { expect, test } from 'vitest';
import {
  dataPath,
  roundedPath,
  sequencePath,
  transitionPoints,
} from '../../../../../renderer/canvas/wires/wire-path.ts';

test('a data wire leaves and arrives straight', () => {
  const path = dataPath({ x: 0, y: 0, side: 'right' }, { x: 100, y: 40, side: 'left' });
  expect(path).toBe('M0,0 C50,0 50,40 100,40');
});

test('a pin that faces away is reached over the top of its node', () => {
  const path = dataPath({ x: 300, y: 90, side: 'left' }, { x: 100, y: 60, side: 'left' }, 20);
  // Over the ceiling at 20, then down in front of the pin.
  expect(path).toMatch(/^M300,90 .*,12 .*L84,52 .*L100,60$/);
});

test('a data wire goes straight on until it is past what stands between its ends', () => {
  const from = { x: 100, y: 10, side: 'right' } as const;
  // To the far side of a context below: around, and in from the right.
  expect(dataPath(from, { x: 90, y: 200, side: 'right' }, null, 300)).toMatch(/^M100,10 L308,10 .*L316,192 .*L90,200$/);
  // To one beside all that: on, and from there as ever.
  expect(dataPath(from, { x: 516, y: 200, side: 'left' }, null, 300)).toBe('M100,10 L316,10 C416,10 416,200 516,200');
  // To one that is not past it, as if nothing were there.
  const near = { x: 310, y: 200, side: 'left' } as const;
  expect(dataPath(from, near, null, 300)).toBe(dataPath(from, near));
});

test('a thread goes straight down to what stands below, and around the corner to an answer', () => {
  expect(sequencePath({ x: 5, y: 0, side: 'bottom' }, { x: 5, y: 50, side: 'top' })).toBe('M5,0 L5,50');
  expect(sequencePath({ x: 0, y: 0, side: 'bottom' }, { x: 100, y: 50, side: 'left' })).toBe(
    'M0,0 L0,36 Q0,50 14,50 L100,50',
  );
});

test('a transition goes under its intent and along the frames, each lane a little further out', () => {
  const from = { x: 100, y: 50, side: 'bottom' } as const;
  const to = { x: 400, y: 300, side: 'right' } as const;
  const beside = (lane: number): number => transitionPoints(from, to, lane)[2]?.x ?? 0;
  expect(beside(0)).toBeGreaterThan(400);
  expect(beside(1)).toBeGreaterThan(beside(0));
  expect(transitionPoints(from, { x: 400, y: 300, side: 'left' }, 0)[2]?.x).toBeLessThan(400);
});

test('corners are never rounder than there is room', () => {
  const path = roundedPath(
    [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 100 },
    ],
    20,
  );
  expect(path).toBe('M0,0 L2,0 Q4,0 4,2 L4,100');
  expect(roundedPath([], 5)).toBe('');
});
