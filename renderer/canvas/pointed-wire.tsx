import type { Point } from '../../shared/commands/command.ts';
import { useCanvas } from './canvas-store.ts';
import { isKept, useWireHold } from './wire-grip.tsx';
import { wirePath, type PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';

export type DrawnWire = {
  readonly wire: Wire;
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** What it goes around on its right. */
  readonly wall: number | null;
};

/** The wire under the pointer, once more above all others: where many meet, its own ends can be taken hold of. */
export function PointedWire({ drawn }: { readonly drawn: readonly DrawnWire[] }) {
  const pointed = useCanvas((state) => state.pointed);
  const found = pointed === null ? undefined : drawn.find(({ wire }) => wire.id === pointed);
  return found === undefined ? null : <Hold {...found} />;
}

function Hold({ wire, from, to, wall }: DrawnWire) {
  const hold = useWireHold({ wire, from, to });
  const path = wirePath(wire, from, to, to.y - wire.to.y, wall);
  return (
    <g className="pointed-wire" data-wire={wire.id} onPointerLeave={hold.leave}>
      <path
        className={`${isKept(wire) ? 'wire-touch' : 'wire-grip'} nopan`}
        d={path}
        aria-hidden
        onClick={hold.onClick}
        onPointerDown={hold.onPointerDown}
      />
      {!isKept(wire) &&
        (['from', 'to'] as const).map((name) => {
          const end = name === 'from' ? from : to;
          const { x, y } = beside(end);
          return (
            <circle
              key={name}
              className="wire-end nopan"
              data-end={name}
              cx={x}
              cy={y}
              r={6}
              onPointerDown={(event) => hold.loosen(event, end, 0)}
            >
              <title>Drag to join this end elsewhere</title>
            </circle>
          );
        })}
    </g>
  );
}

/** A little away from the pin, which lies on top of the wire. */
const away = 15;
const ways = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const;

function beside({ x, y, side }: PathEnd): Point {
  const [right, down] = ways[side];
  return { x: x + right * away, y: y + down * away };
}
