import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { CodeNames } from './code-offer.ts';

/** Offers the inputs of the action as `$name`. */
export const parameterOffers =
  (names: () => CodeNames): CompletionSource =>
  (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/\$\w*/);
    if (typed === null) return null;
    const options = names().inputs.map(({ name, detail }) => ({ label: `$${name}`, detail, type: 'variable' }));
    return { from: typed.from, options, validFor: /^\$\w*$/ };
  };
