import type { Document } from '../../model/document.ts';
import { languagesOf, translate, type TranslationChange, type TranslationEdit } from './translation-change.ts';
import type { FileProblem, TranslationFile } from './translation-file.ts';
import { withoutUnwritable } from './unwritable-characters.ts';
import { translationCells, translationRows, type TranslationRow } from './translation-rows.ts';

export type TranslationImport = {
  /** One step; null when nothing would change. */
  readonly change: TranslationChange | null;
  /** How many translations come in that are new or different. */
  readonly count: number;
  /** How many are here just so. */
  readonly same: number;
  /** Languages the scenario did not speak before. */
  readonly languages: readonly string[];
  /** What did not fit, and why. */
  readonly problems: readonly FileProblem[];
};

/** Finds the place of each translation by its message and by what that says. An empty one changes nothing. */
export function planTranslationImport(document: Document, file: TranslationFile): TranslationImport {
  const { base, others } = languagesOf(document);
  const rows = new Map(translationRows(document).map((row) => [keyOf(row.message, row.text), row]));
  const known = new Set([...rows.values()].map(({ message }) => message as string));
  const problems: FileProblem[] = [...file.problems];
  const edits = new Map<string, TranslationEdit>();
  const spokenHere = [base, ...others];
  let same = 0;
  for (const { place, message, text, language, translated } of file.entries) {
    if (translated.trim() === '') continue;
    const row = rows.get(keyOf(message, text));
    const spoken = spelledAs(language, spokenHere);
    if (row === undefined)
      problems.push({ place, sentence: known.has(message) ? goneText(text) : goneMessage(message) });
    else if (spoken === base)
      problems.push({ place, sentence: `The scenario is written in ${base}; that is no translation.` });
    else if (presentIn(document, row, spoken) === translated) same += 1;
    else edits.set(`${spoken} ${keyOf(row.message, row.text)}`, { ...idsOf(row), language: spoken, translated });
  }
  const all = [...edits.values()];
  const languages = [...new Set(all.map(({ language }) => language))].filter((language) => !others.includes(language));
  const spokenAfter = languages.length === 0 ? null : { base, others: [...others, ...languages] };
  const change = all.length === 0 ? null : { ...translate(document, all), languages: spokenAfter };
  return { change, count: all.length, same, languages, problems };
}

const idsOf = ({ intent, message, text }: TranslationRow) => ({ intent, message, text });

/** Tools change line ends, drop characters and trim; none of that makes another text. */
const keyOf = (message: string, text: string): string =>
  `${message}\n${withoutUnwritable(text.replaceAll(/\r\n?/g, '\n')).trim()}`;

/** `DE` is the `de` the scenario speaks. */
function spelledAs(language: string, known: string[]): string {
  const found = known.find((one) => one.toLowerCase() === language.toLowerCase());
  if (found === undefined) known.push(language);
  return found ?? language;
}

function presentIn(document: Document, row: TranslationRow, language: string): string | null {
  const message = document.tables.intents.get(row.intent)?.messages.find(({ id }) => id === row.message);
  const cell = message === undefined ? undefined : translationCells(message, language).get(row.text);
  return cell?.state === 'translated' ? cell.translated : null;
}

const goneText = (text: string): string =>
  `The message no longer says “${text.length > 80 ? `${text.slice(0, 79)}…` : text}”; its translation was left out.`;
const goneMessage = (message: string): string => `There is no message “${message.slice(0, 120)}” any more.`;
