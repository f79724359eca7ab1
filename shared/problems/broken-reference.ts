import { parsedReferences } from './parsed-references.ts';
import type { Rule } from './rule.ts';

/** A reference that cannot be read is empty at run time, which is hardly ever meant. */
export const brokenReference: Rule = (document) =>
  parsedReferences(document).broken.map(({ ref, field, text, problem }) => ({
    code: 'P003-broken-reference',
    severity: 'error',
    ref,
    field,
    sentence: `“${text}” cannot be read at character ${problem.position + 1}: ${problem.sentence}`,
  }));
