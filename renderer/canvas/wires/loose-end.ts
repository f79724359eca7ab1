import type { Command, Point } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Spot } from '../layout/spot.ts';
import { planUnwire } from './plan-unwire.ts';
import type { PathEnd } from './wire-path.ts';
import type { Anchor, Wire } from './wire.ts';
import type { WireEnd } from './wire-end.ts';

/** One end of a wire taken in hand: the other one stays, and what was joined is let go of when it is joined anew. */
export type LooseEnd = { readonly stays: WireEnd; readonly anchor: Anchor; readonly unwire: readonly Command[] };

/** The end of a wire nearer than `reach` to a point, to be joined elsewhere; null when none can be. */
export function looseEnd(
  document: Document,
  spots: ReadonlyMap<string, Spot>,
  wire: Wire,
  ends: { readonly from: PathEnd; readonly to: PathEnd },
  point: Point,
  reach: number,
): LooseEnd | null {
  if (wire.kind === 'sequence' || wire.unwire === null) return null;
  const [start, end] = [far(ends.from, point), far(ends.to, point)];
  if (Math.min(start, end) > reach) return null;
  const anchor = start < end ? wire.to : wire.from;
  const stays = endOf(spots, wire, anchor);
  return stays === null ? null : { stays, anchor, unwire: planUnwire(document, wire.unwire) };
}

/** What stands at an end: for a transition the intent or the frame, else the pin there. */
export function endOf(spots: ReadonlyMap<string, Spot>, wire: Wire, anchor: Anchor): WireEnd | null {
  if (wire.kind === 'transition')
    return anchor === wire.from
      ? { kind: 'next', intent: wire.intent }
      : { kind: 'level', id: wire.target, onTitle: true };
  const box = spots.get(anchor.node)?.box;
  if (box === undefined || !('pins' in box)) return null;
  return box.pins.find(({ x, y, side }) => x === anchor.x && y === anchor.y && side === anchor.side)?.end ?? null;
}

const far = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
