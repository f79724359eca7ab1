import type { Node } from 'reactflow';
import type { Point } from '../../shared/commands/command.ts';
import { isFrame } from './layout/frame-box.ts';
import { isArea } from './layout/is-area.ts';
import { nodeName } from './layout/node-name.ts';
import type { Box, Spot } from './layout/spot.ts';

/** React Flow's node for a box. */
export type FlowNode = { [Kind in Box['kind']]: Node<{ box: Extract<Box, { kind: Kind }> }, Kind> }[Box['kind']];

/** Areas lie behind all, frames under the wires, everything else above them. */
export const layers = { area: -1, conversation: 0, scene: 1, turn: 2, wires: 10, node: 20, held: 30 } as const;

/**
 * Placed without a transform: the browser sorts out each transformed box by itself, with all that lies over and under
 * it, whenever something on the canvas changes.
 */
const placed = ({ x, y }: Point) => ({ transform: 'none', left: x, top: y });
/** Only the title of a frame takes the pointer: its inside belongs to what is in it, and to the canvas. */
const passive = { pointerEvents: 'none' } as const;
/** Wires are drawn by us from what we know; React Flow has nothing to look for in the page. */
const noHandles: NonNullable<Node['handles']> = [];

export function flowNode({ box, id, x, y, parent, rect }: Spot): FlowNode {
  const frame = isFrame(box);
  const area = isArea(box);
  return {
    id,
    type: box.kind,
    data: { box },
    position: { x, y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: noHandles,
    zIndex: frame ? layers[box.kind] : area ? layers.area : layers.node,
    style: frame || area ? { ...placed(rect), ...passive } : placed(rect),
    ariaLabel: nodeName(box),
    // The arrow keys walk from node to node; Tab goes to the one that is chosen.
    domAttributes: { tabIndex: -1 },
    selectable: !(box.kind === 'context' && box.isAutomatic),
    ...(parent === null ? {} : { parentId: parent }),
    ...(frame ? { dragHandle: '.frame-title' } : {}),
    ...(area ? { dragHandle: '.note-title' } : {}),
  } as FlowNode;
}
