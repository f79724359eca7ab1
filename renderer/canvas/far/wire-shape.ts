import type { Point } from '../../../shared/commands/command.ts';
import { endAt } from '../wires/wire-ends.ts';
import { transitionPath } from '../wires/wire-path.ts';
import type { Wire } from '../wires/wire.ts';
import type { Spot } from '../layout/spot.ts';
import { around, type Rect } from '../layout/rect.ts';

/** A wire as it is painted: its line, the head of its arrow, and the room they take. */
export type WireShape = { readonly line: Path2D; readonly head: Path2D; readonly rect: Rect };

const nobodyHeld: ReadonlyMap<string, Point> = new Map();
/** How far a wire goes around what is between its ends. */
const detour = 40;

/** The transitions of a picture, ready to be painted; the others are too fine to be seen from there. */
export function wireShapes(
  wires: readonly Wire[],
  spots: ReadonlyMap<string, Spot>,
  headLength = farHead,
): ReadonlyMap<string, WireShape> {
  const shapes = new Map<string, WireShape>();
  for (const wire of wires) {
    if (wire.kind !== 'transition') continue;
    const [from, to] = [endAt(spots, nobodyHeld, wire.from), endAt(spots, nobodyHeld, wire.to)];
    const room = from === null || to === null ? null : around([point(from), point(to)]);
    if (from === null || to === null || room === null) continue;
    const head = new Path2D();
    const back = to.side === 'left' ? -1 : 1;
    head.moveTo(to.x, to.y);
    head.lineTo(to.x + back * headLength, to.y - headLength / 2);
    head.lineTo(to.x + back * headLength, to.y + headLength / 2);
    head.closePath();
    const rect = {
      x: room.x - detour,
      y: room.y - detour,
      width: room.width + 2 * detour,
      height: room.height + 2 * detour,
    };
    shapes.set(wire.id, { line: new Path2D(transitionPath(from, to, wire.lane)), head, rect });
  }
  return shapes;
}

/** Of an arrow that is seen from far away. */
const farHead = 26;
const point = ({ x, y }: { readonly x: number; readonly y: number }): Rect => ({ x, y, width: 0, height: 0 });
