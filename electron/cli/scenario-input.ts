import type { Document } from '../../shared/model/document.ts';
import type { ReadProblem } from '../../shared/persistence/read-problem.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { printJson } from './command.ts';
import { onOneLine, type Terminal } from './terminal.ts';
import { readText } from './text-files.ts';

/** Where to tell what is wrong, and whether as JSON too. */
export type Report = { readonly terminal: Terminal; readonly json: boolean };

export type LoadedScenario = {
  readonly document: Document;
  readonly migratedFrom: number | null;
  readonly text: string;
};

/** The scenario in a file; null when it cannot be used, which has been told then. */
export async function loadScenario(path: string, report: Report): Promise<LoadedScenario | null> {
  const text = await readText(path);
  if (!text.ok) return reportUnusable(path, [{ pointer: '', sentence: text.failure }], report);
  const read = readScenario(text.value);
  if (!read.ok) return reportUnusable(path, read.failure, report);
  return { ...read.value, text: text.value };
}

/** One line a problem on standard error: file, JSON pointer, sentence. */
export function reportProblems(path: string, problems: readonly ReadProblem[], { terminal }: Report): void {
  for (const { pointer, sentence } of problems) terminal.err(onOneLine(`${path}: ${pointer}: ${sentence}`));
}

/** Tells what is wrong with an input that cannot be used. */
export function reportUnusable(path: string, problems: readonly ReadProblem[], report: Report): null {
  reportProblems(path, problems, report);
  if (report.json) printJson(report.terminal, { file: path, problems });
  return null;
}
