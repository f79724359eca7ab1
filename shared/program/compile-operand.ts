import type { Json } from '../base/json.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import type { Operand } from '../model/operand.ts';
import { parseReference } from '../reference/parse-reference.ts';
import type { Reference } from '../reference/reference.ts';

/** A value to read: written down, behind a reference, or behind one that cannot be read and so is always missing. */
export type CompiledOperand =
  | { readonly kind: 'value'; readonly value: Json; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference; readonly text: string }
  | { readonly kind: 'broken'; readonly text: string };

export function compileOperand(operand: Operand): CompiledOperand {
  if (operand.kind === 'value') return { kind: 'value', value: operand.value, text: JSON.stringify(operand.value) };
  const text = operand.reference;
  const parsed = parseReference(text);
  return parsed.ok ? { kind: 'reference', reference: parsed.value, text } : { kind: 'broken', text };
}

/** Where a value is written to; null when the text names nothing. */
export type WriteTarget = { readonly context: string; readonly attribute: string };

export function compileTarget(text: string): WriteTarget | null {
  const parsed = parseReference(text);
  return parsed.ok ? { context: parsed.value.context ?? defaultContext, attribute: parsed.value.attribute } : null;
}
