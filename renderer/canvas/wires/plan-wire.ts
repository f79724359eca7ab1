import type { Command } from '../../../shared/commands/command.ts';
import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import { recordIn, type Document } from '../../../shared/model/document.ts';
import { freeNumbered, type ActionUseId, type IntentId } from '../../../shared/model/ids.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';
import { isReadOnlyContext } from '../layout/place-contexts.ts';
import { slotText, type Slot } from '../layout/slot.ts';
import { attributeName } from './attribute-name.ts';
import type { WireEnd } from './wire-end.ts';

/** The command that joins two ends, whichever was grabbed first; null when they have nothing to say to each other. */
export const planWire = (document: Document, one: WireEnd, other: WireEnd): Command | null =>
  join(document, one, other) ?? join(document, other, one);

/** `from` gives, `to` takes. */
function join(document: Document, from: WireEnd, to: WireEnd): Command | null {
  switch (from.kind) {
    case 'output':
      return fromOutput(document, from, to);
    case 'expects':
      return fromExpected(document, from, to);
    case 'slot':
      return to.kind === 'input' ? mapInput(to.use, to.name, from.slot) : null;
    case 'context':
      return to.kind === 'input' ? mapInput(to.use, to.name, newSlot(from.context, to.name)) : null;
    case 'next':
    case 'intent':
      return fromIntent(document, from.intent, to);
    default:
      return null;
  }
}

type Output = Extract<WireEnd, { kind: 'output' }>;
type Expected = Extract<WireEnd, { kind: 'expects' }>;

function fromOutput(document: Document, from: Output, to: WireEnd): Command | null {
  const slot = takenBy(document, to, from.name);
  if (slot !== null) return { kind: 'output.map', use: from.use, output: from.name, reference: slotText(slot) };
  if (to.kind !== 'input' || to.use === from.use) return null;
  const reference = findActionUse(document, from.use)?.use.outputs[from.name] ?? `${defaultContext}.${from.name}`;
  return { kind: 'input.map', use: to.use, input: to.name, operand: { kind: 'reference', reference } };
}

function fromExpected(document: Document, from: Expected, to: WireEnd): Command | null {
  const expect = (slot: Slot, expected: boolean): Command => ({
    kind: 'intent.expect',
    intent: from.intent,
    reference: slotText(slot),
    expected,
  });
  const slot = takenBy(document, to, from.slot?.attribute ?? unusedName(document));
  if (slot !== null) {
    if (from.slot === null) return expect(slot, true);
    const commands = [expect(from.slot, false), expect(slot, true)];
    return { kind: 'several', label: 'Keep attribute elsewhere', commands };
  }
  if (to.kind !== 'input') return null;
  if (from.slot !== null) return mapInput(to.use, to.name, from.slot);
  const made = newSlot(defaultContext, to.name);
  const commands = [expect(made, true), mapInput(to.use, to.name, made)];
  return { kind: 'several', label: 'Ask for an attribute', commands };
}

/** Nobody has said yet what it is that was said. */
const unusedName = (document: Document): string =>
  freeNumbered('value', '_', (name) => document.tables.attributes.some((attribute) => attribute.name === name));

/** Where a value would be kept that is dropped here; null when nothing is kept here. */
function takenBy(document: Document, to: WireEnd, name: string): Slot | null {
  if (to.kind === 'slot') return isWritable(document, to.slot.context) ? to.slot : null;
  return to.kind === 'context' && isWritable(document, to.context) ? newSlot(to.context, name) : null;
}

function isWritable(document: Document, context: string): boolean {
  const record = document.tables.contexts.find(({ name }) => name === context) ?? null;
  return !isReadOnlyContext(context, record);
}

function fromIntent(document: Document, intent: IntentId, to: WireEnd): Command | null {
  if (to.kind === 'level') return { kind: 'transition.set', intent, target: to.id };
  if (to.kind === 'action') return { kind: 'action.attach', action: to.action, intent };
  if (to.kind !== 'intent' || to.intent === intent) return null;
  const target = recordIn(document, 'intents', to.intent)?.turn;
  return target === undefined ? null : { kind: 'transition.set', intent, target };
}

const newSlot = (context: string, name: string): Slot => ({ context, attribute: attributeName(name) });

function mapInput(use: ActionUseId, input: string, slot: Slot): Command {
  const operand: Operand = { kind: 'reference', reference: slotText(slot) };
  return { kind: 'input.map', use, input, operand };
}
