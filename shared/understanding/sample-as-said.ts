import type { Document } from '../model/document.ts';
import { attributeNamed } from '../model/selectors/attribute-named.ts';
import { parseTemplate } from '../reference/parse-template.ts';

/** A sample with the examples of its attributes; null when one of them has no example to give. */
export function sampleAsSaid(document: Document, sample: string): string | null {
  const parts = parseTemplate(sample).parts.map((part) => {
    if (typeof part === 'string') return part;
    const example = attributeNamed(document, part.reference.attribute)?.example ?? null;
    return typeof example === 'string' || typeof example === 'number' ? String(example) : null;
  });
  return parts.includes(null) ? null : parts.join('');
}
