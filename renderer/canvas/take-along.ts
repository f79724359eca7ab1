import type { Point } from '../../shared/commands/command.ts';
import type { Document } from '../../shared/model/document.ts';
import { nothingAlong } from './canvas-store.ts';
import { carriedActions } from './gestures/carried.ts';
import { areaContents } from './layout/area-contents.ts';
import type { Picture } from './project-to-flow.ts';

type Asked = {
  readonly document: Document;
  readonly picture: Picture;
  readonly selection: readonly string[];
  readonly pulled: ReadonlySet<string>;
};

/** All that moves with the pointer, and where it was, relative to its frame. */
export type Carried = {
  readonly pulled: ReadonlySet<string>;
  /** What is selected but not drawn. */
  readonly along: readonly string[];
  readonly starts: ReadonlyMap<string, Point>;
  readonly ids: ReadonlySet<string>;
  readonly heldAt: (by: Point) => ReadonlyMap<string, Point>;
};

/** What a drag takes along, worked out once for a drag: actions of intents, what lies in areas, the rest of a selection. */
export function createTakeAlong() {
  let last: (Asked & { readonly carried: Carried }) | null = null;
  return (asked: Asked): Carried => {
    const { document, picture, selection, pulled } = asked;
    const isSame = last?.picture === picture && last.selection === selection && last.pulled === pulled;
    if (isSame && last !== null) return last.carried;
    const carried = carriedBy(asked);
    last = { document, picture, selection, pulled: carried.pulled, carried };
    return carried;
  };
}

function carriedBy({ document, picture: { spots }, selection, pulled }: Asked): Carried {
  const starts = new Map<string, Point>();
  const take = (id: string): void => {
    const spot = spots.get(id);
    if (spot !== undefined) starts.set(id, { x: spot.x, y: spot.y });
  };
  for (const id of pulled) {
    const spot = spots.get(id);
    if (spot === undefined) continue;
    take(id);
    for (const use of carriedActions(spots, document.tables.placements, spot)) take(use);
    for (const inside of areaContents(spots, spot)) take(inside.id);
  }
  const along = selectedAlong({ spots, selection, pulled });
  for (const id of along) take(id);
  const heldAt = (by: Point): ReadonlyMap<string, Point> =>
    new Map([...starts].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
  return { pulled, along, starts, ids: new Set(starts.keys()), heldAt };
}

/**
 * What is selected but not drawn is dragged along all the same: React Flow pulls what it draws, which of a large
 * selection is only a part. What is in a selected frame moves with that.
 */
function selectedAlong({ spots, selection, pulled }: Pick<Asked, 'selection' | 'pulled'> & Pick<Picture, 'spots'>) {
  const chosen = new Set(selection);
  if (![...pulled].some((id) => chosen.has(id))) return nothingAlong;
  return selection.filter((id) => {
    const spot = spots.get(id);
    if (spot === undefined || pulled.has(id) || (spot.box.kind === 'context' && spot.box.isAutomatic)) return false;
    for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
      if (chosen.has(at.id)) return false;
    return true;
  });
}
