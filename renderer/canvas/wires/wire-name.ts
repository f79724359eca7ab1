import { assertNever } from '../../../shared/base/assert-never.ts';
import { slotText } from '../layout/slot.ts';
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
