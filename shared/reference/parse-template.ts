import { ReferenceScanner, type NameSpan } from './reference-scanner.ts';
import type { Reference, SyntaxProblem } from './reference.ts';

/** A reference inside a text, from its `{` to behind its `}`. */
export type TemplateReference = { readonly reference: Reference; readonly start: number; readonly end: number };

/** A text cut into what is said as it is and what is filled in. Broken references stay literal and are reported. */
export type Template = {
  readonly parts: readonly (string | TemplateReference)[];
  readonly problems: readonly SyntaxProblem[];
};

export type FoundReference = TemplateReference & { readonly names: readonly NameSpan[] };

/** Cuts a text at its references. `{{` and `}}` stand for the braces themselves. */
export function parseTemplate(text: string): Template {
  const parts: (string | TemplateReference)[] = [];
  const problems: SyntaxProblem[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  scanTemplate(text, {
    literal: (piece) => (literal += piece),
    reference: ({ reference, start, end }) => {
      flush();
      parts.push({ reference, start, end });
    },
    problem: (problem) => problems.push(problem),
  });
  flush();
  return { parts, problems };
}

/** Every reference of a text with the places of its names. */
export function findReferences(text: string): readonly FoundReference[] {
  const found: FoundReference[] = [];
  scanTemplate(text, { literal: () => {}, reference: (one) => found.push(one), problem: () => {} });
  return found;
}

export const templateReferences = (text: string): readonly Reference[] =>
  findReferences(text).map(({ reference }) => reference);

export type TemplateVisitor = {
  /** Text as it is, from `start`; of a doubled brace, one. */
  readonly literal: (piece: string, start: number) => void;
  readonly reference: (found: FoundReference) => void;
  /** `brace` is the opening brace of what could not be read. */
  readonly problem: (problem: SyntaxProblem, brace: number) => void;
};

/** One pass over a text, for those who read more in it than references. */
export function scanTemplate(text: string, visit: TemplateVisitor): void {
  let at = 0;
  while (at < text.length) {
    const brace = nextBrace(text, at);
    if (brace > at) visit.literal(text.slice(at, brace), at);
    if (brace === text.length) return;
    const character = text[brace] ?? '';
    if (text[brace + 1] === character) {
      visit.literal(character, brace);
      at = brace + 2;
    } else if (character === '}') {
      visit.literal(character, brace);
      at = brace + 1;
    } else {
      at = scanBraces(text, brace, visit);
    }
  }
}

/** Reads `{reference}` from its opening brace; returns where the text goes on. */
function scanBraces(text: string, start: number, visit: TemplateVisitor): number {
  const scanner = new ReferenceScanner(text, start + 1);
  const reference = scanner.reference();
  if (reference !== null && scanner.peek() === '}') {
    const end = scanner.position + 1;
    visit.reference({ reference, start, end, names: scanner.names });
    return end;
  }
  visit.problem(reference === null ? scanner.problem() : unclosed(scanner, start), start);
  visit.literal('{', start);
  return start + 1;
}

const unclosed = (scanner: ReferenceScanner, start: number): SyntaxProblem =>
  scanner.atEnd()
    ? {
        position: start,
        length: scanner.text.length - start,
        sentence: 'This "{" is never closed; write "{{" for a brace.',
      }
    : scanner.unexpected();

function nextBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '}') return at;
  }
  return text.length;
}

/** The `{` of the reference the caret stands in; null when it stands in none. */
export function openBraceBefore(text: string, caret: number): number | null {
  let open: number | null = null;
  scanTemplate(text.slice(0, caret), {
    literal: () => {},
    reference: () => (open = null),
    problem: (_, brace) => (open = brace),
  });
  return open;
}
