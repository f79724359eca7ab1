import type { TextRole } from '../../model/block-texts.ts';

/** A text in pieces: what is said, and the references in it. */
export type TextPiece = { readonly kind: 'words' | 'reference'; readonly text: string };

export function textPieces(text: string): readonly TextPiece[] {
  return text
    .split(/(\{[^{}]*\})/)
    .flatMap((piece): TextPiece[] =>
      piece === '' ? [] : [{ kind: /^\{[^{}]*\}$/.test(piece) ? 'reference' : 'words', text: piece }],
    );
}

/** What a translation lacks or has too much of, beside the text it translates. Each a sentence; none when it fits. */
export function translationWarnings(text: string, translated: string, role: TextRole): readonly string[] {
  const warnings: string[] = [];
  const [wanted, given] = [references(text), references(translated)];
  for (const reference of new Set([...wanted, ...given])) {
    const [many, few] = [countOf(wanted, reference), countOf(given, reference)];
    if (few === 0) warnings.push(`${reference} is missing, so what it stands for is not said.`);
    else if (many === 0) warnings.push(`${reference} is not in the text that is translated.`);
  }
  if (role === 'address' && hasScheme(text) && !hasScheme(translated))
    warnings.push('It is no web address: it should begin with https://, http://, mailto: or tel:.');
  if (role !== 'markdown') return warnings;
  for (const { name, count } of marks) {
    const [many, few] = [count(text), count(translated)];
    if (many !== few)
      warnings.push(`The text has ${quantity(many, name)}, the translation ${few === 0 ? 'none' : few}.`);
  }
  return warnings;
}

const hasScheme = (text: string): boolean => /^(?:https?:\/\/|mailto:|tel:|\{)/i.test(text.trim());

const references = (text: string): string[] =>
  textPieces(text).flatMap((piece) => (piece.kind === 'reference' ? [piece.text.replaceAll(/\s+/g, '')] : []));

const countOf = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;

const quantity = (count: number, name: string): string =>
  count === 0 ? `no ${name}` : `${count} ${name}${count === 1 ? '' : 's'}`;

const counting =
  (pattern: RegExp) =>
  (text: string): number =>
    text.match(pattern)?.length ?? 0;

/** The markdown that people see; how a list is numbered is the translator's. */
const marks: readonly { readonly name: string; readonly count: (text: string) => number }[] = [
  { name: 'bold part', count: counting(/\*\*[^*\n]+\*\*|__[^_\n]+__/g) },
  { name: 'link', count: counting(/\]\([^()\n]*\)/g) },
  { name: 'list item', count: counting(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/gm) },
  { name: 'piece of code', count: counting(/`[^`\n]+`/g) },
];
