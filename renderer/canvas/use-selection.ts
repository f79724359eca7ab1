import { useReactFlow, type NodeChange } from 'reactflow';
import { useCallback, useEffect, type MouseEvent } from 'react';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { spotsAt } from './find-at.ts';
import { paintedWireAt } from './far/painted-wire-at.ts';
import { isFrame } from './layout/frame-box.ts';
import { isArea } from './layout/is-area.ts';
import type { FlowNode } from './flow-node.ts';

type Selecting = {
  readonly select: (changes: readonly NodeChange<FlowNode>[]) => void;
  readonly onPaneClick: (event: MouseEvent) => void;
  readonly onNodeClick: (event: MouseEvent, node: FlowNode) => void;
};

/** One selection for the whole window: what is chosen here is chosen in the outline, the inspector and the trace. */
export function useSelection(): Selecting {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();

  // A record and a wire are never chosen at once by accident.
  useEffect(
    () =>
      editor.subscribe((state, before) => {
        if (state.selection === before.selection || state.selection.length === 0) return;
        if (store.getState().selectedWires.length > 0) store.setState({ selectedWires: [] });
      }),
    [editor, store],
  );

  const select = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []));
      if (chosen.length === 0) return;
      const { spots } = store.getState().picture;
      // What is not drawn here (a message, an attribute) is let go of with the first choice made here.
      const next = new Set(editor.getState().selection.filter((id) => spots.has(id)));
      for (const { id, selected } of chosen) {
        if (selected) next.add(id);
        else next.delete(id);
      }
      editor.select([...next]);
    },
    [editor, store],
  );

  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const { picture, detail } = store.getState();
      const { spots } = picture;
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const wire = paintedWireAt(picture, point, flow.getZoom(), detail);
      if (wire !== null) {
        editor.select([]);
        store.setState({ selectedWires: [wire] });
        return;
      }
      const frame = spotsAt(spots, point).find(({ box }) => isFrame(box) || isArea(box));
      store.setState({ selectedWires: [] });
      editor.select(frame === undefined ? [] : [frame.id]);
    },
    [editor, flow, store],
  );
  /** Pressed without a key, one of several that are selected becomes the only one; until then they can be dragged. */
  const onNodeClick = useCallback(
    (event: MouseEvent, { id, selectable }: FlowNode) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey || selectable === false) return;
      if (editor.getState().selection.length > 1) editor.select([id]);
    },
    [editor],
  );
  return { select, onPaneClick, onNodeClick };
}
