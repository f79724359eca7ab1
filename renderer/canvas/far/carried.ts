import type { CanvasState } from '../canvas-store.ts';
import type { Spot } from '../layout/spot.ts';
import type { Picture } from '../project-to-flow.ts';
import type { Detail } from '../use-detail.ts';
import type { Wire } from '../wires/wire.ts';
import { isPainted } from './is-painted.ts';

/** What is held where all is painted, by id: the same text for as long as the same things are carried. */
export const carriedKey = ({ held, detail, picture }: CanvasState): string =>
  held.size === 0 || !isPainted(picture, detail) ? '' : [...held.keys()].join(' ');

/** What goes along with the hand: what is held, and all that is in it, with the wires at either. */
export type Carried = { readonly ids: ReadonlySet<string>; readonly wires: readonly Wire[] };

const nothing: Carried = { ids: new Set(), wires: [] };

type Asked = { readonly picture: Picture; readonly key: string; readonly detail: Detail; readonly carried: Carried };
let last: Asked | null = null;

/** Worked out once for a drag: every step of it asks. */
export function carriedIn(picture: Picture, key: string, detail: Detail): Carried {
  if (key === '') return nothing;
  if (last?.picture === picture && last.key === key && last.detail === detail) return last.carried;
  const held = new Set(key.split(' '));
  const { spots } = picture;
  const ids = new Set<string>();
  // Frames come ahead of what they hold, and notes are elements of the page until they are far away.
  for (const spot of spots.values())
    if ((held.has(spot.id) || ids.has(spot.parent ?? '')) && isDrawn(spot, detail)) ids.add(spot.id);
  const wires = picture.wires.filter(({ from, to }) => ids.has(from.node) || ids.has(to.node));
  const carried = { ids, wires };
  last = { picture, key, detail, carried };
  return carried;
}

const isDrawn = ({ box }: Spot, detail: Detail): boolean => detail !== 'block' || box.kind !== 'note';
