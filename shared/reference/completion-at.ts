import { ReferenceScanner, type Expectation } from './reference-scanner.ts';
import { openBraceBefore } from './parse-template.ts';

/** What an editor may offer at the caret, and which characters the choice replaces. */
export type Completion = {
  /** `context`: a context, or an attribute of `user`. `attribute`: one of `context`. */
  readonly expects: Expectation['kind'];
  readonly context: string | null;
  /** What was typed of it so far, before the caret. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
};

/** What can stand at the caret of a reference written without braces; null where nothing can be offered. */
export const completionAt = (text: string, caret: number): Completion | null => completionFrom(text, 0, caret);

/** The same inside a text with `{references}`; null outside of them. */
export function completionInTemplate(text: string, caret: number): Completion | null {
  const brace = openBraceBefore(text, caret);
  return brace === null ? null : completionFrom(text, brace + 1, caret);
}

/** Reads up to the caret as if the text ended there: what is looked for at that end is what can be offered. */
function completionFrom(text: string, from: number, caret: number): Completion | null {
  const scanner = new ReferenceScanner(text.slice(0, caret), from);
  scanner.reference();
  const expecting = scanner.expecting;
  if (expecting === null || !scanner.atEnd()) return null;
  const typed = text.slice(expecting.start, caret);
  if (/\s/.test(typed)) return null;
  let end = caret;
  while (/[A-Za-z0-9_]/.test(text[end] ?? '')) end += 1;
  return { expects: expecting.kind, context: expecting.context, typed, start: expecting.start, end };
}
