/** One row of a table; `line` is where it begins in the text, `row` what spreadsheets number it, both from 1. */
export type CsvRow = { readonly line: number; readonly row: number; readonly cells: readonly string[] };

/**
 * Any text as a table (RFC 4180), in one pass: with the mark of UTF-8 or without, parted by commas, semicolons or tabs,
 * whichever makes most of the first row. Quotes that are never closed end with the text; rows without a word are left out.
 */
export const readCsv = (text: string): readonly CsvRow[] => [...csvRows(text)];

/** The same row by row, for whoever needs the first alone. */
export function* csvRows(text: string): Generator<CsvRow> {
  const separator = separatorOf(text);
  let at = startOf(text);
  let line = 1 + lineEndsIn(text, 0, at);
  for (let row = 1; at < text.length; row += 1) {
    const { cells, end } = readRow(text, at, separator);
    if (cells.some((cell) => cell !== '')) yield { line, row, cells };
    line += lineEndsIn(text, at, end);
    at = end;
  }
}

/** What parts the cells of a table. Spreadsheets may name it in a line of its own, ahead of the table. */
export function separatorOf(text: string): string {
  const named = namedSeparator.exec(text)?.[1];
  if (named !== undefined) return named;
  const widths = [',', ';', '\t'].map((sign) => ({ sign, width: readRow(text, startOf(text), sign).cells.length }));
  return widths.toSorted((left, right) => right.width - left.width)[0]?.sign ?? ',';
}

const namedSeparator = /^\uFEFF?sep=([,;\t])(?:\r\n|\r|\n)/i;

const startOf = (text: string): number => namedSeparator.exec(text)?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);

/** `end` is where the next row begins. */
function readRow(text: string, from: number, separator: string): { readonly cells: string[]; readonly end: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell.text);
    at = cell.end;
    if (text[at] !== separator) break;
    at += 1;
  }
  return { cells, end: at + (text.startsWith('\r\n', at) ? 2 : 1) };
}

type Cell = { readonly text: string; readonly end: number };

function quotedCell(source: string, from: number, separator: string): Cell {
  let text = '';
  let at = from + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return { text: text + source.slice(at), end: source.length };
    text += source.slice(at, close);
    if (source[close + 1] !== '"') {
      // What stands between the closing quote and the next cell belongs to the cell.
      const rest = plainCell(source, close + 1, separator);
      return { text: text + rest.text, end: rest.end };
    }
    text += '"';
    at = close + 2;
  }
}

const ends: Readonly<Record<string, RegExp>> = { ',': /[,\r\n]/g, ';': /[;\r\n]/g, '\t': /[\t\r\n]/g };

function plainCell(source: string, from: number, separator: string): Cell {
  const pattern = ends[separator] ?? /[,\r\n]/g;
  pattern.lastIndex = from;
  const end = pattern.exec(source)?.index ?? source.length;
  return { text: source.slice(from, end), end };
}

/** Those inside of quotes count too: an editor shows them as lines. */
const lineEndsIn = (text: string, from: number, to: number): number =>
  text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
