import type { CodeMark } from '../../../code-editor/code-offer.ts';
import type { LastTry } from '../../../actions/last-tries.ts';

const none: readonly CodeMark[] = [];
const found = new WeakMap<LastTry, readonly CodeMark[]>();

/** Where the last run of exactly this script went wrong: its traceback names the lines of the script. */
export function pythonMarks(last: LastTry | null, code: string): readonly CodeMark[] {
  if (last === null || last.result.failure !== 'codeFailed' || !isOf(last, code)) return none;
  const known = found.get(last);
  if (known !== undefined) return known;
  const { detail, console: printed = '' } = last.result;
  const line = lastLine(detail) ?? lastLine(printed);
  const [sentence = ''] = detail
    .split('\n')
    .filter((text) => text.trim() !== '')
    .slice(-1);
  const marks = line === null ? none : [{ line, sentence: sentence.trim() }];
  found.set(last, marks);
  return marks;
}

const isOf = ({ action }: LastTry, code: string): boolean => action.kind === 'python' && action.code === code;

function lastLine(text: string): number | null {
  const [, line] = [...text.matchAll(/\bline (\d+)/g)].at(-1) ?? [];
  return line === undefined ? null : Number(line);
}
