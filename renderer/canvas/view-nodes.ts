import { isPainted } from './far/is-painted.ts';
import { layers, type FlowNode } from './flow-node.ts';
import { isFrame } from './layout/frame-box.ts';
import { isArea } from './layout/is-area.ts';
import { touches, type Rect } from './layout/rect.ts';
import { forEachIn } from './layout/strip.ts';
import type { PicturePart } from './picture-part.ts';
import { nothingGripped } from './canvas-store.ts';
import type { Picture } from './project-to-flow.ts';
import type { Detail } from './use-detail.ts';

/** What is looked at and what is being done, as far as it changes which nodes React Flow gets, and how. */
export type NodeView = {
  /** The part of the canvas in view. */
  readonly area: Rect;
  readonly detail: Detail;
  readonly selection: ReadonlySet<string>;
  readonly held: { readonly has: (id: string) => boolean };
  /** Those of them that are pulled by the pointer. */
  readonly gripped?: ReadonlySet<string>;
  /** The node that has the focus: whoever works by keys does not lose it by what is selected or in view. */
  readonly focused?: string | null;
  /** Of a large scenario all but the near view is painted; this is under the pointer. */
  readonly hand?: string | null;
};

/**
 * The nodes to draw: those in view, with what is selected marked and what is dragged above the rest; all others stay the same
 * objects. React Flow works for what can be seen, whatever the size of the scenario; further out the small nodes are
 * left away as well. What is pulled is always there, and what is selected unless that is very much.
 */
export function viewNodes(picture: Picture, view: NodeView): FlowNode[] {
  const { area, selection, held, detail, gripped = nothingGripped, hand = null, focused = null } = view;
  const painted = isPainted(picture, detail);
  const inHand = hand === null ? [] : [hand];
  // Of everything, what is out of view would be thousands of elements that nobody sees.
  const chosenIds = selection.size > mostSelected ? [] : [...selection];
  const wanted = framesAround(picture, [
    ...chosenIds,
    ...gripped,
    ...(painted ? inHand : []),
    ...(focused === null ? [] : [focused]),
  ]);
  // Notes hold texts and pictures no drawing needs to learn.
  const isDrawn = (node: FlowNode): boolean =>
    painted ? detail === 'block' && node.type === 'note' : isSeen(node, detail);
  const shown: FlowNode[] = [];
  const show = (node: FlowNode): void => {
    const chosen = selection.has(node.id) ? selectedOf(node) : node;
    shown.push(held.has(node.id) ? raised(chosen) : chosen);
  };
  for (const part of picture.parts) {
    if (holdsOne(part, wanted)) {
      for (const [index, node] of part.nodes.entries()) {
        const rect = part.strip.rects[index];
        const isIn = rect !== undefined && touches(rect, area) && isDrawn(node);
        if (isIn || wanted.has(node.id)) show(node);
      }
      continue;
    }
    if (painted && detail !== 'block') continue;
    forEachIn(part.strip, area, 0, (index) => {
      const node = part.nodes[index];
      if (node !== undefined && isDrawn(node)) show(node);
    });
  }
  return shown;
}

/** Whether something that is wanted wherever it is may be in it: all that is in a conversation is in its first frame. */
const holdsOne = ({ nodes: [first] }: PicturePart, wanted: ReadonlySet<string>): boolean =>
  wanted.size > 0 && first !== undefined && (!isFrame(first.data.box) || wanted.has(first.id));

const mostSelected = 24;

/** The given nodes and the frames around them. */
function framesAround({ spots }: Picture, ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const id of ids)
    for (let spot = spots.get(id); spot !== undefined && !wanted.has(spot.id); spot = spots.get(spot.parent ?? ''))
      wanted.add(spot.id);
  return wanted;
}

function isSeen(node: FlowNode, detail: Detail): boolean {
  if (detail === 'full' || detail === 'block') return true;
  return node.type === 'conversation' || node.type === 'note' || (detail === 'frame' && isFrame(node.data.box));
}

/** What is dragged lies above what it is dragged over; a frame stays below what it holds. */
const raised = (node: FlowNode): FlowNode =>
  isFrame(node.data.box) || isArea(node.data.box) ? node : { ...node, zIndex: layers.held };

const selectedNodes = new WeakMap<FlowNode, FlowNode>();

/** A selected node is one object for as long as the node itself is. */
function selectedOf(node: FlowNode): FlowNode {
  const known = selectedNodes.get(node);
  if (known !== undefined) return known;
  const domAttributes = { ...node.domAttributes, tabIndex: 0, 'aria-current': true };
  const made = { ...node, selected: true, domAttributes } as FlowNode;
  selectedNodes.set(node, made);
  return made;
}
