import type { Template, TemplateReference } from './parse-template.ts';

/** A text with one character of its own in the place of each reference, so that marks in it can be read before values. */
export type Skeleton = {
  readonly text: string;
  /** The character; none of the words has it. */
  readonly gap: string;
  /** What stands in the gaps, in order. */
  readonly references: readonly TemplateReference[];
};

export function skeletonOf({ parts }: Template): Skeleton {
  const words = parts.filter((part) => typeof part === 'string').join('');
  let code = firstPrivate;
  while (words.includes(String.fromCharCode(code))) code += 1;
  const gap = String.fromCharCode(code);
  return {
    text: parts.map((part) => (typeof part === 'string' ? part : gap)).join(''),
    gap,
    references: parts.filter((part) => typeof part !== 'string'),
  };
}

/** Neither a blank nor a punctuation mark to any reader of markdown, so that a gap counts as a word does. */
const firstPrivate = 0xe000;
