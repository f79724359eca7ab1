import { useReactFlow } from 'reactflow';
import { useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';
import { noPath, useCanvasStore } from './canvas-store.ts';
import { useWireStart } from './use-wire-start.ts';
import { looseEnd } from './wires/loose-end.ts';
import type { PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';
import { valuePath } from './wires/value-path.ts';
import { wireName } from './wires/wire-name.ts';

type WireGripProps = { readonly wire: Wire; readonly path: string; readonly from: PathEnd; readonly to: PathEnd };

/** How near its end, in pixels of the window, a wire is taken off there. */
const endReach = 26;

/** What a text or the order of things draws cannot be taken away here, only seen. */
const isKept = (wire: Wire): boolean => wire.kind === 'sequence' || wire.unwire === null;

/** A wide, invisible line to take hold of a thin one: to choose it, to see where its value goes, to join an end anew. */
export function WireGrip({ wire, path, from, to }: WireGripProps) {
  const [isPointed, setPointed] = useState(false);
  const store = useCanvasStore();
  const { editor } = useStudio();
  const wires = useWireStart();
  const flow = useReactFlow();
  const choose = (more: boolean): void => {
    const { selectedWires } = store.getState();
    if (!more) editor.select([]);
    store.setState({ selectedWires: more ? [...selectedWires, wire.id] : [wire.id] });
  };
  const onClick = (event: MouseEvent): void => choose(event.shiftKey || event.ctrlKey || event.metaKey);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') choose(false);
  };
  const loosen = (event: PointerEvent, point: Point, reach: number): void => {
    if (event.button !== 0) return;
    const { spots } = store.getState().picture;
    const end = looseEnd(editor.getState().document, spots, wire, { from, to }, point, reach);
    if (end !== null) wires.pull(event, end.anchor.node, end.anchor, end.stays, end.unwire);
  };
  const onPointerDown = (event: PointerEvent): void =>
    loosen(event, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), endReach / flow.getZoom());
  const onPointerEnter = (): void => {
    setPointed(true);
    if (wire.kind === 'data') store.setState({ path: valuePath(store.getState().picture.wires, wire.slot) });
  };
  const onPointerLeave = (): void => {
    setPointed(false);
    store.setState({ path: noPath });
  };
  return (
    <g onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      <path
        className={`${isKept(wire) ? 'wire-touch' : 'wire-grip'} nopan`}
        d={path}
        role="button"
        tabIndex={-1}
        aria-label={wireName(wire)}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        <title>{wireName(wire)}</title>
      </path>
      {isPointed &&
        !isKept(wire) &&
        [from, to].map((end) => (
          <circle
            key={end === from ? 'from' : 'to'}
            className="wire-end nopan"
            data-end={end === from ? 'from' : 'to'}
            cx={beside(end).x}
            cy={beside(end).y}
            r={6}
            onPointerDown={(event) => loosen(event, end, 0)}
          >
            <title>Drag to join this end elsewhere</title>
          </circle>
        ))}
    </g>
  );
}

/** A little away from the pin, which lies on top of the wire. */
const handleAway = 15;
const ways = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const;

function beside({ x, y, side }: PathEnd): Point {
  const [right, down] = ways[side];
  return { x: x + right * handleAway, y: y + down * handleAway };
}
