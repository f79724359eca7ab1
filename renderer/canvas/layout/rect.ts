import type { Point } from '../../../shared/commands/command.ts';

/** A rectangle in canvas pixels. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const right = (rect: Rect): number => rect.x + rect.width;
export const bottom = (rect: Rect): number => rect.y + rect.height;
export const centre = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

export const holds = (rect: Rect, point: Point): boolean =>
  point.x >= rect.x && point.x <= right(rect) && point.y >= rect.y && point.y <= bottom(rect);

/** Whether two rectangles come nearer to each other than `gap`. */
export const touches = (one: Rect, other: Rect, gap = 0): boolean =>
  one.x < right(other) + gap &&
  other.x < right(one) + gap &&
  one.y < bottom(other) + gap &&
  other.y < bottom(one) + gap;

export const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

/** The smallest rectangle around all; null around nothing. */
export function around(rects: Iterable<Rect>): Rect | null {
  let [left, top, far, low] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    far = Math.max(far, right(rect));
    low = Math.max(low, bottom(rect));
  }
  return left === Infinity ? null : { x: left, y: top, width: far - left, height: low - top };
}

/** How far apart two rectangles are; 0 when they touch. */
export function distance(one: Rect, other: Rect): number {
  const across = Math.max(0, one.x - right(other), other.x - right(one));
  const down = Math.max(0, one.y - bottom(other), other.y - bottom(one));
  return Math.hypot(across, down);
}

/**
 * Moves a rectangle down until it covers none of the others. Whatever was placed by hand and however it grew since,
 * nothing on the canvas ever hides something else.
 */
export function settle(rect: Rect, others: readonly Rect[], gap: number): Rect {
  let settled = rect;
  for (;;) {
    const covered = others.find((other) => touches(settled, other, gap));
    if (covered === undefined) return settled;
    settled = { ...settled, y: bottom(covered) + gap };
  }
}
