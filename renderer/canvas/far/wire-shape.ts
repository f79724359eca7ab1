import type { Point } from '../../../shared/commands/command.ts';
import { endAt } from '../wires/wire-ends.ts';
import { sequencePath, transitionPath, type PathEnd } from '../wires/wire-path.ts';
import type { Wire } from '../wires/wire.ts';
import type { Spot } from '../layout/spot.ts';
import { around, grow, type Rect } from '../layout/rect.ts';

/** A wire as it is painted: its line, the head of its arrow, and the room they take. */
export type WireShape = {
  readonly kind: Wire['kind'];
  /** What it joins. */
  readonly nodes: readonly [string, string];
  readonly line: Path2D;
  readonly head: Path2D;
  readonly rect: Rect;
};

type Spots = ReadonlyMap<string, Spot>;
type Held = ReadonlyMap<string, Point>;

const nobodyHeld: Held = new Map();
/** How far a wire goes around what is between its ends. */
const detour = 40;

/** The transitions of a picture, ready to be painted; the others are too fine to be seen from there. */
export function wireShapes(wires: readonly Wire[], spots: Spots, headLength = farHead): ReadonlyMap<string, WireShape> {
  const shapes = new Map<string, WireShape>();
  for (const wire of wires) {
    const shape = wire.kind === 'transition' ? shapeOf(wire, spots, nobodyHeld, headLength) : null;
    if (shape !== null) shapes.set(wire.id, shape);
  }
  return shapes;
}

type Known = WeakMap<readonly Wire[], { readonly spots: Spots; readonly shapes: ReadonlyMap<string, WireShape> }>;

/** Made once for a picture, however often its zoom changes. */
function remembered(known: Known, wires: readonly Wire[], spots: Spots, make: () => ReadonlyMap<string, WireShape>) {
  const before = known.get(wires);
  if (before?.spots === spots) return before.shapes;
  const shapes = make();
  known.set(wires, { spots, shapes });
  return shapes;
}

const far: Known = new WeakMap();
const courses: Known = new WeakMap();

/** The same, as it is seen from far away on the canvas. */
export const farShapes = (wires: readonly Wire[], spots: Spots): ReadonlyMap<string, WireShape> =>
  remembered(far, wires, spots, () => wireShapes(wires, spots));

/** The course of the talk as blocks show it, the order within turns too. */
export const courseShapes = (wires: readonly Wire[], spots: Spots): ReadonlyMap<string, WireShape> =>
  remembered(courses, wires, spots, () => {
    const shapes = new Map<string, WireShape>();
    for (const wire of wires) {
      const shape = wire.kind === 'data' ? null : shapeOf(wire, spots, nobodyHeld, blockHead);
      if (shape !== null) shapes.set(wire.id, shape);
    }
    return shapes;
  });

/** A wire where it is now, with what is carried; null while one of its ends is not drawn. */
export function shapeOf(wire: Wire, spots: Spots, held: Held, headLength = blockHead): WireShape | null {
  const [from, to] = [endAt(spots, held, wire.from), endAt(spots, held, wire.to)];
  const room = from === null || to === null ? null : around([point(from), point(to)]);
  if (from === null || to === null || room === null) return null;
  let [line, head]: [Path2D | null, Path2D | null] = [null, null];
  const course = (): string =>
    wire.kind === 'transition' ? transitionPath(from, to, wire.lane) : sequencePath(from, to);
  return {
    kind: wire.kind,
    nodes: [wire.from.node, wire.to.node],
    rect: grow(room, detour),
    // Of thousands of wires, those that come into view are made into paths.
    get line() {
      return (line ??= new Path2D(course()));
    },
    get head() {
      return (head ??= headPath(to, headLength));
    },
  };
}

function headPath({ x, y, side }: PathEnd, length: number): Path2D {
  const head = new Path2D();
  const back = side === 'left' ? -length : length;
  head.moveTo(x, y);
  head.lineTo(x + back, y - length / 2);
  head.lineTo(x + back, y + length / 2);
  head.closePath();
  return head;
}

/** Of an arrow that is seen from far away, and of one between blocks. */
export const farHead = 26;
export const blockHead = 13;
const point = ({ x, y }: { readonly x: number; readonly y: number }): Rect => ({ x, y, width: 0, height: 0 });
