import { ReactFlow, ReactFlowProvider, SelectionMode, type NodeChange } from 'reactflow';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../shared/problems/problem.ts';
import { SearchWhenOpen } from '../search/lazy-search.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { CanvasMenu } from './canvas-menu.tsx';
import { CanvasContext, createCanvasStore, useCanvas } from './canvas-store.ts';
import { Dots } from './dots.tsx';
import { DropLineMark } from './drop-line-mark.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { ClashDialog } from './clipboard/clash-dialog.tsx';
import { useGiven } from './clipboard/use-given.ts';
import { PasteField } from './clipboard/paste-field.tsx';
import { FarCanvas } from './far/far-canvas.tsx';
import { isPainted } from './far/is-painted.ts';
import { useHand } from './far/use-hand.ts';
import { FarShapes } from './far-shapes.tsx';
import { FocusBar } from './focus-bar.tsx';
import { Guides } from './guides.tsx';
import { editableText } from './gestures/plan-text-edit.ts';
import { LayingBar } from './laying-bar.tsx';
import { MakingMark } from './making-mark.tsx';
import { Minimap } from './minimap.tsx';
import { usePicturePaste } from './notes/use-picture-paste.ts';
import { nodeComponents } from './nodes/node-components.ts';
import type { FlowNode } from './flow-node.ts';
import { ResizeLayer } from './resize-layer.tsx';
import { zoomLimits } from './reveal-view.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCanvasMenu } from './use-canvas-menu.ts';
import { useCanvasRequests } from './use-canvas-requests.ts';
import { DetailContext } from './use-detail.ts';
import { useFirstView } from './use-first-view.ts';
import { useFlowNodes, usePicture } from './use-flow-nodes.ts';
import { useLeastZoom } from './use-least-zoom.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLevel } from './use-level.ts';
import { useMarquee } from './far/use-marquee.ts';
import { MovingViewProvider, useMovingView } from './use-moving-view.tsx';
import { useNodeDrag } from './use-node-drag.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { CanvasProblemsContext, problemsByNode } from './use-canvas-problems.ts';
import { useSelection } from './use-selection.ts';
import { useWireDrag } from './use-wire-drag.ts';
import { WireStartContext } from './use-wire-start.ts';
import { WireLayer } from './wire-layer.tsx';
import { ZoomBar } from './zoom-bar.tsx';
import 'reactflow/dist/base.css';
import './canvas.css';
import './nodes/nodes.css';
import './wires.css';
import './drag.css';
import './lights.css';

type CanvasProps = { readonly problems?: readonly Problem[] };

const noProblems: readonly Problem[] = [];

/** The scenario as a picture of a talk, to look at and to build in. */
export function Canvas({ problems = noProblems }: CanvasProps) {
  const [store] = useState(createCanvasStore);
  const document = useEditor((state) => state.document);
  const byNode = useMemo(() => problemsByNode(document, problems), [document, problems]);
  return (
    <ReactFlowProvider>
      <CanvasContext value={store}>
        <CanvasProblemsContext value={byNode}>
          <MovingViewProvider>
            <Surface problems={problems} />
          </MovingViewProvider>
        </CanvasProblemsContext>
      </CanvasContext>
    </ReactFlowProvider>
  );
}

const multiSelectKeys = ['Shift', 'Control', 'Meta'];
/** The left button selects, the middle one and the space bar move the canvas, as in every drawing program. */
const panButtons = [1];
const proOptions = { hideAttribution: true };
/** Where it begins. React Flow leaves it to who gives one to move the view. */
const firstViewport = { x: 0, y: 0, zoom: 1 };

function Surface({ problems }: { readonly problems: readonly Problem[] }) {
  const picture = usePicture();
  const detail = useLevel();
  const { move: moveView } = useMovingView();
  const nodes = useFlowNodes(picture, detail);
  const { move, onNodeDrag, onNodeDragStop } = useNodeDrag();
  const { select, onPaneClick, onNodeClick } = useSelection();
  const { editor, ui } = useStudio();
  const drop = usePaletteDrop();
  const wires = useWireDrag();
  const onKeyDown = useCanvasKeys();
  const onContextMenu = useCanvasMenu();
  const onPointerMove = useHand();
  const wiring = useCanvas((state) => state.pulled?.from.kind);
  const isLost = useCanvas((state) => state.isLost);
  const isCarrying = useCanvas((state) => state.raised.size > 0);
  const ready = useFirstView();
  const least = useLeastZoom(picture);
  useCanvasRequests();
  usePicturePaste();
  useGiven();
  useKeptFocus();
  useMarquee();
  const hasOneChosen = useEditor(({ selection }) => selection.length === 1 && picture.spots.has(selection[0] ?? ''));

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      move(changes);
      select(changes);
    },
    [move, select],
  );
  const onNodeDoubleClick = useCallback(
    (_event: unknown, { id }: FlowNode) => {
      if (editableText(editor.getState().document, id) === null) ui.showRight('inspector');
      else ui.editText(id);
    },
    [editor, ui],
  );

  return (
    <DetailContext value={detail}>
      <WireStartContext value={wires}>
        <div
          className="canvas"
          role="region"
          aria-label="Canvas"
          // Tab stops once: at what is chosen, else at the canvas as a whole.
          tabIndex={hasOneChosen ? -1 : 0}
          data-detail={detail}
          data-wiring={wiring}
          data-lost={isLost || undefined}
          data-carrying={isCarrying || undefined}
          data-ready={ready || undefined}
          data-painted={isPainted(picture, detail) || undefined}
          onPointerMove={onPointerMove}
          {...drop}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
        >
          <ReactFlow<FlowNode>
            nodes={nodes}
            nodeTypes={nodeComponents}
            onNodesChange={onNodesChange}
            onNodeDoubleClick={onNodeDoubleClick}
            onNodeClick={onNodeClick}
            onNodeDrag={onNodeDrag}
            onNodeDragStop={onNodeDragStop}
            onPaneClick={onPaneClick}
            viewport={firstViewport}
            onViewportChange={moveView}
            minZoom={least}
            maxZoom={zoomLimits.max}
            nodeDragThreshold={4}
            zIndexMode="manual"
            selectionOnDrag
            selectionKeyCode={null}
            selectionMode={SelectionMode.Full}
            multiSelectionKeyCode={multiSelectKeys}
            panOnDrag={panButtons}
            panOnScroll
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            disableKeyboardA11y
            nodesConnectable={false}
            proOptions={proOptions}
            aria-label="Conversations, scenes, turns and what is in them"
          >
            <Dots />
            <FarCanvas />
            <FarShapes />
            <WireLayer />
            <Guides />
            <ResizeLayer />
            <DropLineMark />
            <MakingMark />
          </ReactFlow>
          {picture.nodes.length === 0 && <EmptyCanvas />}
          <Tools problems={problems} />
        </div>
      </WireStartContext>
    </DetailContext>
  );
}

/** What lies over the canvas; what comes into view on it is no reason to draw these again. */
const Tools = memo(function Tools({ problems }: Required<CanvasProps>) {
  return (
    <>
      <Minimap />
      <ZoomBar />
      <CanvasMenu />
      <PasteField />
      <ClashDialog />
      <FocusBar />
      <LayingBar />
      <SearchWhenOpen problems={problems} />
    </>
  );
});
