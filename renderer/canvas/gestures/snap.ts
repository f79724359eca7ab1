import type { Point } from '../../../shared/commands/command.ts';
import { around, bottom, centre, right, type Rect } from '../layout/rect.ts';

/** A line to be shown while something stands in line with something else, in canvas pixels. */
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number; readonly from: number; readonly to: number };

export type Snap = { readonly shift: Point; readonly guides: readonly Guide[] };

const nothing: Snap = { shift: { x: 0, y: 0 }, guides: [] };

/** Pulls what is dragged in line with its neighbours when it is nearer than `reach`, edge to edge or middle to middle. */
export function snap(dragged: Rect, others: readonly Rect[], reach: number): Snap {
  const across = nearest(linesAcross(dragged), others, linesAcross, reach);
  const down = nearest(linesDown(dragged), others, linesDown, reach);
  if (across === null && down === null) return nothing;
  const shift = { x: across?.by ?? 0, y: down?.by ?? 0 };
  const moved = { ...dragged, x: dragged.x + shift.x, y: dragged.y + shift.y };
  const guides: Guide[] = [];
  if (across !== null) {
    const along = around([moved, across.other]) ?? moved;
    guides.push({ axis: 'x', at: across.at, from: along.y, to: bottom(along) });
  }
  if (down !== null) {
    const along = around([moved, down.other]) ?? moved;
    guides.push({ axis: 'y', at: down.at, from: along.x, to: right(along) });
  }
  return { shift, guides };
}

const linesAcross = (rect: Rect): readonly number[] => [rect.x, centre(rect).x, right(rect)];
const linesDown = (rect: Rect): readonly number[] => [rect.y, centre(rect).y, bottom(rect)];

type Found = { readonly by: number; readonly at: number; readonly other: Rect };

function nearest(
  own: readonly number[],
  others: readonly Rect[],
  linesOf: (rect: Rect) => readonly number[],
  reach: number,
): Found | null {
  let found: Found | null = null;
  let least = reach;
  for (const other of others)
    for (const [index, at] of linesOf(other).entries()) {
      // Edges go with edges, middles with middles.
      for (const [place, line] of own.entries()) {
        if ((index === 1) !== (place === 1)) continue;
        const far = Math.abs(at - line);
        if (far > least || (far === least && found !== null)) continue;
        least = far;
        found = { by: at - line, at, other };
      }
    }
  return found;
}
