import { useReactFlow } from 'reactflow';
import { useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
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
export const isKept = (wire: Wire): boolean => wire.kind === 'sequence' || wire.unwire === null;

/** A wide, invisible line to take hold of a thin one: to choose it, to see where its value goes, to join an end anew. */
export function WireGrip(props: WireGripProps) {
  const { wire, path } = props;
  const hold = useWireHold(props);
  return (
    <path
      className={`${isKept(wire) ? 'wire-touch' : 'wire-grip'} nopan`}
      d={path}
      role="button"
      tabIndex={-1}
      aria-label={wireName(wire)}
      onPointerEnter={hold.point}
      onPointerLeave={(event) => {
        // Onto the same wire as it lies above the others.
        const next = event.relatedTarget;
        if (!(next instanceof Element) || next.closest('.pointed-wire') === null) hold.leave();
      }}
      onClick={hold.onClick}
      onKeyDown={hold.onKeyDown}
      onPointerDown={hold.onPointerDown}
    >
      <title>{wireName(wire)}</title>
    </path>
  );
}

/** What a hand does with a wire. */
export function useWireHold({ wire, from, to }: Omit<WireGripProps, 'path'>) {
  const store = useCanvasStore();
  const { editor } = useStudio();
  const wires = useWireStart();
  const flow = useReactFlow();
  return useMemo(() => {
    const choose = (more: boolean): void => {
      const { selectedWires } = store.getState();
      if (!more) editor.select([]);
      store.setState({ selectedWires: more ? [...selectedWires, wire.id] : [wire.id] });
    };
    const leave = (): void => store.setState({ pointed: null, path: noPath });
    const loosen = (event: PointerEvent, point: Point, reach: number): void => {
      if (event.button !== 0) return;
      const { spots } = store.getState().picture;
      const end = looseEnd(editor.getState().document, spots, wire, { from, to }, point, reach);
      if (end === null) return;
      leave();
      wires.pull(event, end.anchor.node, end.anchor, end.stays, end.unwire);
    };
    return {
      point: (): void => {
        const { picture } = store.getState();
        store.setState({
          pointed: wire.id,
          ...(wire.kind === 'data' ? { path: valuePath(picture.wires, wire.slot) } : {}),
        });
      },
      leave,
      loosen,
      onClick: (event: MouseEvent): void => choose(event.shiftKey || event.ctrlKey || event.metaKey),
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.key === 'Enter' || event.key === ' ') choose(false);
      },
      onPointerDown: (event: PointerEvent): void =>
        loosen(event, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), endReach / flow.getZoom()),
    };
  }, [editor, flow, from, store, to, wire, wires]);
}
