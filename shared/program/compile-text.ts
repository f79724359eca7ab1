import { parseTemplate, type Template } from '../reference/parse-template.ts';

/** A text to fill in; `constant` is the whole of it when there is nothing to fill in. */
export type CompiledText = { readonly template: Template; readonly constant: string | null };

export function compileText(text: string): CompiledText {
  const template = parseTemplate(text);
  const constant = template.parts.every((part) => typeof part === 'string') ? template.parts.join('') : null;
  return { template, constant };
}
