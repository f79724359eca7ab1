import { isFormulaCell } from '../../../shared/base/formula-cell.ts';

/**
 * One line of a table. A text that a spreadsheet would take for a formula begins with an apostrophe, which it shows as a
 * text; numbers are numbers.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvText(cell))).join(',')}\r\n`;

function csvText(text: string): string {
  const safe = isFormulaCell(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
