import type { Reference, SyntaxProblem } from '../reference/reference.ts';
import { scanTemplate } from '../reference/parse-template.ts';

/** `$orderId`: given by the caller. */
export type ArgumentPart = {
  readonly kind: 'argument';
  readonly name: string;
  readonly start: number;
  readonly end: number;
};
/** `{user.email | lowercase}`: read from the conversation. */
export type ReferencePart = {
  readonly kind: 'reference';
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
};
export type VariablePart = ArgumentPart | ReferencePart;

/** A text of a request cut into what is sent as it is and what is filled in. */
export type RequestText = {
  readonly parts: readonly (string | VariablePart)[];
  readonly problems: readonly SyntaxProblem[];
};

/** Reads `$name` and `{reference}`. `$$` and `\$` stand for a dollar, `{{` and `}}` for braces. */
export function parseRequestText(text: string): RequestText {
  const parts: (string | VariablePart)[] = [];
  const problems: SyntaxProblem[] = [];
  let literal = '';
  const push = (part: VariablePart): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(part);
  };
  scanTemplate(text, {
    literal: (piece, start) =>
      scanDollars(piece, start, (found) => (typeof found === 'string' ? (literal += found) : push(found))),
    reference: ({ reference, start, end }) => push({ kind: 'reference', reference, start, end }),
    problem: (problem) => problems.push(problem),
  });
  if (literal !== '') parts.push(literal);
  return { parts, problems };
}

/** A text that comes out of `parseRequestText` as it went in: for imports, where dollars and braces mean nothing. */
export const escapeRequestText = (text: string): string => text.replace(/[${}]/g, '$&$&');

// In `\$$` the backslash is one and the dollars are one: so a backslash before a dollar can be written, too.
const dollar = /\$\$|\\\$(?!\$)|\$([A-Za-z_][A-Za-z0-9_]*)/g;

function scanDollars(text: string, offset: number, visit: (found: string | ArgumentPart) => void): void {
  let copied = 0;
  for (const found of text.matchAll(dollar)) {
    visit(text.slice(copied, found.index));
    copied = found.index + found[0].length;
    const name = found[1];
    visit(name === undefined ? '$' : { kind: 'argument', name, start: offset + found.index, end: offset + copied });
  }
  visit(text.slice(copied));
}
