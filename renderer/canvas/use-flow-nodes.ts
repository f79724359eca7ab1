import { useLayoutEffect, useMemo, useState } from 'react';
import { useEditor } from '../state/studio.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { focusedNode } from './focus-node.ts';
import type { FlowNode } from './flow-node.ts';
import { sameItems } from './layout/memory.ts';
import { createProjector, type Picture } from './project-to-flow.ts';
import type { Detail } from './use-detail.ts';
import { useMountedArea } from './use-visible-area.ts';
import { viewNodes, type NodeView } from './view-nodes.ts';

/** The picture of the document as it is now. */
export function usePicture(): Picture {
  const [project] = useState(createProjector);
  const store = useCanvasStore();
  const document = useEditor((state) => state.document);
  const expanded = useCanvas((state) => state.expanded);
  const part = useCanvas((state) => state.part);
  const picture = useMemo(() => project(document, expanded, part), [project, document, expanded, part]);
  // Wires and gestures read the same picture as the nodes, in the same frame.
  useLayoutEffect(() => store.setState({ picture, project }), [store, picture, project]);
  return picture;
}

/** The part of the picture that React Flow draws. */
export function useFlowNodes(picture: Picture, detail: Detail): FlowNode[] {
  const selected = useEditor((state) => state.selection);
  // While it is carried, only what is; where to is no business of React's.
  const held = useCanvas((state) => state.raised);
  const gripped = useCanvas((state) => state.gripped);
  const hand = useCanvas((state) => state.hand);
  const selection = useMemo(() => new Set(selected), [selected]);
  const area = useMountedArea();
  const [look] = useState(createLook);
  return useMemo(
    // Asked for when something else changed, which is when it might go.
    () => look(picture, { area, detail, selection, held, gripped, hand, focused: focusedNode() }),
    [look, picture, area, detail, selection, held, gripped, hand],
  );
}

/** Gives the very same list while it would say the same, so that React Flow has nothing to compare. */
function createLook() {
  let last: FlowNode[] = [];
  return (picture: Picture, view: NodeView): FlowNode[] => {
    const shown = viewNodes(picture, view);
    if (!sameItems(shown, last)) last = shown;
    return last;
  };
}
