import { ViewportPortal } from 'reactflow';
import { memo, useMemo } from 'react';
import { noPath, nothingHeld, useCanvas } from './canvas-store.ts';
import { isPainted } from './far/is-painted.ts';
import type { Rect } from './layout/rect.ts';
import { forEachIn } from './layout/strip.ts';
import { layers } from './flow-node.ts';
import { wireStrip } from './picture-part.ts';
import type { Picture } from './project-to-flow.ts';
import { useDetail, type Detail } from './use-detail.ts';
import { useMountedArea } from './use-visible-area.ts';
import { PointedWire, type DrawnWire } from './pointed-wire.tsx';
import { PulledWire } from './pulled-wire.tsx';
import { WireLine } from './wire-line.tsx';
import { WireLabel } from './wire-label.tsx';
import { wallBeside } from './wires/wall-beside.ts';
import { endAt } from './wires/wire-ends.ts';
import type { Wire } from './wires/wire.ts';

/** All wires in view, in one drawing between the frames and what is in them. */
export const WireLayer = memo(function WireLayer() {
  const picture = useCanvas((state) => state.picture);
  const { spots } = picture;
  const selected = useCanvas((state) => state.selectedWires);
  const detail = useDetail();
  const area = useMountedArea();
  const path = useCanvas((state) => (state.asked === null ? noPath : state.path));
  const inHand = useCanvas((state) => state.wireInHand);
  const near = useMemo(
    () => (isPainted(picture, detail) ? wireInHand(picture, inHand) : wiresNear(picture, area, detail, path)),
    [picture, area, detail, path, inHand],
  );
  // Where they are while nothing is carried: what is, moves on the page itself.
  const drawn = useMemo(
    () =>
      near.flatMap((wire): DrawnWire[] => {
        const [from, to] = [endAt(spots, nothingHeld, wire.from), endAt(spots, nothingHeld, wire.to)];
        if (from === null || to === null) return [];
        return [{ wire, from, to, wall: wallBeside(spots, wire, from, to) }];
      }),
    [near, spots],
  );
  return (
    <ViewportPortal>
      <svg className="wires" style={{ zIndex: layers.wires }} role="group" aria-label="Wires">
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
        {drawn.map(({ wire, from, to, wall }) => (
          <WireLine
            key={wire.id}
            wire={wire}
            from={from}
            to={to}
            ceiling={to.y - wire.to.y}
            wall={wall}
            selected={selected.includes(wire.id)}
          />
        ))}
        <PointedWire drawn={drawn} />
      </svg>
      <PulledWire />
      {detail === 'full' &&
        drawn.map(({ wire, from, to }) =>
          wire.kind === 'transition' ? <WireLabel key={wire.id} wire={wire} from={from} to={to} /> : null,
        )}
    </ViewportPortal>
  );
});

/** Painted wires become an element of the page under the pointer. */
const wireInHand = ({ wires }: Picture, id: string | null): readonly Wire[] =>
  id === null ? [] : wires.filter((wire) => wire.id === id);

/** How far a wire may bend out of the rectangle between its ends. */
const reach = 320;

/** The wires in view. They stay while nodes are dragged: a wire in hand is not lost at the edge. */
function wiresNear({ parts, spots }: Picture, area: Rect, detail: Detail, path: ReadonlySet<string>): readonly Wire[] {
  const near: Wire[] = [];
  for (const part of parts)
    forEachIn(wireStrip(part, spots), area, reach, (index) => {
      const wire = part.wires[index];
      if (wire !== undefined && (isShown(wire, detail) || path.has(wire.id))) near.push(wire);
    });
  return near;
}

/** Further out, only the course of the talk is left. */
const isShown = (wire: Wire, detail: Detail): boolean =>
  detail === 'full' || wire.kind === 'transition' || (detail === 'block' && wire.kind === 'sequence');
