import { assertNever } from '../../../shared/base/assert-never.ts';
import { slotText } from '../layout/slot.ts';
import type { WireEnd } from './wire-end.ts';

/** What an end is called in menus and by screen readers. */
export function endName(end: WireEnd): string {
  switch (end.kind) {
    case 'output':
      return `result ${end.name}`;
    case 'input':
      return `argument ${end.name}`;
    case 'expects':
      return end.slot === null ? 'a new attribute' : `attribute ${slotText(end.slot)}`;
    case 'slot':
      return slotText(end.slot);
    case 'context':
      return `a new attribute of ${end.context}`;
    case 'next':
      return 'where the talk goes next';
    case 'intent':
      return `intent ${end.intent}`;
    case 'action':
      return `action ${end.action}`;
    case 'level':
      return end.id;
    default:
      return assertNever(end);
  }
}
