import type { Redactor } from './redactor.ts';

/** Hides what either hides in a text. In data only what the second hides: the first is for what people read. */
export const joinRedactors = (first: Redactor, second: Redactor): Redactor => ({
  text: (text) => second.text(first.text(text)),
  json: (value) => second.json(value),
  longest: Math.max(first.longest, second.longest),
});
