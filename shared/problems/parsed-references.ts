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
  for (const use of collectReferences(document)) {
    const parsed = parsedUse(use);
    uses.push(...parsed.uses);
    broken.push(...parsed.broken);
  }
  const found = { uses, broken };
  cache.set(document, found);
  return found;
}

const parsedUses = new WeakMap<ReferenceUse, ParsedReferences>();

function parsedUse(use: ReferenceUse): ParsedReferences {
  const known = parsedUses.get(use) ?? parseUse(use);
  parsedUses.set(use, known);
  return known;
}

function parseUse(use: ReferenceUse): ParsedReferences {
  const { ref, field, text } = use;
  if (use.form === 'template') {
    const { parts, problems } = parseTemplate(text);
    return {
      uses: parts.flatMap((part) => (typeof part === 'string' ? [] : usesOf(use, part.reference))),
      broken: problems.map((problem) => ({ ref, field, text, problem })),
    };
  }
  if (text.trim() === '') return { uses: [], broken: [] };
  const parsed = parseReference(text);
  return parsed.ok
    ? { uses: usesOf(use, parsed.value), broken: [] }
    : { uses: [], broken: [{ ref, field, text, problem: parsed.failure }] };
}

/** What it points at, and what its filters read: `{user.price | replace x @user.currency}`. */
function usesOf({ ref, field, access }: ReferenceUse, reference: Reference): readonly ParsedUse[] {
  const read = reference.filters
    .flatMap(({ args }) => args)
    .flatMap((one) => (one.kind === 'reference' ? [{ ...one.target, filters: [] }] : []));
  const contextOf = (one: Reference): string => one.context ?? defaultContext;
  return [
    { ref, field, access, reference, context: contextOf(reference) },
    ...read.map((one) => ({ ref, field, access: 'read' as const, reference: one, context: contextOf(one) })),
  ];
}
