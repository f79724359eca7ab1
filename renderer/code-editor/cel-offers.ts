import {
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { CodeNames } from './code-offer.ts';
import { celFunctions } from './cel-functions.ts';

/** Offers inputs, names of earlier steps, and functions; after a dot, what can be asked of a value. */
export const celOffers =
  (names: () => CodeNames): CompletionSource =>
  (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/\.?\w*/);
    if (word === null || (word.text === '' && !context.explicit) || /^\d/.test(word.text)) return null;
    if (word.text.startsWith('.')) return { from: word.from + 1, options: memberOptions, validFor: /^\w*$/ };
    const { inputs, others = [] } = names();
    const known = [...inputs, ...others].map(({ name, detail }): Completion => ({
      label: name,
      detail,
      type: 'variable',
      boost: 10,
    }));
    return { from: word.from, options: [...known, ...plainOptions], validFor: /^\w*$/ };
  };

const optionsOf = (isMember: boolean): readonly Completion[] =>
  celFunctions
    .filter((one) => one.isMember === isMember)
    .map(({ name, parameters, detail }) =>
      snippetCompletion(`${name}(${parameters})`, { label: name, detail, type: 'function' }),
    );

const memberOptions = optionsOf(true);
const plainOptions = optionsOf(false);
