import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Point } from '../../../shared/commands/command.ts';
import type { Wire } from './wire.ts';
import type { Side } from './wire-end.ts';

/** An end of a wire on the canvas. */
export type PathEnd = Point & { readonly side: Side };

/** The course of a wire; `ceiling` is the top of the node it ends at, `wall` what it goes around. */
export function wirePath(wire: Wire, from: PathEnd, to: PathEnd, ceiling: number, wall: number | null): string {
  switch (wire.kind) {
    case 'data':
      return dataPath(from, to, ceiling, wall);
    case 'sequence':
      return sequencePath(from, to);
    case 'transition':
      return transitionPath(from, to, wire.lane);
    default:
      return assertNever(wire);
  }
}

/** How far a wire stays away from the node it goes around. */
const detour = 8;

/**
 * A soft line from pin to pin, leaving and arriving straight. When the pin faces away, the wire goes around over the
 * top of the node, `ceiling`, and comes in from the front. Beside what stands between its ends, which reaches to
 * `wall`, it goes straight on until it is past it.
 */
export function dataPath(
  from: PathEnd,
  to: PathEnd,
  ceiling: number | null = null,
  wall: number | null = null,
): string {
  if (wall !== null && from.side === 'right') {
    const past = { x: Math.max(wall, to.side === 'right' ? to.x : wall) + 2 * detour, y: from.y };
    if (to.side === 'right') return roundedPath([from, past, { x: past.x, y: to.y }, to], detour);
    if (to.side === 'left' && to.x > past.x + 2 * detour)
      return `M${at(from)} L${at(past)}${dataPath({ ...past, side: 'right' }, to).replace(/^M\S+/, '')}`;
  }
  if (ceiling !== null && to.side === 'left' && from.side === 'left' && from.x > to.x) {
    const [over, front] = [ceiling - detour, to.x - 2 * detour];
    const down = { x: from.x - 3 * detour, y: from.y };
    return roundedPath([from, down, { x: down.x, y: over }, { x: front, y: over }, { x: front, y: to.y }, to], detour);
  }
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

/** How far an arrow stays away from the frame it goes to, and from the next arrow. */
const clearance = 15;
const laneWidth = 7;

/** Below the intent, along the frames, in beside the title. */
export function transitionPoints(from: PathEnd, to: PathEnd, lane: number): readonly Point[] {
  const under = from.y + transitionDrop;
  const away = clearance + lane * laneWidth;
  const beside = to.side === 'left' ? to.x - away : to.x + away;
  return [from, { x: from.x, y: under }, { x: beside, y: under }, { x: beside, y: to.y }, to];
}

/** How far below its intent a transition turns aside, and its label sits. */
export const transitionDrop = 17;

export const transitionPath = (from: PathEnd, to: PathEnd, lane: number): string =>
  roundedPath(transitionPoints(from, to, lane), 9);

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
