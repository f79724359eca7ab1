import { useCallback, useSyncExternalStore } from 'react';
import { attributeLight, type Highlight } from '../state/run-highlights.ts';
import { useStudio } from '../state/studio.ts';
import type { Wire } from './wires/wire.ts';

type WireLight = 'taken' | 'flowing' | null;

/** What a run shows on a wire. Only this wire is drawn again when that changes. */
export function useWireLight(wire: Wire): WireLight {
  const { run } = useStudio();
  const listen = useCallback(
    (listener: () => void) => {
      const stops = [sourceOf(wire), wire.from.node, wire.to.node].map((id) => run.onHighlight(id, listener));
      return () => stops.forEach((stop) => stop());
    },
    [run, wire],
  );
  return useSyncExternalStore(listen, () => wireLight(wire, run.highlightOf));
}

/** The way that was taken, or a value that just travelled. */
function wireLight(wire: Wire, lightOf: (id: string) => Highlight | null): WireLight {
  const [from, to] = [lightOf(sourceOf(wire)), lightOf(wire.to.node)];
  if (wire.kind === 'data') {
    const start = lightOf(wire.from.node);
    const reads = to === 'running' || to === 'succeeded' || to === 'selected';
    const writes = from === 'changed' && start !== null && start !== 'searched';
    return reads || writes ? 'flowing' : null;
  }
  const said = from === 'matched' || from === 'selected' || from === 'succeeded';
  if (wire.kind === 'transition') return said ? 'taken' : null;
  const went = to !== null && to !== 'searched' && to !== 'rejected';
  return said && went ? 'taken' : null;
}

/** A value comes from its attribute, which is lit by name. */
const sourceOf = (wire: Wire): string =>
  wire.kind === 'data' ? attributeLight(wire.slot.context, wire.slot.attribute) : wire.from.node;
