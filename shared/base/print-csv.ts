import { isFormulaCell } from './formula-cell.ts';

/** A table as comma-separated values (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
export const printCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => csvLine(row)).join('')}`;

/** One line of a table. What a spreadsheet would take for a formula is made a text; numbers are numbers. */
export const csvLine = (cells: readonly (string | number)[], separator = ','): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell)))).join(separator)}\r\n`;

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A spreadsheet takes a cell that begins like this for a formula; with an apostrophe before it, for a text. */
const guarded = (cell: string): string => (needsGuard(cell) ? `'${cell}` : cell);

/** A cell as it was before it was printed. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell);

/** A text that has such apostrophes of its own gets one more, so that what is taken away is always ours. */
function needsGuard(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  return isFormulaCell(bare) || /^[\t\r\n]/.test(bare);
}
