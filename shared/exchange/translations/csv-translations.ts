import { printCsv, unguarded } from '../../base/print-csv.ts';
import { readCsv } from '../../base/read-csv.ts';
import type { Document } from '../../model/document.ts';
import { isLanguageTag, languagesOf } from './translation-change.ts';
import type { FileEntry, FileProblem, TranslationFile } from './translation-file.ts';
import { translationUnits } from './translation-units.ts';

/** The columns ahead of the languages. The message and the text together say which translation is meant. */
const fixed = ['message', 'where', 'role'] as const;

/** All texts with their translations as a table: the first language is the one the scenario is written in. */
export function printTranslationCsv(document: Document): string {
  const { base, others } = languagesOf(document);
  const rows = translationUnits(document).map(({ message, text, role, where, translated }) => {
    const cells = others.map((language) => translated.get(language) ?? '');
    return [message, where.join(' › '), role, text, ...cells];
  });
  return printCsv([[...fixed, base, ...others], ...rows]);
}

export function readTranslationCsv(text: string): TranslationFile {
  const [head, ...rows] = readCsv(text);
  const names = (head?.cells ?? []).map((name) => name.trim());
  const messageAt = names.findIndex((name) => name.toLowerCase() === 'message');
  const languages = names.flatMap((name, at) => (isLanguageTag(name) && !isFixed(name) ? [{ name, at }] : []));
  const [base, ...others] = languages;
  const problems: FileProblem[] = names.flatMap((name) =>
    isFixed(name) || isLanguageTag(name)
      ? []
      : [{ place: 'line 1', sentence: `“${name}” is no language; the column was left out.` }],
  );
  if (messageAt < 0 || base === undefined || others.length === 0) {
    const sentence =
      'The first line must name the columns: message, the language of the scenario, then others, such as message,en,de.';
    return { entries: [], problems: [{ place: 'line 1', sentence }] };
  }
  const entries = rows.flatMap(({ row, cells }): FileEntry[] => {
    const cell = (at: number): string => unguarded(cells[at] ?? '');
    return others.map(({ name, at }) => ({
      place: `row ${row}`,
      message: cell(messageAt).trim(),
      text: cell(base.at),
      language: name,
      translated: cell(at),
    }));
  });
  return { entries, problems };
}

const isFixed = (name: string): boolean => fixed.some((one) => one === name.toLowerCase());
