import { readCsv } from '../../base/read-csv.ts';
import { fail, succeed, type Result } from '../../base/result.ts';

/** An utterance and the intent it means; `outOfScope` means none. */
export type LabelledText = { readonly text: string; readonly intent: string };

export const outOfScope = 'oos';

export type TableProblem = { readonly line: number; readonly sentence: string };

const mostProblems = 20;

/** Reads a table with the columns `text` and `intent`; others are left alone. */
export function readLabelledTexts(csv: string): Result<readonly LabelledText[], readonly TableProblem[]> {
  const [header, ...rows] = readCsv(csv).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
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
