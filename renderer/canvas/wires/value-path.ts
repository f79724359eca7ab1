import { sameSlot, slotText, type Slot } from '../layout/slot.ts';
import type { Wire } from './wire.ts';

/** Every wire that carries an attribute, from where it is set to where it is read, and what stands at their ends. */
export function valuePath(wires: readonly Wire[], slot: Slot): ReadonlySet<string> {
  const path = new Set<string>();
  for (const wire of wires) {
    if (wire.kind !== 'data' || !sameSlot(wire.slot, slot)) continue;
    path.add(wire.id);
    path.add(wire.from.node);
    path.add(wire.to.node);
  }
  return path;
}

/** The ways of all values that come from a node or go to it. */
export function pathsThrough(wires: readonly Wire[], node: string): ReadonlySet<string> {
  const slots = new Map<string, Slot>();
  for (const wire of wires)
    if (wire.kind === 'data' && (wire.from.node === node || wire.to.node === node))
      slots.set(slotText(wire.slot), wire.slot);
  const path = new Set<string>();
  for (const slot of slots.values()) for (const id of valuePath(wires, slot)) path.add(id);
  return path;
}
