import type { Spot } from '../layout/spot.ts';
import type { PathEnd } from './wire-path.ts';
import type { Wire } from './wire.ts';

/**
 * How far to the right reaches what stands in its turn between an intent and where its value goes; null when nothing
 * is in the way.
 */
export function wallBeside(spots: ReadonlyMap<string, Spot>, wire: Wire, from: PathEnd, to: PathEnd): number | null {
  if (wire.kind !== 'data' || from.side !== 'right') return null;
  const spot = spots.get(wire.from.node);
  const turn = spots.get(spot?.parent ?? '');
  if (spot?.box.kind !== 'intent' || turn?.box.kind !== 'turn') return null;
  // The turn may be on its way somewhere: its items are where they are beside this one.
  const [left, top] = [from.x - wire.from.x - spot.x, from.y - wire.from.y - spot.y];
  const [first, last] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
  let wall: number | null = null;
  for (const { box, x, y } of turn.box.items) {
    const [above, below, right] = [top + y, top + y + box.height, left + x + box.width];
    const isBetween = below > first && above < last && right > from.x;
    const isBesideStart = above <= from.y && below >= from.y;
    if (isBetween && !isBesideStart) wall = Math.max(wall ?? right, right);
  }
  return wall;
}
