import { memo } from 'react';
import { useCanvas } from './canvas-store.ts';
import { typeHue } from './type-hue.ts';
import { useWireLight } from './use-wire-light.ts';
import { WireGrip } from './wire-grip.tsx';
import { wirePath, type PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';

type WireLineProps = {
  readonly wire: Wire;
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** The top of the node it ends at. */
  readonly ceiling: number;
  /** How far to the right reaches what it goes around. */
  readonly wall: number | null;
  readonly selected: boolean;
};

/** One wire. Those that mean a mapping or a transition can be chosen and taken away. */
export const WireLine = memo(
  function WireLine({ wire, from, to, ceiling, wall, selected }: WireLineProps) {
    const lit = useWireLight(wire);
    const path = wirePath(wire, from, to, ceiling, wall);
    const onPath = useCanvas((state) => state.path.has(wire.id));
    const isPointed = useCanvas((state) => state.pointed === wire.id);
    const looks =
      wire.kind === 'data' ? { 'data-type': typeHue(wire.type), 'data-default': wire.isDefault || undefined } : {};
    return (
      <g
        className="wire-group"
        data-wire={wire.id}
        data-selected={selected || undefined}
        data-on-path={onPath || undefined}
        data-pointed={isPointed || undefined}
      >
        <path ref={lit} className="wire" d={path} data-kind={wire.kind} {...looks} />
        <WireGrip wire={wire} path={path} from={from} to={to} />
      </g>
    );
  },
  (before, after) =>
    before.wire === after.wire &&
    before.selected === after.selected &&
    before.ceiling === after.ceiling &&
    before.wall === after.wall &&
    same(before.from, after.from) &&
    same(before.to, after.to),
);

const same = (left: PathEnd, right: PathEnd): boolean =>
  left.x === right.x && left.y === right.y && left.side === right.side;
