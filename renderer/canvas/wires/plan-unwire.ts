import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { recordIn, type Document } from '../../../shared/model/document.ts';
import { sameSlot, toSlot } from '../layout/slot.ts';
import type { Unwire } from './wire.ts';

/** The commands that take a wire away. */
export function planUnwire(document: Document, unwire: Unwire): readonly Command[] {
  switch (unwire.kind) {
    case 'input':
      return [{ kind: 'input.map', use: unwire.use, input: unwire.name, operand: null }];
    case 'output':
      return [{ kind: 'output.map', use: unwire.use, output: unwire.name, reference: null }];
    case 'transition':
      return [{ kind: 'transition.set', intent: unwire.intent, target: null }];
    case 'expects': {
      const expected = recordIn(document, 'intents', unwire.intent)?.expectedAttributes ?? [];
      return expected
        .filter((reference) => leadsTo(reference, unwire.slot))
        .map((reference) => ({ kind: 'intent.expect', intent: unwire.intent, reference, expected: false }));
    }
    case 'sets': {
      const intent = recordIn(document, 'intents', unwire.intent);
      if (intent === undefined) return [];
      const setAttributes = intent.setAttributes.filter(({ reference }) => !leadsTo(reference, unwire.slot));
      return [{ kind: 'record.update', table: 'intents', id: intent.id, changes: { setAttributes } }];
    }
    default:
      return assertNever(unwire);
  }
}

function leadsTo(reference: string, slot: Parameters<typeof sameSlot>[1]): boolean {
  const own = toSlot(reference);
  return own !== null && sameSlot(own, slot);
}
