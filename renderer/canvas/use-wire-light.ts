import { attributeLight } from '../state/run-highlights.ts';
import { useLight } from './use-light.ts';
import type { Wire } from './wires/wire.ts';

/** What a run shows on a wire: the way that was taken, or a value that just travelled. */
export function useWireLight(wire: Wire): 'taken' | 'flowing' | null {
  const from = useLight(wire.kind === 'data' ? attributeLight(wire.slot.context, wire.slot.attribute) : wire.from.node);
  const to = useLight(wire.to.node);
  const start = useLight(wire.from.node);
  if (wire.kind === 'data') {
    const reads = to?.highlight === 'running' || to?.highlight === 'succeeded' || to?.highlight === 'selected';
    const writes = from?.highlight === 'changed' && start !== null && start.highlight !== 'searched';
    return reads || writes ? 'flowing' : null;
  }
  const said = from?.highlight === 'matched' || from?.highlight === 'selected' || from?.highlight === 'succeeded';
  if (wire.kind === 'transition') return said ? 'taken' : null;
  const went = to !== null && to.highlight !== 'searched' && to.highlight !== 'rejected';
  return said && went ? 'taken' : null;
}
