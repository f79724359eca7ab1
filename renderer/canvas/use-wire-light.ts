import { useCallback, type RefCallback } from 'react';
import { attributeLight, type Highlight } from '../state/run-highlights.ts';
import { useStudio } from '../state/studio.ts';
import type { Wire } from './wires/wire.ts';

type WireLight = 'taken' | 'flowing' | null;

/** Shows on the line of a wire what a run does there: for `ref`. The line is told itself, and nothing is rendered. */
export function useWireLight(wire: Wire): RefCallback<SVGPathElement> {
  const { run } = useStudio();
  return useCallback(
    (line) => {
      if (line === null) return undefined;
      let shown: WireLight = null;
      const tell = (): void => {
        const light = wireLight(wire, run.highlightOf);
        if (light === shown) return;
        shown = light;
        if (light === null) delete line.dataset['light'];
        else line.dataset['light'] = light;
      };
      tell();
      const stops = [sourceOf(wire), wire.from.node, wire.to.node].map((id) => run.onHighlight(id, tell));
      return () => {
        for (const stop of stops) stop();
        delete line.dataset['light'];
      };
    },
    [run, wire],
  );
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
