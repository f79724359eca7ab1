import { ViewportPortal } from 'reactflow';
import { memo, useMemo } from 'react';
import { useCanvas } from './canvas-store.ts';
import { isPainted } from './far/is-painted.ts';
import { touches, type Rect } from './layout/rect.ts';
import { layers } from './flow-node.ts';
import type { Picture } from './project-to-flow.ts';
import { useDetail, type Detail } from './use-detail.ts';
import { useVisibleArea } from './use-visible-area.ts';
import { PulledWire } from './pulled-wire.tsx';
import { WireLine } from './wire-line.tsx';
import { WireLabel } from './wire-label.tsx';
import { endAt } from './wires/wire-ends.ts';
import type { PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';

/** All wires in view, in one drawing between the frames and what is in them. */
export const WireLayer = memo(function WireLayer() {
  const picture = useCanvas((state) => state.picture);
  const { spots } = picture;
  const held = useCanvas((state) => state.held);
  const selected = useCanvas((state) => state.selectedWires);
  const detail = useDetail();
  const area = useVisibleArea();
  const near = useMemo(() => wiresNear(picture, area, detail), [picture, area, detail]);
  const drawn = near.flatMap((wire): Drawn[] => {
    const [from, to] = [endAt(spots, held, wire.from), endAt(spots, held, wire.to)];
    return from === null || to === null ? [] : [{ wire, from, to }];
  });
  return (
    <ViewportPortal>
      <svg className="wires" style={{ zIndex: layers.wires }} aria-label="Wires">
        <defs>
          <marker
            id="wire-arrow"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="4.2"
            markerHeight="4.2"
            orient="auto"
          >
            <path d="M1,1 L9,5 L1,9 Z" />
          </marker>
        </defs>
        {drawn.map(({ wire, from, to }) => (
          <WireLine
            key={wire.id}
            wire={wire}
            from={from}
            to={to}
            ceiling={to.y - wire.to.y}
            selected={selected.includes(wire.id)}
          />
        ))}
        <PulledWire />
      </svg>
      {detail === 'full' &&
        drawn.map(({ wire, from, to }) =>
          wire.kind === 'transition' ? <WireLabel key={wire.id} wire={wire} from={from} to={to} /> : null,
        )}
    </ViewportPortal>
  );
});

type Drawn = { readonly wire: Wire; readonly from: PathEnd; readonly to: PathEnd };

/** How far a wire may bend out of the rectangle between its ends. */
const reach = 160;

/** The wires in view. They stay while nodes are dragged: a wire in hand is not lost at the edge. */
const wiresNear = ({ wires, spots }: Picture, area: Rect, detail: Detail): readonly Wire[] => {
  if (isPainted({ spots }, detail)) return [];
  return wires.filter((wire) => {
    if (!isShown(wire, detail)) return false;
    const [from, to] = [spots.get(wire.from.node)?.rect, spots.get(wire.to.node)?.rect];
    if (from === undefined || to === undefined) return false;
    const left = Math.min(from.x + wire.from.x, to.x + wire.to.x);
    const top = Math.min(from.y + wire.from.y, to.y + wire.to.y);
    const width = Math.abs(from.x + wire.from.x - to.x - wire.to.x);
    const height = Math.abs(from.y + wire.from.y - to.y - wire.to.y);
    return touches({ x: left, y: top, width, height }, area, reach);
  });
};

/** Further out, only the course of the talk is left. */
const isShown = (wire: Wire, detail: Detail): boolean =>
  detail === 'full' || wire.kind === 'transition' || (detail === 'block' && wire.kind === 'sequence');
