import { syntaxTree } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { StateEffect, type EditorState, type Extension } from '@codemirror/state';
import type { CodeLanguage, CodeMark } from './code-offer.ts';

/** What is wrong, at its line: what the last run said, and in Python where it stops being Python. */
export const markLines = (language: CodeLanguage, marks: () => readonly CodeMark[]): Extension =>
  linter(
    ({ state }) => {
      const told = marks().flatMap((mark) => diagnosticAt(state, mark));
      return language === 'python' && told.length === 0 ? firstMistake(state) : told;
    },
    {
      delay: 500,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((one) => one.is(marksChanged))),
    },
  );

/** Told to an editor whose marks are others than before. */
export const marksChanged = StateEffect.define();

function diagnosticAt(state: EditorState, mark: CodeMark): Diagnostic[] {
  const { sentence } = mark;
  if ('position' in mark) {
    const to = Math.min(mark.position + Math.max(mark.length, 1), state.doc.length);
    return [{ from: Math.min(mark.position, to), to, severity: 'error', message: sentence }];
  }
  const { line } = mark;
  if (line < 1 || line > state.doc.lines) return [];
  const { from, to, text } = state.doc.line(line);
  const indent = text.length - text.trimStart().length;
  return [{ from: Math.min(from + indent, to), to, severity: 'error', message: sentence }];
}

/** One at a time: what follows a mistake is mostly about it. */
function firstMistake(state: EditorState): Diagnostic[] {
  let found: { readonly at: number; readonly isMissing: boolean } | null = null;
  syntaxTree(state).iterate({
    enter: ({ type, from, to }) => {
      if (found === null && type.isError) found = { at: from, isMissing: from === to };
      return found === null;
    },
  });
  if (found === null) return [];
  const { at, isMissing } = found as { readonly at: number; readonly isMissing: boolean };
  const { number, from } = state.doc.lineAt(at);
  // Missed at the beginning of a line, it is missing at the end of the one before.
  const isAtStart = isMissing && state.sliceDoc(from, at).trim() === '';
  const line = isAtStart ? lastWritten(state, number - 1) : number;
  return diagnosticAt(state, { line, sentence: 'Python cannot read this line.' });
}

function lastWritten(state: EditorState, from: number): number {
  let number = Math.max(1, from);
  while (number > 1 && state.doc.line(number).text.trim() === '') number -= 1;
  return number;
}
