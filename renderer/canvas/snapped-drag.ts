import type { useReactFlow } from 'reactflow';
import type { Point } from '../../shared/commands/command.ts';
import type { CanvasStore } from './canvas-store.ts';
import { snap, type Snap } from './gestures/snap.ts';
import { withAreaContents } from './layout/area-contents.ts';
import { around, touches, type Rect } from './layout/rect.ts';
import type { Spot } from './layout/spot.ts';

type Spots = ReadonlyMap<string, Spot>;

export const noSnap: Snap = { shift: { x: 0, y: 0 }, guides: [] };

/** From here on neighbours are too many and too small to be meant. */
const leastZoom = 0.28;
/** How near, in pixels of the window, something pulls. */
const snapReach = 5;

/** What is dragged, pulled in line with what is in view; not while Alt is held. */
export function snapped(
  store: CanvasStore,
  flow: ReturnType<typeof useReactFlow>,
  moved: readonly (readonly [string, Point])[],
): Snap {
  const { spots } = store.getState().picture;
  const zoom = flow.getZoom();
  const dragged = around(
    moved.flatMap(([id, { x, y }]): Rect[] => {
      const spot = spots.get(id);
      return spot === undefined ? [] : [{ ...spot.rect, x: spot.rect.x + x - spot.x, y: spot.rect.y + y - spot.y }];
    }),
  );
  if (dragged === null || zoom < leastZoom || isAltHeld) return noSnap;
  const others = neighbours(
    spots,
    dragged,
    moved.map(([id]) => id),
  );
  return snap(dragged, others, snapReach / zoom);
}

/** How far around something its neighbours are looked for. */
const searched = { x: 1200, y: 900 };

type Neighbours = { readonly spots: Spots; readonly key: string; readonly area: Rect; readonly rects: readonly Rect[] };
let lastNeighbours: Neighbours | null = null;

/** What may pull: looked for once, and again when the drag has left the middle of where it was looked for. */
function neighbours(spots: Spots, dragged: Rect, ids: readonly string[]): readonly Rect[] {
  const key = ids.join(' ');
  const last = lastNeighbours;
  if (last?.spots === spots && last.key === key && touches(dragged, last.area)) return last.rects;
  const { x, y, width, height } = dragged;
  const area = { x: x - searched.x / 2, y: y - searched.y / 2, width: width + searched.x, height: height + searched.y };
  const near = { x: x - searched.x, y: y - searched.y, width: width + 2 * searched.x, height: height + 2 * searched.y };
  // What goes along stands still beside it, and is nothing to stand in line with.
  const own = new Set(withAreaContents(spots, ids));
  const rects: Rect[] = [];
  for (const spot of spots.values())
    if (touches(spot.rect, near) && !own.has(spot.id) && !isWithin(spots, spot, own) && !holdsOne(spots, spot.id, own))
      rects.push(spot.rect);
  lastNeighbours = { spots, key, area, rects };
  return rects;
}

/** Dragging tells of positions, not of keys. */
let isAltHeld = false;
const noteAlt = (event: { readonly altKey: boolean }): void => {
  isAltHeld = event.altKey;
};
window.addEventListener('pointermove', noteAlt, { capture: true, passive: true });

/** Whether it moves along with what is dragged. */
function isWithin(spots: Spots, spot: Spot, own: ReadonlySet<string>): boolean {
  for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
    if (own.has(at.id)) return true;
  return false;
}

/** Whether it is a frame around what is dragged. */
function holdsOne(spots: Spots, frame: string, own: ReadonlySet<string>): boolean {
  for (const id of own) {
    const spot = spots.get(id);
    for (let at = spots.get(spot?.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
      if (at.id === frame) return true;
  }
  return false;
}
