import {
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { CodeNames } from './code-offer.ts';
import { expressionFunctions, expressionMacros } from '../../shared/actions/local/expression/function-table.ts';

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

type Described = (typeof expressionMacros)[number];

/** What is told beside the list while a function is marked. */
const info = ({ summary, example, gives }: Described): string => `${summary} ${example} gives ${gives}`;

/** `round(number, digits = 0)` leaves its caret at the first value it needs. */
const optionOf = (described: Described): Completion =>
  snippetCompletion(`${described.name}(\${})`, {
    label: described.name,
    detail: described.signature.slice(described.signature.lastIndexOf(`${described.name}(`) + described.name.length),
    info: info(described),
    type: 'function',
  });

const isMember = ({ signature, name }: Described): boolean => !signature.startsWith(`${name}(`);
const memberOptions = expressionMacros.filter(isMember).map(optionOf);
const plainOptions = [...expressionFunctions, ...expressionMacros.filter((one) => !isMember(one))].map(optionOf);
