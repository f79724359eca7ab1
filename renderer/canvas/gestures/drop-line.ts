import type { Point } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { bottom, type Rect } from '../layout/rect.ts';
import { frameFor, headOf, placeIn, siblingsIn, withoutCarried, type NodeMove, type Spots } from './drop-place.ts';

/** Where among its siblings what is dragged would go: a line across the frame, in canvas pixels. */
export type DropLine = { readonly x: number; readonly y: number; readonly width: number };

/** How far the line stays away from the edges of its frame, and from what it stands behind. */
const inset = 14;
const behind = 9;

/** The line to show while nodes are dragged; null where letting go changes no order, or the frame says enough. */
export function dropLine(
  document: Document,
  spots: Spots,
  moves: readonly NodeMove[],
  pointer: Point,
): DropLine | null {
  const ids = withoutCarried(
    spots,
    moves.map(({ id }) => id),
  );
  const frame = frameFor(spots, ids, pointer);
  const [first] = moves;
  const spot = spots.get(ids[0] ?? '');
  if (frame === null || first === undefined || spot === undefined) return null;
  const isOwn = spot.parent === frame.id;
  // Several in their own frame are only placed elsewhere.
  if (isOwn && ids.length > 1) return null;
  const together = new Set(ids);
  const y = ids.length > 1 ? pointer.y : headOf(first.rect);
  const { bucket, before } = placeIn(document, spots, frame.id, spot, together, y);
  const siblings = siblingsIn(document, spots, frame.id, spot, bucket).filter(({ id }) => !together.has(id));
  const index = before === null ? siblings.length : siblings.findIndex(({ id }) => id === before);
  const [above, below] = [siblings[index - 1]?.rect, siblings[index]?.rect];
  if (isOwn && isBetween(spot.rect, above, below)) return null;
  const at = lineBetween(above, below);
  return at === null ? null : { x: frame.rect.x + inset, y: at, width: frame.rect.width - 2 * inset };
}

/** Whether it stood there before. */
const isBetween = ({ y }: Rect, above: Rect | undefined, below: Rect | undefined): boolean =>
  (above === undefined || above.y <= y) && (below === undefined || below.y >= y);

function lineBetween(above: Rect | undefined, below: Rect | undefined): number | null {
  if (below === undefined) return above === undefined ? null : bottom(above) + behind;
  const gap = above === undefined ? 2 * behind : below.y - bottom(above);
  return below.y - Math.min(behind, Math.max(2, gap / 2));
}
