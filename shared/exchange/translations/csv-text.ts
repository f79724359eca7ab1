import { isFormulaCell } from '../../base/formula-cell.ts';

/** A table as comma-separated values (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`;

const quoted = (cell: string): string => (/[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A spreadsheet takes a cell that begins like this for a formula; with an apostrophe before it, for a text. */
const guarded = (cell: string): string => (needsGuard(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell);

/** A text that has such apostrophes of its own gets one more, so that what is taken away is always ours. */
function needsGuard(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  return isFormulaCell(bare) || /^[\t\r\n]/.test(bare);
}

/**
 * Any text as a table, in one pass. Commas, semicolons or tabs part the cells, whichever the first line has most of;
 * quotes that are never closed end with the text. Empty lines are left out.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const [cell, end] = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator);
    row.push(unguarded(cell));
    at = end;
    const isLast = at >= source.length;
    if (!isLast && source[at] === separator) {
      at += 1;
      if (at >= source.length) row.push('');
      else continue;
    }
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
    if (source.startsWith('\r\n', at)) at += 2;
    else at += 1;
  }
  return rows;
}

function separatorOf(source: string): string {
  const [line = ''] = source.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.toSorted((left, right) => right.count - left.count)[0]?.sign ?? ',';
}

function quotedCell(source: string, from: number): [cell: string, end: number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return [cell + source.slice(at), source.length];
    cell += source.slice(at, close);
    if (source[close + 1] !== '"') return trailing(source, close + 1, cell);
    cell += '"';
    at = close + 2;
  }
}

/** What stands between the closing quote and the next cell belongs to the cell. */
function trailing(source: string, from: number, cell: string): [cell: string, end: number] {
  const end = nextOf(source, from, /[,;\t\r\n]/g);
  return [cell + source.slice(from, end), end];
}

const ends: Readonly<Record<string, RegExp>> = { ',': /[,\r\n]/g, ';': /[;\r\n]/g, '\t': /[\t\r\n]/g };

function plainCell(source: string, from: number, separator: string): [cell: string, end: number] {
  const end = nextOf(source, from, ends[separator] ?? /[,\r\n]/g);
  return [source.slice(from, end), end];
}

function nextOf(source: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}
