import { fail, succeed, type Result } from '../../base/result.ts';

/** A variable of the shell inside a word: `$NAME` stands between these two, which no text people write holds. */
const [opening, closing] = ['\uE000', '\uE001'];
export const shellVariable = /\uE000(\w+)\uE001/g;

export type ShellWords = {
  readonly words: readonly string[];
  /** What follows the command: a pipe, a redirection, another command. */
  readonly rest: string;
};

/**
 * Cuts a command line into words as a POSIX shell does: three kinds of quotes, escapes, comments, and lines that go on.
 * Lines of the Windows prompt, and those of PowerShell that end with a backtick, are read as what they mean.
 */
export function splitShellWords(text: string): Result<ShellWords, string> {
  const line = fromPrompt(text.replaceAll(opening, '').replaceAll(closing, ''));
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < line.length) {
    const char = line[at] ?? '';
    if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      // A line that was not continued ends the command.
      if (char === '\n' && words.length > 0 && line.slice(at).trim() !== '' && !/^\s*-/.test(line.slice(at))) break;
      at += 1;
    } else if (char === '\\' && line[at + 1] === '\n') {
      // The line goes on, and nothing begins.
      at += 2;
    } else if (char === '#' && word === null) {
      at = endOfLine(line, at);
    } else if ('|;&<>'.includes(char)) {
      break;
    } else {
      const piece = readPiece(line, at);
      if (!piece.ok) return piece;
      word = (word ?? '') + piece.value.text;
      at = piece.value.end;
    }
  }
  if (word !== null) words.push(word);
  return succeed({ words, rest: line.slice(at).trim() });
}

type Piece = { readonly text: string; readonly end: number };

function readPiece(line: string, at: number): Result<Piece, string> {
  const char = line[at];
  if (char === "'") {
    const end = line.indexOf("'", at + 1);
    return end < 0 ? unclosed("'") : succeed({ text: line.slice(at + 1, end), end: end + 1 });
  }
  if (char === '$' && line[at + 1] === "'") return readAnsiQuoted(line, at + 2);
  if (char === '"') return readDoubleQuoted(line, at + 1);
  if (char === '\\') {
    const next = line[at + 1] ?? '';
    return succeed({ text: next, end: at + 2 });
  }
  if (char === '$') return succeed(readVariable(line, at));
  return succeed({ text: char ?? '', end: at + 1 });
}

const unclosed = (quote: string) => fail(`A ${quote} is opened and never closed.`);

function readDoubleQuoted(line: string, from: number): Result<Piece, string> {
  let text = '';
  let at = from;
  while (at < line.length) {
    const char = line[at] ?? '';
    const next = line[at + 1] ?? '';
    if (char === '"') return succeed({ text, end: at + 1 });
    if (char === '\\' && '"\\$`\n'.includes(next)) {
      text += next === '\n' ? '' : next;
      at += 2;
    } else if (char === '$') {
      const variable = readVariable(line, at);
      text += variable.text;
      at = variable.end;
    } else {
      text += char;
      at += 1;
    }
  }
  return unclosed('"');
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  f: '\f',
  v: '\v',
};

/** `$'…'`, as browsers write what has quotes or line breaks in it. */
function readAnsiQuoted(line: string, from: number): Result<Piece, string> {
  let text = '';
  let at = from;
  while (at < line.length) {
    const char = line[at] ?? '';
    if (char === "'") return succeed({ text, end: at + 1 });
    if (char !== '\\') {
      text += char;
      at += 1;
      continue;
    }
    const [whole, code] =
      /^\\(?:x([0-9a-fA-F]{1,2})|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3})/.exec(line.slice(at, at + 10)) ?? [];
    if (whole !== undefined) {
      text += fromCode(
        code === undefined && /^\\[0-7]/.test(whole)
          ? Number.parseInt(whole.slice(1), 8)
          : Number.parseInt(whole.slice(2), 16),
      );
      at += whole.length;
    } else {
      const next = line[at + 1] ?? '';
      text += escapes[next] ?? next;
      at += 2;
    }
  }
  return unclosed("'");
}

const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

function readVariable(line: string, at: number): Piece {
  const [whole, plain, braced] = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(line.slice(at)) ?? [];
  const name = plain ?? braced;
  if (whole === undefined || name === undefined) return { text: '$', end: at + 1 };
  return { text: `${opening}${name}${closing}`, end: at + whole.length };
}

function endOfLine(line: string, at: number): number {
  const end = line.indexOf('\n', at);
  return end < 0 ? line.length : end;
}

/** The Windows prompt continues lines with `^` and escapes with it; PowerShell continues them with a backtick. */
function fromPrompt(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (!/\^\s*\n|\^"|\^\{/.test(lines)) return lines.replace(/`[ \t]*\n/g, ' ');
  const joined = lines.replace(/\^[ \t]*\n(?:[ \t]*\n)?/g, (end) => (end.split('\n').length > 2 ? '^\n' : ' '));
  // Inside, `\"` and `\\` mean to the C runtime what they mean to a shell.
  return joined.replace(/\^([\s\S])/g, '$1').replace(/\$/g, '\\$');
}
