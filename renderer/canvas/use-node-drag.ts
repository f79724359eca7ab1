import { useReactFlow, useStoreApi, type NodeChange, type OnNodeDrag } from 'reactflow';
import { useCallback, useMemo, useState } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { attachedOnWire } from './attached-on-wire.ts';
import { nothingAlong, nothingGripped, nothingHeld, useCanvasStore, type CanvasStore } from './canvas-store.ts';
import { dropLine } from './gestures/drop-line.ts';
import type { NodeMove } from './gestures/drop-place.ts';
import { makingFor, type Making } from './gestures/new-frames.ts';
import { createTakeAlong } from './take-along.ts';
import { createCarry } from './carry.ts';
import { createDragEscape } from './drag-escape.ts';
import { goesBack, planNodeDrop, receiverOf } from './gestures/plan-node-drop.ts';
import { isPainted } from './far/is-painted.ts';
import { withAreaContents } from './layout/area-contents.ts';
import { noSnap, snapped } from './snapped-drag.ts';
import type { Spot } from './layout/spot.ts';
import type { FlowNode } from './flow-node.ts';
import { useExecute } from './use-execute.ts';

type NodeDrag = {
  /** Follows the pointer; the document knows nothing of it. */
  readonly move: (changes: readonly NodeChange<FlowNode>[]) => void;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
};

/** Dragging nodes: while held, only this canvas knows where they are; letting go is one command, Escape none. */
export function useNodeDrag(): NodeDrag {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();
  const execute = useExecute();
  const [carry] = useState(() => createCarry(() => api.getState().domNode));
  const [takeAlong] = useState(createTakeAlong);
  const [pointers] = useState(() => createPointer(api));
  const putBack = useCallback(() => {
    carry.putBack();
    store.setState(nothingDragged);
  }, [carry, store]);
  const escape = useMemo(() => createDragEscape(putBack), [putBack]);

  const move = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined && change.dragging === true
          ? [[change.id, change.position] as const]
          : [],
      );
      if (moved.length === 0 || escape.isGivenUp()) return;
      escape.listen();
      const { picture, detail, receiver, gripped, raised } = store.getState();
      // What goes into another frame finds its place there: only its order is shown.
      const { shift, guides } = receiver === null ? snapped(store, flow, moved) : noSnap;
      const by = moved.flatMap(([id, { x, y }]) => offset(picture.spots.get(id), x + shift.x, y + shift.y))[0];
      if (by === undefined) return;
      const { document, selection } = editor.getState();
      const carried = takeAlong({ document, picture, selection, pulled: sameIds(gripped, moved) ?? idsOf(moved) });
      carry.to(picture, carried.ids, by);
      carry.guide(guides, flow.getZoom());
      if (raised === carried.ids && !isPainted(picture, detail)) return;
      const held = carried.heldAt(by);
      store.setState({ held, raised: carried.ids, gripped: carried.pulled, along: carried.along });
    },
    [carry, editor, escape, flow, store, takeAlong],
  );

  const onNodeDrag: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => {
      if (escape.isGivenUp()) return;
      const { picture, receiver, line, making, isLost } = store.getState();
      const { spots } = picture;
      const pointer = pointers.at(event);
      const moves = movesOf(store, nodes, carry.by());
      const ids = moves.map(({ id }) => id);
      const onWire = attachedOnWire(picture, ids, event);
      const next = {
        receiver: onWire?.intent ?? receiverOf(spots, ids, pointer),
        line: dropLine(editor.getState().document, spots, moves, pointer),
        making: makingFor(spots, moves, pointer),
        isLost: onWire === null && goesBack(spots, ids, pointer),
      };
      const isSame =
        next.receiver === receiver &&
        next.isLost === isLost &&
        next.line?.y === line?.y &&
        sameMaking(next.making, making);
      if (!isSame || next.line?.x !== line?.x) store.setState(next);
    },
    [carry, editor, escape, pointers, store],
  );

  const onNodeDragStop: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => {
      if (escape.stop()) return pointers.forget();
      const { picture } = store.getState();
      const moves = movesOf(store, nodes, carry.by());
      const ids = moves.map(({ id }) => id);
      const command =
        attachedOnWire(picture, ids, event) ??
        planNodeDrop(editor.getState().document, picture.spots, moves, pointers.at(event));
      // React finds the page as it left it, and draws what became of it before anything is seen.
      carry.putBack();
      pointers.forget();
      if (command !== null) execute(command);
      store.setState(nothingDragged);
    },
    [carry, editor, escape, execute, pointers, store],
  );
  return { move, onNodeDrag, onNodeDragStop };
}

const nothingDragged = {
  held: nothingHeld,
  raised: nothingGripped,
  gripped: nothingGripped,
  along: nothingAlong,
  receiver: null,
  line: null,
  making: null,
  isLost: false,
} as const;

/** Where dragged nodes are now, on the canvas. */
const movesOf = (store: CanvasStore, nodes: readonly FlowNode[], by: Point | null): readonly NodeMove[] => {
  const { picture, along } = store.getState();
  const ids = withAreaContents(
    picture.spots,
    nodes.map(({ id }) => id),
  );
  return [...ids, ...along].flatMap((id) => {
    const rect = picture.spots.get(id)?.rect;
    return rect === undefined ? [] : [{ id, rect: { ...rect, x: rect.x + (by?.x ?? 0), y: rect.y + (by?.y ?? 0) } }];
  });
};

type Moved = readonly (readonly [id: string, at: Point])[];

/** The same set as before while the same nodes are pulled. */
const sameIds = (before: ReadonlySet<string>, moved: Moved): ReadonlySet<string> | null =>
  before.size === moved.length && moved.every(([id]) => before.has(id)) ? before : null;
const idsOf = (moved: Moved): ReadonlySet<string> => new Set(moved.map(([id]) => id));

const sameMaking = (one: Making | null, other: Making | null): boolean =>
  one === other || (one?.label === other?.label && one?.rect.x === other?.rect.x && one?.rect.y === other?.rect.y);

const offset = (spot: Spot | undefined, x: number, y: number): readonly Point[] =>
  spot === undefined ? [] : [{ x: x - spot.x, y: y - spot.y }];

type Moving = MouseEvent | TouchEvent | React.MouseEvent;

/**
 * Tells where on the canvas a pointer is. Where the canvas itself begins is asked once for a drag: asking again would
 * have the browser lay out the page in the middle of each step.
 */
function createPointer(api: ReturnType<typeof useStoreApi>) {
  let corner: Point | null = null;
  return {
    at(event: Moving): Point {
      const { domNode, transform } = api.getState();
      corner ??= domNode?.getBoundingClientRect() ?? { x: 0, y: 0 };
      const [x, y, zoom] = transform;
      const at = 'clientX' in event ? event : event.changedTouches[0];
      return { x: ((at?.clientX ?? 0) - corner.x - x) / zoom, y: ((at?.clientY ?? 0) - corner.y - y) / zoom };
    },
    forget(): void {
      corner = null;
    },
  };
}
