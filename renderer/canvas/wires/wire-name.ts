import { assertNever } from '../../../shared/base/assert-never.ts';
import { slotText } from '../layout/slot.ts';
import { nodeTitle } from '../layout/node-name.ts';
import type { Spot } from '../layout/spot.ts';
import type { Wire } from './wire.ts';

/** What a wire is called by screen readers, and under the pointer. */
export function wireName(wire: Wire): string {
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

/** The same, with where it begins and ends: for those who do not see that. */
export function endsName(wire: Wire, spots: ReadonlyMap<string, Spot>): string {
  const [from, to] = [wire.from, wire.to].map(({ node }) => {
    const box = spots.get(node)?.box;
    return box === undefined ? node : nodeTitle(box);
  });
  return `${wireName(wire)}, from ${from} to ${to}`;
}
