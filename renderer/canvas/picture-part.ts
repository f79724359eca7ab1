import type { FlowNode } from './flow-node.ts';
import type { Rect } from './layout/rect.ts';
import { stripOf, type Strip } from './layout/strip.ts';
import type { Spot } from './layout/spot.ts';
import type { Wire } from './wires/wire.ts';

/** A piece of the picture that stays the same object while nothing in it changes: a conversation, the contexts around it… */
export type PicturePart = {
  readonly nodes: readonly FlowNode[];
  /** Where the nodes are, in their order. */
  readonly strip: Strip;
  readonly wires: readonly Wire[];
};

const nothing: Strip = stripOf([]);

export const nodesPart = (nodes: readonly FlowNode[], spots: readonly Spot[], wires: readonly Wire[]): PicturePart => ({
  nodes,
  strip: stripOf(spots.map(({ rect }) => rect)),
  wires,
});

export const wiresPart = (wires: readonly Wire[]): PicturePart => ({ nodes: [], strip: nothing, wires });

const strips = new WeakMap<PicturePart, Strip>();

/** The room between the ends of each wire of a part, worked out when it is first looked for. */
export function wireStrip(part: PicturePart, spots: ReadonlyMap<string, Spot>): Strip {
  const known = strips.get(part);
  if (known !== undefined) return known;
  const made = part.wires.length === 0 ? nothing : stripOf(part.wires.map((wire) => roomOf(wire, spots)));
  strips.set(part, made);
  return made;
}

/** A wire without both its ends is not drawn. */
const nowhere: Rect = { x: -1e9, y: -1e9, width: 0, height: 0 };

function roomOf({ from, to }: Wire, spots: ReadonlyMap<string, Spot>): Rect {
  const [start, end] = [spots.get(from.node)?.rect, spots.get(to.node)?.rect];
  if (start === undefined || end === undefined) return nowhere;
  const [x, y, otherX, otherY] = [start.x + from.x, start.y + from.y, end.x + to.x, end.y + to.y];
  return { x: Math.min(x, otherX), y: Math.min(y, otherY), width: Math.abs(x - otherX), height: Math.abs(y - otherY) };
}
