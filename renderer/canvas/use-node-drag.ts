import { useReactFlow, type NodeChange, type OnNodeDrag } from 'reactflow';
import { useCallback } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { nothingHeld, useCanvasStore } from './canvas-store.ts';
import { planNodeDrop, receiverOf } from './gestures/plan-node-drop.ts';
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
      for (const [id, position] of moved) held.set(id, position);
      const { placements } = editor.getState().document.tables;
      for (const [id, position] of moved) carryActions(held, store.getState().picture.spots, placements, id, position);
      store.setState({ held });
    },
    [editor, store],
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
      const { spots } = store.getState().picture;
      const moves = nodes.flatMap(({ id, position }) => {
        const spot = spots.get(id);
        if (spot === undefined) return [];
        const rect = { ...spot.rect, x: spot.rect.x + position.x - spot.x, y: spot.rect.y + position.y - spot.y };
        return [{ id, rect }];
      });
      const command = planNodeDrop(editor.getState().document, spots, moves, pointerOf(flow, event));
      if (command !== null) execute(command);
      store.setState({ held: nothingHeld, receiver: null });
    },
    [editor, execute, flow, store],
  );
  return { move, onNodeDrag, onNodeDragStop };
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
