import { liesIn } from '../area-contents.ts';
import { around, distance, touches, type Rect } from '../rect.ts';
import type { Spot } from '../spot.ts';

/** Things that lie on each other, and so move as one. */
export type FreeGroup = {
  readonly ids: readonly string[];
  readonly rect: Rect;
  /** The conversation it moves with; null for what stands far from all, and stays. */
  readonly home: Spot | null;
  /** How far it is from there. */
  readonly far: number;
};

/** From here on something belongs to no conversation. */
export const reach = 400;

/**
 * What stands freely on the canvas, each with the conversation it belongs to: the nearest one, of those in the area it
 * lies in. Contexts that draw themselves belong to their turn, and are none of it.
 */
export function freeGroups(
  free: readonly Spot[],
  conversations: readonly Spot[],
  areas: readonly Spot[],
): readonly FreeGroup[] {
  return connected(free).map((members) => {
    const rects = members.map(({ rect }) => rect);
    const within = areas.filter(({ rect }) => rects.some((own) => liesIn(own, rect)));
    const [area] = within.toSorted(
      (one, other) => one.rect.width * one.rect.height - other.rect.width * other.rect.height,
    );
    const own = area === undefined ? conversations : conversations.filter(({ rect }) => liesIn(rect, area.rect));
    let [home, far]: [Spot | null, number] = [null, Infinity];
    for (const conversation of own)
      for (const rect of rects) {
        const away = distance(rect, conversation.rect);
        if (away < far) [home, far] = [conversation, away];
      }
    const isFar = area === undefined && far > reach;
    return { ids: members.map(({ id }) => id), rect: around(rects) ?? noRoom, home: isFar ? null : home, far };
  });
}

const noRoom: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** Those that touch each other, directly or by others, in the order in which the first of them comes. */
function connected(free: readonly Spot[]): readonly (readonly Spot[])[] {
  const groups: Spot[][] = [];
  for (const spot of free) {
    const touching = groups.filter((group) => group.some((other) => touches(spot.rect, other.rect)));
    const [first] = touching;
    if (first === undefined) {
      groups.push([spot]);
      continue;
    }
    for (const other of touching.slice(1)) {
      first.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
    first.push(spot);
  }
  return groups;
}
