import { isArea } from './is-area.ts';
import { bottom, right, type Rect } from './rect.ts';
import type { Spot } from './spot.ts';

type Spots = ReadonlyMap<string, Spot>;

export const liesIn = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);

/** What moves with an area: everything that stands by itself and lies wholly in it, smaller areas among it. */
export function areaContents(spots: Spots, area: Spot): readonly Spot[] {
  if (!isArea(area.box)) return [];
  return [...spots.values()].filter(
    (spot) =>
      spot.parent === null &&
      spot.id !== area.id &&
      !(spot.box.kind === 'context' && spot.box.isAutomatic) &&
      liesIn(spot.rect, area.rect),
  );
}

/** The given ones, and what moves along with the areas among them. */
export function withAreaContents(spots: Spots, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  for (const id of ids) {
    const spot = spots.get(id);
    if (spot !== undefined) for (const inside of areaContents(spots, spot)) all.add(inside.id);
  }
  return [...all];
}
