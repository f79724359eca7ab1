import { useReactFlow, type NodeChange, type OnNodeDrag } from 'reactflow';
import { useCallback } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { noGuides, nothingHeld, useCanvasStore, type CanvasStore } from './canvas-store.ts';
import { planNodeDrop, receiverOf } from './gestures/plan-node-drop.ts';
import { snap } from './gestures/snap.ts';
import { around, touches, type Rect } from './layout/rect.ts';
import type { Spot } from './layout/spot.ts';
import type { FlowNode } from './flow-node.ts';
import { useExecute } from './use-execute.ts';

type NodeDrag = {
  /** Follows the pointer; the document knows nothing of it. */
  readonly move: (changes: readonly NodeChange<FlowNode>[]) => void;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
};

/** Dragging nodes: while held, only this canvas knows where they are; letting go is one command. */
export function useNodeDrag(): NodeDrag {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const execute = useExecute();

  const move = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined && change.dragging === true
          ? [[change.id, change.position] as const]
          : [],
      );
      if (moved.length === 0) return;
      const held = new Map(store.getState().held);
      const { spots } = store.getState().picture;
      const { shift, guides } = snapped(store, flow, moved);
      const pulled = moved.map(([id, { x, y }]) => [id, { x: x + shift.x, y: y + shift.y }] as const);
      for (const [id, position] of pulled) held.set(id, position);
      const { placements } = editor.getState().document.tables;
      for (const [id, position] of pulled) carryActions(held, spots, placements, id, position);
      store.setState({ held, guides });
    },
    [editor, flow, store],
  );

  const onNodeDrag: OnNodeDrag<FlowNode> = useCallback(
    (event, node, nodes) => {
      const { spots } = store.getState().picture;
      const receiver = nodes.length === 1 ? receiverOf(spots, node.id, pointerOf(flow, event)) : null;
      if (receiver !== store.getState().receiver) store.setState({ receiver });
    },
    [flow, store],
  );

  const onNodeDragStop: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => {
      const { picture, held } = store.getState();
      const { spots } = picture;
      const moves = nodes.flatMap(({ id, position: free }) => {
        const position = held.get(id) ?? free;
        const spot = spots.get(id);
        if (spot === undefined) return [];
        const rect = { ...spot.rect, x: spot.rect.x + position.x - spot.x, y: spot.rect.y + position.y - spot.y };
        return [{ id, rect }];
      });
      const command = planNodeDrop(editor.getState().document, spots, moves, pointerOf(flow, event));
      if (command !== null) execute(command);
      store.setState({ held: nothingHeld, receiver: null, guides: noGuides });
    },
    [editor, execute, flow, store],
  );
  return { move, onNodeDrag, onNodeDragStop };
}

/** From here on neighbours are too many and too small to be meant. */
const leastZoom = 0.28;
/** How near, in pixels of the window, something pulls. */
const snapReach = 5;

/** What is dragged, pulled in line with what is in view; not while Alt is held. */
function snapped(
  store: CanvasStore,
  flow: ReturnType<typeof useReactFlow>,
  moved: readonly (readonly [string, Point])[],
): ReturnType<typeof snap> {
  const { spots } = store.getState().picture;
  const zoom = flow.getZoom();
  const dragged = around(
    moved.flatMap(([id, { x, y }]): Rect[] => {
      const spot = spots.get(id);
      return spot === undefined ? [] : [{ ...spot.rect, x: spot.rect.x + x - spot.x, y: spot.rect.y + y - spot.y }];
    }),
  );
  if (dragged === null || zoom < leastZoom || isAltHeld) return { shift: { x: 0, y: 0 }, guides: noGuides };
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
  const own = new Set(ids);
  const rects: Rect[] = [];
  for (const spot of spots.values())
    if (touches(spot.rect, near) && !own.has(spot.id) && !isWithin(spots, spot, own) && !holdsOne(spots, spot.id, own))
      rects.push(spot.rect);
  lastNeighbours = { spots, key, area, rects };
  return rects;
}

type Spots = ReadonlyMap<string, Spot>;

/** Dragging tells of positions, not of keys. */
let isAltHeld = false;
const noteAlt = (event: { readonly altKey: boolean }): void => {
  isAltHeld = event.altKey;
};
window.addEventListener('pointermove', noteAlt, { capture: true, passive: true });

/** Whether it moves along with what is dragged. */
function isWithin(spots: ReadonlyMap<string, Spot>, spot: Spot, own: ReadonlySet<string>): boolean {
  for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
    if (own.has(at.id)) return true;
  return false;
}

/** Whether it is a frame around what is dragged. */
function holdsOne(spots: ReadonlyMap<string, Spot>, frame: string, own: ReadonlySet<string>): boolean {
  for (const id of own) {
    const spot = spots.get(id);
    for (let at = spots.get(spot?.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
      if (at.id === frame) return true;
  }
  return false;
}

/** An intent takes the actions along that stand beside it because nobody placed them elsewhere. */
function carryActions(
  held: Map<string, Point>,
  spots: ReadonlyMap<string, Spot>,
  placements: { has(id: string): boolean },
  id: string,
  position: Point,
): void {
  const intent = spots.get(id);
  if (intent?.box.kind !== 'intent') return;
  for (const { id: use } of intent.box.intent.actions) {
    const spot = spots.get(use);
    if (spot === undefined || placements.has(use)) continue;
    held.set(use, { x: spot.x + position.x - intent.x, y: spot.y + position.y - intent.y });
  }
}

function pointerOf(flow: ReturnType<typeof useReactFlow>, event: MouseEvent | TouchEvent | React.MouseEvent): Point {
  const at = 'clientX' in event ? event : event.changedTouches[0];
  return flow.screenToFlowPosition({ x: at?.clientX ?? 0, y: at?.clientY ?? 0 });
}
