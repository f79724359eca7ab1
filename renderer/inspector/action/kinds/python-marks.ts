import type { LastTry } from '../../../actions/last-tries.ts';
import type { CodeMark } from '../../../code-editor/code-offer.ts';

const none: readonly CodeMark[] = [];
const found = new WeakMap<LastTry, readonly CodeMark[]>();

/** Where the last run of exactly this script went wrong: `runScript, line 4: ValueError: …`. */
export function pythonMarks(last: LastTry | null, code: string): readonly CodeMark[] {
  if (last === null || last.result.failure !== 'codeFailed' || !isOf(last, code)) return none;
  const known = found.get(last);
  if (known !== undefined) return known;
  const [, line, sentence = ''] = /, line (\d+): ([\s\S]*)$/.exec(last.result.detail) ?? [];
  const marks = line === undefined ? none : [{ line: Number(line), sentence }];
  found.set(last, marks);
  return marks;
}

const isOf = ({ action }: LastTry, code: string): boolean => action.kind === 'python' && action.code === code;
