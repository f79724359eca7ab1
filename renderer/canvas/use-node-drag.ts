import { useReactFlow, type NodeChange, type OnNodeDrag } from 'reactflow';
import { useCallback, useMemo, useState } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { attachedOnWire } from './attached-on-wire.ts';
import {
  noGuides,
  nothingAlong,
  nothingGripped,
  nothingHeld,
  useCanvasStore,
  type CanvasStore,
} from './canvas-store.ts';
import { dropLine } from './gestures/drop-line.ts';
import type { NodeMove } from './gestures/drop-place.ts';
import { makingFor, type Making } from './gestures/new-frames.ts';
import { createDragAlong } from './drag-along.ts';
import { createDragEscape } from './drag-escape.ts';
import { goesBack, planNodeDrop, receiverOf } from './gestures/plan-node-drop.ts';
import { carryActions, carryContents, withContents } from './gestures/carried.ts';
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
  const execute = useExecute();
  const escape = useMemo(() => createDragEscape(() => store.setState(nothingDragged)), [store]);
  const [dragAlong] = useState(createDragAlong);

  const move = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined && change.dragging === true
          ? [[change.id, change.position] as const]
          : [],
      );
      if (moved.length === 0 || escape.isGivenUp()) return;
      escape.listen();
      const held = new Map(store.getState().held);
      const { picture, receiver } = store.getState();
      const { spots } = picture;
      // What goes into another frame finds its place there: only its order is shown.
      const { shift, guides } = receiver === null ? snapped(store, flow, moved) : noSnap;
      const pulled = moved.map(([id, { x, y }]) => [id, { x: x + shift.x, y: y + shift.y }] as const);
      for (const [id, position] of pulled) held.set(id, position);
      const { placements } = editor.getState().document.tables;
      for (const [id, position] of pulled) {
        carryActions(held, spots, placements, id, position);
        carryContents(held, spots, id, position);
      }
      const gripped = sameIds(store.getState().gripped, pulled) ?? new Set(pulled.map(([id]) => id));
      const along = dragAlong(editor.getState().selection, spots, gripped);
      const by = pulled.flatMap(([id, { x, y }]) => offset(spots.get(id), x, y))[0];
      for (const id of along) {
        const spot = spots.get(id);
        if (spot !== undefined && by !== undefined) held.set(id, { x: spot.x + by.x, y: spot.y + by.y });
      }
      store.setState({ held, gripped, along, guides });
    },
    [dragAlong, editor, escape, flow, store],
  );

  const onNodeDrag: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => {
      if (escape.isGivenUp()) return;
      const { picture, receiver, line, making, isLost } = store.getState();
      const { spots } = picture;
      const pointer = pointerOf(flow, event);
      const moves = movesOf(store, nodes);
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
    [editor, escape, flow, store],
  );

  const onNodeDragStop: OnNodeDrag<FlowNode> = useCallback(
    (event, _node, nodes) => {
      if (escape.stop()) return;
      const { picture } = store.getState();
      const moves = movesOf(store, nodes);
      const ids = moves.map(({ id }) => id);
      const command =
        attachedOnWire(picture, ids, event) ??
        planNodeDrop(editor.getState().document, picture.spots, moves, pointerOf(flow, event));
      if (command !== null) execute(command);
      store.setState(nothingDragged);
    },
    [editor, escape, execute, flow, store],
  );
  return { move, onNodeDrag, onNodeDragStop };
}

const nothingDragged = {
  held: nothingHeld,
  gripped: nothingGripped,
  along: nothingAlong,
  receiver: null,
  line: null,
  making: null,
  isLost: false,
  guides: noGuides,
} as const;

/** Where dragged nodes are now, on the canvas. */
const movesOf = (store: CanvasStore, nodes: readonly FlowNode[]): readonly NodeMove[] => {
  const { picture, held, along } = store.getState();
  const further = along.map((id) => ({ id, position: held.get(id) ?? { x: 0, y: 0 } }));
  return [...withContents(picture.spots, nodes), ...further].flatMap(({ id, position: free }) => {
    const position = held.get(id) ?? free;
    const spot = picture.spots.get(id);
    if (spot === undefined) return [];
    const rect = { ...spot.rect, x: spot.rect.x + position.x - spot.x, y: spot.rect.y + position.y - spot.y };
    return [{ id, rect }];
  });
};

/** The same set as before while the same nodes are pulled. */
const sameIds = (
  before: ReadonlySet<string>,
  pulled: readonly (readonly [string, Point])[],
): ReadonlySet<string> | null =>
  before.size === pulled.length && pulled.every(([id]) => before.has(id)) ? before : null;

const sameMaking = (one: Making | null, other: Making | null): boolean =>
  one === other || (one?.label === other?.label && one?.rect.x === other?.rect.x && one?.rect.y === other?.rect.y);

const offset = (spot: Spot | undefined, x: number, y: number): readonly Point[] =>
  spot === undefined ? [] : [{ x: x - spot.x, y: y - spot.y }];

function pointerOf(flow: ReturnType<typeof useReactFlow>, event: MouseEvent | TouchEvent | React.MouseEvent): Point {
  const at = 'clientX' in event ? event : event.changedTouches[0];
  return flow.screenToFlowPosition({ x: at?.clientX ?? 0, y: at?.clientY ?? 0 });
}
