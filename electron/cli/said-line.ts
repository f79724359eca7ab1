import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import { suggest } from './closest-word.ts';

/** A line as it was written, and what it stands for. */
export type SaidLine = { readonly line: string; readonly utterance: Utterance };

/** Something said, or with a slash, something done. `//` says a slash. */
export function readSaidLine(line: string): Result<SaidLine, string> {
  const said = (utterance: Utterance): Result<SaidLine, string> => succeed({ line, utterance });
  if (!line.startsWith('/')) return said({ kind: 'text', text: line.slice(0, longest) });
  if (line.startsWith('//')) return said({ kind: 'text', text: line.slice(1, longest) });
  const [word = '', callback = '', ...value] = line.slice(1).trim().split(/\s+/);
  switch (word) {
    case 'open':
      return said({ kind: 'opened' });
    case 'restart':
      return said({ kind: 'restart' });
    case 'end':
      return said({ kind: 'endChat' });
    case 'press':
      if (callback === '') return fail('Say which button: /press CALLBACK [VALUE].');
      return said({ kind: 'callback', callback, value: value.join(' '), text: '' });
    default:
      return fail(`There is no "/${word}".${suggest(word, ['open', 'restart', 'end', 'press'], (each) => `/${each}`)}`);
  }
}

/** As much as one utterance may hold. */
const longest = 20_000;

/** The lines of a script that are meant to be said. */
export const scriptLines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
