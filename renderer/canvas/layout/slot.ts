import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { parseReference } from '../../../shared/reference/parse-reference.ts';
import { templateReferences } from '../../../shared/reference/parse-template.ts';

/** One attribute in one context: what a data wire ends at. */
export type Slot = { readonly context: string; readonly attribute: string };

export const slotText = (slot: Slot): string => `${slot.context}.${slot.attribute}`;

/** How a slot is called beside a pin: the default context goes without saying. */
export const slotLabel = (slot: Slot): string => (slot.context === defaultContext ? slot.attribute : slotText(slot));

export const sameSlot = (left: Slot, right: Slot): boolean =>
  left.context === right.context && left.attribute === right.attribute;

/** Where a reference points, whatever it picks out of the value; null when it cannot be read. */
export function toSlot(reference: string): Slot | null {
  const parsed = parseReference(reference);
  return parsed.ok ? { context: parsed.value.context ?? defaultContext, attribute: parsed.value.attribute } : null;
}

export const operandSlot = (operand: Operand | undefined): Slot | null =>
  operand?.kind === 'reference' ? toSlot(operand.reference) : null;

/** What the texts of a message read, each once, in the order of reading. */
export function textSlots(texts: readonly string[]): readonly Slot[] {
  const slots = new Map<string, Slot>();
  for (const text of texts)
    for (const { context, attribute } of templateReferences(text)) {
      const slot = { context: context ?? defaultContext, attribute };
      slots.set(slotText(slot), slot);
    }
  return [...slots.values()];
}

/** Types by attribute name. An attribute nobody registered is a text. */
export type AttributeTypes = ReadonlyMap<string, AttributeType>;

export const attributeTypes = (document: Document): AttributeTypes =>
  new Map([...document.tables.attributes.values()].map(({ name, type }) => [name, type]));

export const typeOfSlot = (types: AttributeTypes, slot: Slot): AttributeType => types.get(slot.attribute) ?? 'string';

/** Where a result goes that nobody sent anywhere. */
export const defaultSlot = (output: string): Slot => ({ context: defaultContext, attribute: output });

export const assignmentSlots = (action: ActionRecord): readonly Slot[] =>
  action.kind === 'setAttributes' ? action.assignments.flatMap(({ reference }) => toSlot(reference) ?? []) : [];
