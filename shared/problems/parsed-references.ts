import type { Document } from '../model/document.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import { parseReference, type Reference, type SyntaxProblem } from '../reference/parse-reference.ts';
import { parseTemplate } from '../reference/parse-template.ts';
import { collectReferences, type ReferenceUse } from './collect-references.ts';

export type ParsedUse = Pick<ReferenceUse, 'ref' | 'field' | 'access'> & {
  readonly reference: Reference;
  /** The context it means, with the default filled in. */
  readonly context: string;
};
export type BrokenUse = Pick<ReferenceUse, 'ref' | 'field' | 'text'> & { readonly problem: SyntaxProblem };
export type ParsedReferences = { readonly uses: readonly ParsedUse[]; readonly broken: readonly BrokenUse[] };

const cache = new WeakMap<Document, ParsedReferences>();

/** Every reference of the document, parsed once for all rules. */
export function parsedReferences(document: Document): ParsedReferences {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const uses: ParsedUse[] = [];
  const broken: BrokenUse[] = [];
  const keep = (use: ReferenceUse, reference: Reference): void => {
    const { ref, field, access } = use;
    uses.push({ ref, field, access, reference, context: reference.context ?? defaultContext });
  };
  for (const use of collectReferences(document)) {
    if (use.form === 'template') {
      const template = parseTemplate(use.text);
      for (const part of template.parts) if (typeof part !== 'string') keep(use, part.reference);
      for (const problem of template.problems) broken.push({ ref: use.ref, field: use.field, text: use.text, problem });
    } else if (use.text.trim() !== '') {
      const parsed = parseReference(use.text);
      if (parsed.ok) keep(use, parsed.value);
      else broken.push({ ref: use.ref, field: use.field, text: use.text, problem: parsed.failure });
    }
  }
  const found = { uses, broken };
  cache.set(document, found);
  return found;
}
