import { assertNever } from '../../shared/base/assert-never.ts';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { slotText } from './layout/slot.ts';
import { typeHue } from './type-hue.ts';
import { useWireLight } from './use-wire-light.ts';
import { dataPath, sequencePath, transitionPath, type PathEnd } from './wires/wire-path.ts';
import type { Wire } from './wires/wire.ts';

type WireLineProps = {
  readonly wire: Wire;
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** The top of the node it ends at. */
  readonly ceiling: number;
  readonly selected: boolean;
};

/** One wire. Those that mean a mapping or a transition can be chosen and taken away. */
export const WireLine = memo(
  function WireLine({ wire, from, to, ceiling, selected }: WireLineProps) {
    const light = useWireLight(wire);
    const path = pathOf(wire, from, to, ceiling);
    const shared = { 'data-kind': wire.kind, 'data-light': light ?? undefined };
    if (wire.kind === 'sequence') return <path className="wire" d={path} {...shared} />;
    const looks =
      wire.kind === 'data' ? { 'data-type': typeHue(wire.type), 'data-default': wire.isDefault || undefined } : {};
    return (
      <g className="wire-group" data-wire={wire.id} data-selected={selected || undefined}>
        <path className="wire" d={path} {...shared} {...looks} />
        {wire.unwire !== null && <WireGrip wire={wire} path={path} />}
      </g>
    );
  },
  (before, after) =>
    before.wire === after.wire &&
    before.selected === after.selected &&
    before.ceiling === after.ceiling &&
    same(before.from, after.from) &&
    same(before.to, after.to),
);

/** A wide, invisible line to take hold of a thin one. */
function WireGrip({ wire, path }: { readonly wire: Wire; readonly path: string }) {
  const store = useCanvasStore();
  const { editor } = useStudio();
  const choose = (more: boolean): void => {
    const { selectedWires } = store.getState();
    if (!more) editor.select([]);
    store.setState({ selectedWires: more ? [...selectedWires, wire.id] : [wire.id] });
  };
  const onClick = (event: MouseEvent): void => choose(event.shiftKey || event.ctrlKey || event.metaKey);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') choose(false);
  };
  return (
    <path
      className="wire-grip nopan"
      d={path}
      role="button"
      tabIndex={-1}
      aria-label={wireName(wire)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <title>{wireName(wire)}</title>
    </path>
  );
}

function pathOf(wire: Wire, from: PathEnd, to: PathEnd, ceiling: number): string {
  switch (wire.kind) {
    case 'data':
      return dataPath(from, to, ceiling);
    case 'sequence':
      return sequencePath(from, to);
    case 'transition':
      return transitionPath(from, to, wire.lane);
    default:
      return assertNever(wire);
  }
}

function wireName(wire: Wire): string {
  switch (wire.kind) {
    case 'data':
      return `${slotText(wire.slot)}, ${wire.type}`;
    case 'transition':
      return [`Goes on with ${wire.label}`, wire.condition].filter(Boolean).join(' ');
    case 'sequence':
      return 'What comes next';
    default:
      return assertNever(wire);
  }
}

const same = (left: PathEnd, right: PathEnd): boolean =>
  left.x === right.x && left.y === right.y && left.side === right.side;
