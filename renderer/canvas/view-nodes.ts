import type { Point } from '../../shared/commands/command.ts';
import { isFrame } from './layout/frame-box.ts';
import { layers, type FlowNode } from './project-to-flow.ts';
import type { Detail } from './use-detail.ts';

/** What the person is doing, as far as it changes which nodes React Flow gets, and how. */
export type NodeView = {
  readonly selection: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Point>;
  readonly detail: Detail;
};

/**
 * The nodes to draw: those of the picture, with what is selected marked and what is dragged moved. All others stay the
 * same objects. Further out the small ones are left away, so that there is never more to draw than can be seen.
 */
export function viewNodes(nodes: readonly FlowNode[], { selection, held, detail }: NodeView): FlowNode[] {
  const shown = detail === 'full' || detail === 'block' ? nodes : nodes.filter((node) => isSeen(node, detail));
  return shown.map((node) => {
    const chosen = selection.has(node.id) ? selectedOf(node) : node;
    const position = held.get(node.id);
    if (position === undefined) return chosen;
    const zIndex = isFrame(node.data.box) ? node.zIndex : layers.held;
    return { ...chosen, position, ...(zIndex === undefined ? {} : { zIndex }) } as FlowNode;
  });
}

const isSeen = (node: FlowNode, detail: Detail): boolean =>
  node.type === 'conversation' || node.type === 'note' || (detail === 'frame' && isFrame(node.data.box));

const selectedNodes = new WeakMap<FlowNode, FlowNode>();

/** A selected node is one object for as long as the node itself is. */
function selectedOf(node: FlowNode): FlowNode {
  const known = selectedNodes.get(node);
  if (known !== undefined) return known;
  const made = { ...node, selected: true } as FlowNode;
  selectedNodes.set(node, made);
  return made;
}
