import { ExpressionFault } from './expression-fault.ts';

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'mark'; readonly value: string }
  | { readonly kind: 'end'; readonly value: '' }
);

const space = /(?:\s|\/\/[^\n]*)*/y;
const number = /0[xX][0-9a-fA-F]+|(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const mark = /\|\||&&|==|!=|<=|>=|[-+*/%!<>?:.,()[\]{}]/y;
const textStart = /[rR]?("""|'''|"|')/y;

/** The text in pieces. Throws an `ExpressionFault` where a piece is none. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skip(text, 0); at < text.length; at = skip(text, tokens.at(-1)?.end ?? at)) {
    tokens.push(readToken(text, at));
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length });
  return tokens;
}

const skip = (text: string, at: number): number => at + (matchAt(space, text, at)?.[0].length ?? 0);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readToken(text: string, start: number): Token {
  const opening = matchAt(textStart, text, start);
  if (opening !== null) return readText(text, start, opening[0], opening[1] ?? '"');
  const digits = matchAt(number, text, start)?.[0];
  if (digits !== undefined) return readNumber(text, start, digits);
  const word = matchAt(name, text, start)?.[0];
  if (word !== undefined) return { kind: 'name', value: word, start, end: start + word.length };
  const sign = matchAt(mark, text, start)?.[0];
  if (sign !== undefined) return { kind: 'mark', value: sign, start, end: start + sign.length };
  const odd = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const place = { start, end: start + odd.length };
  if (odd === '=') throw new ExpressionFault('A single "=" says nothing here. To compare, write "==".', place);
  if (odd === '&' || odd === '|') throw new ExpressionFault(`Write "${odd}${odd}", twice.`, place);
  throw new ExpressionFault(`"${odd}" means nothing here.`, place);
}

function readNumber(text: string, start: number, digits: string): Token {
  const value = Number(digits);
  // CEL marks numbers without a sign with a "u"; here they are numbers like all others.
  const end = start + digits.length + (/^[uU](?![A-Za-z0-9_])/.test(text.slice(start + digits.length)) ? 1 : 0);
  if (/^[A-Za-z0-9_]/.test(text.slice(end)))
    throw new ExpressionFault('A name cannot begin with a digit.', { start, end: end + 1 });
  if (!Number.isFinite(value)) throw new ExpressionFault('This number is too large.', { start, end });
  return { kind: 'number', value, start, end };
}

function readText(text: string, start: number, opening: string, quote: string): Token {
  const isRaw = opening.length > quote.length;
  const from = start + opening.length;
  let value = '';
  for (let at = from; at < text.length;) {
    if (text.startsWith(quote, at)) return { kind: 'text', value, start, end: at + quote.length };
    if (quote.length === 1 && text[at] === '\n') break;
    if (text[at] === '\\' && !isRaw) {
      const escaped = readEscape(text, at);
      value += escaped.value;
      at = escaped.end;
    } else {
      // In a raw text a backslash is one, but a quote behind it still does not end the text.
      const size = text[at] === '\\' && text[at + 1] === quote ? 2 : 1;
      value += text.slice(at, at + size);
      at += size;
    }
  }
  throw new ExpressionFault(`This text does not end. Close it with ${quote}.`, { start, end: text.length });
}

const plainEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['?', '?'],
]);

const coded = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

function readEscape(text: string, start: number): { readonly value: string; readonly end: number } {
  const plain = plainEscapes.get(text[start + 1] ?? '');
  if (plain !== undefined) return { value: plain, end: start + 2 };
  const found = matchAt(coded, text, start);
  const code = Number.parseInt(found?.[1] ?? found?.[2] ?? found?.[3] ?? '', 16);
  if (found === null || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw new ExpressionFault(`"${text.slice(start, start + 2)}" is no escape. A backslash itself is "\\\\".`, {
      start,
      end: start + 2,
    });
  return { value: String.fromCodePoint(code), end: start + found[0].length };
}
