import { fail, succeed, type Result } from '../../base/result.ts';

/** An utterance and the intent it means; `outOfScope` means none. */
export type LabelledText = { readonly text: string; readonly intent: string };

export const outOfScope = 'oos';

export type TableProblem = { readonly line: number; readonly sentence: string };

const mostProblems = 20;

/** Reads a table of comma-separated values with the columns `text` and `intent`; others are left alone. */
export function readLabelledTexts(csv: string): Result<readonly LabelledText[], readonly TableProblem[]> {
  const [header, ...rows] = readRows(csv.replace(/^\uFEFF/, ''));
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [textAt, intentAt] = [names.indexOf('text'), names.indexOf('intent')];
  if (textAt < 0 || intentAt < 0)
    return fail([{ line: 1, sentence: 'The first line must name the columns: "text,intent".' }]);
  const problems: TableProblem[] = [];
  const found: LabelledText[] = [];
  for (const { line, cells } of rows) {
    const [text, intent] = [cells[textAt]?.trim() ?? '', cells[intentAt]?.trim() ?? ''];
    if (text !== '' && intent !== '') found.push({ text, intent });
    else if (problems.length < mostProblems)
      problems.push({ line, sentence: text === '' ? 'The text is missing.' : 'The intent is missing.' });
  }
  if (problems.length > 0) return fail(problems);
  return found.length === 0 ? fail([{ line: 1, sentence: 'There is no line but the first.' }]) : succeed(found);
}

type Row = { readonly line: number; readonly cells: readonly string[] };

/** A cell in quotes may hold commas, line ends, and quotes written twice. Empty lines are left out. */
function readRows(csv: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let startedAt = 1;
  while (at < csv.length) {
    const cell = csv[at] === '"' ? readQuoted(csv, at) : readPlain(csv, at);
    cells.push(cell.text);
    line += csv.slice(at, cell.end).split('\n').length - 1;
    at = cell.end;
    if (csv[at] === ',') {
      at += 1;
      continue;
    }
    at += csv[at] === '\r' && csv[at + 1] === '\n' ? 2 : 1;
    line += 1;
    if (cells.some((text) => text.trim() !== '')) rows.push({ line: startedAt, cells });
    cells = [];
    startedAt = line;
  }
  return rows;
}

type Cell = { readonly text: string; readonly end: number };

function readPlain(csv: string, start: number): Cell {
  const found = csv.slice(start).search(/[,\r\n]/);
  const end = found < 0 ? csv.length : start + found;
  return { text: csv.slice(start, end), end };
}

/** A quote that is never closed ends with the file; what stands behind one that is belongs to the cell. */
function readQuoted(csv: string, start: number): Cell {
  let text = '';
  let at = start + 1;
  while (at < csv.length) {
    const close = csv.indexOf('"', at);
    if (close < 0) return { text: text + csv.slice(at), end: csv.length };
    text += csv.slice(at, close);
    at = close + 1;
    if (csv[at] !== '"') break;
    text += '"';
    at += 1;
  }
  const rest = readPlain(csv, at);
  return { text: text + rest.text, end: rest.end };
}
