import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { expect, onTestFinished, test } from 'vitest';
import { appendCsvRow } from '../../../../../electron/host/actions/spreadsheet/csv-sheet.ts';
import { csvLine } from '../../../../../shared/base/print-csv.ts';
import { readSharedData } from '../../../../builders/shared-data.ts';

const corpus = (readSharedData('corpora/injection/csv.txt') ?? '').split('\n').filter((line) => line !== '');
const made = Array.from(
  { length: 100 },
  (_, at) => `${'=+-@'[at % 4]}HYPERLINK("http://evil.example/${at}";"x")&A${at}`,
);
const cells = [...corpus, ...made];

const read = (csv: string): string[][] => papaparse.parse<string[]>(csv.trimEnd(), { delimiter: ',' }).data;
const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);

test('105 formulas are texts in the file of a sheet and in the log (T45)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cells-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const cell of cells) await appendCsvRow(folder, 'sheet', [['said', cell]]);
  const written = read(readFileSync(join(folder, 'sheet.csv'), 'utf8'))
    .slice(1)
    .flat();
  const logged = cells.flatMap((cell) => read(csvLine([cell])).flat());
  for (const kept of [written, logged]) {
    expect(kept).toHaveLength(cells.length);
    expect(kept.filter(isFormula)).toEqual([]);
    // Nothing of it is lost: what was put before it can be taken off again.
    expect(kept.map((cell, at) => cell.replace(/^'/, '') === cells[at]).every(Boolean)).toBe(true);
  }
  expect(cells.length).toBeGreaterThanOrEqual(105);
});

test('written as they are, they are formulas (T45)', () => {
  const written = read(papaparse.unparse(cells.map((cell) => [cell]))).flat();
  expect(written.filter(isFormula).length).toBeGreaterThanOrEqual(104);
});
