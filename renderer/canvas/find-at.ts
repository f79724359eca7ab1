import { assertNever } from '../../shared/base/assert-never.ts';
import type { Point } from '../../shared/commands/command.ts';
import { contextRowTop } from './layout/measure-context.ts';
import { isFrame } from './layout/frame-box.ts';
import { isArea } from './layout/is-area.ts';
import { metrics, pinReach } from './layout/metrics.ts';
import { grow, holds, type Rect } from './layout/rect.ts';
import { forEachIn, stripOf, type Strip } from './layout/strip.ts';
import type { Box, Spot } from './layout/spot.ts';
import type { WireEnd } from './wires/wire-end.ts';

type Spots = ReadonlyMap<string, Spot>;

const strips = new WeakMap<Spots, { readonly all: readonly Spot[]; readonly strip: Strip }>();

/** What is within reach of a point. A drag asks often of one picture, and looks only through what is around. */
const spotsNear = (spots: Spots, { x, y }: Point, reach: number): readonly Spot[] =>
  spotsIn(spots, { x, y, width: 0, height: 0 }, reach);

/** What lies in a part of the canvas, or nearer to it than `reach`, in the order of the picture. */
export function spotsIn(spots: Spots, area: Rect, reach = 0): readonly Spot[] {
  let known = strips.get(spots);
  if (known === undefined) {
    const all = [...spots.values()];
    known = { all, strip: stripOf(all.map(({ rect }) => rect)) };
    strips.set(spots, known);
  }
  const { all, strip } = known;
  const near: Spot[] = [];
  forEachIn(strip, area, reach, (index) => {
    const spot = all[index];
    if (spot !== undefined) near.push(spot);
  });
  return near;
}

/** What lies under a point, from the nearest to the eye down to the outermost frame. */
export function spotsAt(spots: Spots, point: Point): readonly Spot[] {
  const under = spotsNear(spots, point, 1).filter(({ rect }) => holds(rect, point));
  return under.sort((left, right) => depth(right.box) - depth(left.box));
}

const depths: Readonly<Record<Box['kind'], number>> = {
  conversation: 0,
  scene: 1,
  turn: 2,
  note: 3,
  context: 4,
  intent: 5,
  action: 5,
};
const depth = (box: Box): number => (isArea(box) ? -1 : depths[box.kind]);

/** The thing of a kind under a point. While something is dragged this is asked with every step. */
export function spotOfKindAt(spots: Spots, point: Point, kind: Box['kind']): Spot | null {
  for (const spot of spotsNear(spots, point, 1)) if (spot.box.kind === kind && holds(spot.rect, point)) return spot;
  return null;
}

/**
 * What a wire let go at a point would be joined to: a pin within reach, else the row or the thing under the point.
 * `accepts` says which ends make sense; others are looked through.
 */
export function findWireEnd(spots: Spots, point: Point, accepts: (end: WireEnd) => boolean): WireEnd | null {
  let nearest: WireEnd | null = null;
  let least = pinReach;
  for (const spot of spotsNear(spots, point, pinReach + 1)) {
    if (!holds(grow(spot.rect, pinReach), point) || !('pins' in spot.box)) continue;
    for (const pin of spot.box.pins) {
      const far = Math.hypot(spot.rect.x + pin.x - point.x, spot.rect.y + pin.y - point.y);
      if (pin.end === null || far > least || !accepts(pin.end)) continue;
      [nearest, least] = [pin.end, far];
    }
  }
  if (nearest !== null) return nearest;
  for (const spot of spotsAt(spots, point)) {
    const end = endsIn(spot, point).find(accepts);
    if (end !== undefined) return end;
    // Behind a node lies nothing a person could mean; behind a frame lies the frame around it.
    if (!isFrame(spot.box) && !isArea(spot.box)) return null;
  }
  return null;
}

/** The ends a place inside a box can stand for, the most particular first. */
function endsIn({ box, rect }: Spot, point: Point): readonly WireEnd[] {
  const y = point.y - rect.y;
  switch (box.kind) {
    case 'context': {
      const row = box.rows.find((_, index) => y >= contextRowTop(index) && y < contextRowTop(index + 1));
      const end = box.pins.find(({ id }) => id === `left:${row?.attribute}`)?.end;
      return [end ?? { kind: 'context', context: box.context }];
    }
    case 'action': {
      const index = Math.floor((y - metrics.action.header) / metrics.action.row);
      const ends = [box.inputs[index]?.pin.end, box.outputs[index]?.pin.end];
      const own: readonly WireEnd[] =
        box.action === null || box.use !== null ? [] : [{ kind: 'action', action: box.action.id }];
      return [...ends.filter((end) => end !== null && end !== undefined), ...own];
    }
    case 'intent': {
      const row = box.rows.find(({ pin }) => Math.abs(pin.y - y) <= metrics.intent.row / 2)?.pin.end;
      const more: readonly WireEnd[] =
        box.intent.speaker === 'USER' ? [{ kind: 'expects', intent: box.intent.id, slot: null }] : [];
      return [...(row ? [row] : []), { kind: 'intent', intent: box.intent.id }, ...more];
    }
    case 'conversation':
    case 'scene':
    case 'turn':
      return [{ kind: 'level', id: box.id, onTitle: y <= metrics[box.kind].header }];
    case 'note':
      return [];
    default:
      return assertNever(box);
  }
}
