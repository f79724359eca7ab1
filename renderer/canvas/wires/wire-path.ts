import type { Point } from '../../../shared/commands/command.ts';
import type { Side } from './wire-end.ts';

/** An end of a wire on the canvas. */
export type PathEnd = Point & { readonly side: Side };

/** A soft line from pin to pin, leaving and arriving straight. */
export function dataPath(from: PathEnd, to: PathEnd): string {
  const reach = Math.min(140, Math.max(26, Math.abs(to.x - from.x) / 2, Math.abs(to.y - from.y) / 5));
  const [first, second] = [ahead(from, reach), ahead(to, reach)];
  return `M${at(from)} C${at(first)} ${at(second)} ${at(to)}`;
}

/** The thread of a turn: straight down, then aside to the answer, or straight across to an action. */
export function sequencePath(from: PathEnd, to: PathEnd): string {
  if (from.side === 'bottom' && (to.side === 'left' || to.side === 'right')) {
    return roundedPath([from, { x: from.x, y: to.y }, to], 14);
  }
  if (from.side === 'bottom' || Math.abs(from.y - to.y) < 1) return `M${at(from)} L${at(to)}`;
  return dataPath(from, to);
}

/** How far an arrow stays away from what it passes. */
const clearance = 26;

/** Below the intent, along the frames, in beside the title. */
export function transitionPoints(from: PathEnd, to: PathEnd): readonly Point[] {
  const under = from.y + transitionDrop;
  const beside = to.side === 'left' ? to.x - clearance : to.x + clearance;
  return [from, { x: from.x, y: under }, { x: beside, y: under }, { x: beside, y: to.y }, to];
}

/** How far below its intent a transition turns aside, and its label sits. */
export const transitionDrop = 17;

export const transitionPath = (from: PathEnd, to: PathEnd): string => roundedPath(transitionPoints(from, to), 10);

/** A line through points with round corners. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  let path = `M${at(start)}`;
  for (const [index, corner] of rest.entries()) {
    const before = points[index];
    const after = rest[index + 1];
    if (before === undefined || after === undefined) {
      path += ` L${at(corner)}`;
    } else {
      const room = Math.min(radius, gap(before, corner) / 2, gap(corner, after) / 2);
      path += ` L${at(toward(corner, before, room))} Q${at(corner)} ${at(toward(corner, after, room))}`;
    }
  }
  return path;
}

const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
const gap = (one: Point, other: Point): number => Math.hypot(other.x - one.x, other.y - one.y);

function toward(from: Point, to: Point, length: number): Point {
  const whole = gap(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

const directions: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const ahead = (end: PathEnd, reach: number): Point => ({
  x: end.x + directions[end.side].x * reach,
  y: end.y + directions[end.side].y * reach,
});
