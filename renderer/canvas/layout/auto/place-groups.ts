import { freeSpot } from '../free-spot.ts';
import { bottom, grow, right, touches, type Rect } from '../rect.ts';
import type { Spot } from '../spot.ts';
import { reach, type FreeGroup } from './free-groups.ts';

type Place = { readonly id: string; readonly x: number; readonly y: number };
type Spots = ReadonlyMap<string, Spot>;

/** How near free things come to each other when one has to make room. */
const apart = 24;

/**
 * Where free things go once conversations are laid out. What belongs to one keeps to the side of it that it stood at;
 * what stands far from all stays where it is, or goes as far aside as it takes to be far from all again.
 */
export function placeGroups(
  spots: Spots,
  groups: readonly FreeGroup[],
  moved: ReadonlyMap<string, Rect>,
): readonly Place[] {
  const placed: Rect[] = [];
  const homes = groups.filter(({ home }) => home !== null);
  const others = groups.filter(({ home }) => home === null);
  return [...homes, ...others].flatMap((group): Place[] => {
    const rect = group.home === null ? asideOf(group.rect, spots, moved, placed) : beside(group, spots, moved, placed);
    placed.push(rect);
    const [across, down] = [Math.round(rect.x - group.rect.x), Math.round(rect.y - group.rect.y)];
    return group.ids.flatMap((id) => {
      const own = spots.get(id)?.rect;
      return own === undefined ? [] : [{ id, x: own.x + across, y: own.y + down }];
    });
  });
}

function beside({ rect, home }: FreeGroup, spots: Spots, moved: ReadonlyMap<string, Rect>, placed: readonly Rect[]) {
  const [was, now] = [home?.rect, moved.get(home?.id ?? '')];
  if (was === undefined || now === undefined) return rect;
  const wish = {
    ...rect,
    x: rect.x >= right(was) ? right(now) + rect.x - right(was) : now.x + rect.x - was.x,
    y: rect.y >= bottom(was) ? bottom(now) + rect.y - bottom(was) : now.y + rect.y - was.y,
  };
  // What lay on something goes on lying on it.
  const walls = [...moved].flatMap(([id, other]) => {
    const spot = spots.get(id);
    return spot?.box.kind === 'conversation' && !touches(rect, spot.rect) ? [other] : [];
  });
  const all = [...placed, ...walls];
  return all.some((other) => touches(wish, other)) ? { ...wish, ...freeSpot(wish, wish, all, apart) } : wish;
}

function asideOf(rect: Rect, spots: Spots, moved: ReadonlyMap<string, Rect>, placed: readonly Rect[]): Rect {
  const walls = [...moved].map(([id, other]) =>
    spots.get(id)?.box.kind === 'conversation' ? grow(other, reach + 2) : other,
  );
  const all = [...walls, ...placed];
  return all.some((other) => touches(rect, other)) ? { ...rect, ...freeSpot(rect, rect, all, apart) } : rect;
}
