import type { Point } from '../../../shared/commands/command.ts';
import type { Spot } from '../layout/spot.ts';
import type { Anchor } from './wire.ts';
import type { PathEnd } from './wire-path.ts';

/** Where an anchor is on the canvas now, with what is being dragged; null when its node is not drawn. */
export function endAt(
  spots: ReadonlyMap<string, Spot>,
  held: ReadonlyMap<string, Point>,
  anchor: Anchor,
): PathEnd | null {
  const spot = spots.get(anchor.node);
  if (spot === undefined) return null;
  const { x, y } = heldOffset(spots, held, spot);
  return { x: spot.rect.x + anchor.x + x, y: spot.rect.y + anchor.y + y, side: anchor.side };
}

/** How far a node is from its place because it, or a frame around it, is being dragged. */
export function heldOffset(spots: ReadonlyMap<string, Spot>, held: ReadonlyMap<string, Point>, spot: Spot): Point {
  let [x, y] = [0, 0];
  if (held.size === 0) return { x, y };
  for (let at: Spot | undefined = spot; at !== undefined; at = spots.get(at.parent ?? '')) {
    const moved = held.get(at.id);
    if (moved === undefined) continue;
    x += moved.x - at.x;
    y += moved.y - at.y;
  }
  return { x, y };
}
