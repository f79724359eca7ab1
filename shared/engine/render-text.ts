import type { CompiledText } from '../program/compile-text.ts';
import { fillMarkdown } from '../reference/fill-markdown.ts';
import { renderTemplate, type ValueScope } from '../reference/read-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { MASK, showsSensitive } from './mask.ts';
import type { StepDraft } from './step-draft.ts';

/** A text as the person sees it, and as the trace may show it. Both are the same object unless something is hidden. */
export type Rendered<Value> = { readonly shown: Value; readonly traced: Value };

/** A single text with markdown, such as a question or a failure message. */
export function renderText(draft: StepDraft, text: CompiledText): Rendered<string> {
  const shown = fillMarked(draft, text);
  const references = text.template.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.reference]));
  return { shown, traced: isHidden(draft, references) ? fillMarked(maskedScope(draft), text) : shown };
}

export const fillText = (scope: ValueScope, text: CompiledText, escape?: (value: string) => string): string =>
  text.constant ?? renderTemplate(text.template, scope, escape);

/** The same for a text with markdown, in which values are escaped. */
export const fillMarked = (scope: ValueScope, { constant, template }: CompiledText): string =>
  constant ?? fillMarkdown(template, scope);

export const isHidden = (draft: StepDraft, references: readonly Reference[]): boolean =>
  draft.program.sensitive.size > 0 && references.some((reference) => showsSensitive(draft.program, reference));

/** Reads as the trace may show it. */
export const maskedScope = (draft: StepDraft): ValueScope => ({
  now: draft.now,
  typeOf: draft.typeOf,
  memberTypeOf: draft.memberTypeOf,
  read: (context, attribute) => {
    const value = draft.read(context, attribute);
    return value !== null && draft.program.sensitive.has(attribute) ? MASK : value;
  },
});
