import type { Command, Point } from '../../../shared/commands/command.ts';
import { withAreaContents } from '../layout/area-contents.ts';
import type { Spot } from '../layout/spot.ts';

/** How far one key press moves something. */
const nudgeStep = 8;

/** Moves what is selected a little; what moves along with its frame is not moved twice. Null when nothing can move. */
export function planNudge(spots: ReadonlyMap<string, Spot>, ids: readonly string[], towards: Point): Command | null {
  const all = withAreaContents(spots, ids);
  const chosen = new Set(all);
  const places = all.flatMap((id) => {
    const spot = spots.get(id);
    if (spot === undefined || isInside(spots, spot, chosen)) return [];
    return [{ id, x: spot.x + towards.x * nudgeStep, y: spot.y + towards.y * nudgeStep }];
  });
  return places.length === 0 ? null : { kind: 'canvas.place', places };
}

function isInside(spots: ReadonlyMap<string, Spot>, spot: Spot, chosen: ReadonlySet<string>): boolean {
  for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
    if (chosen.has(at.id)) return true;
  return false;
}
