import {
  translationCells,
  translationRows,
  type TranslationCell,
  type TranslationRow,
} from '../../shared/exchange/translations/translation-rows.ts';
import { isLink } from '../../shared/model/block-texts.ts';
import { languagesOf } from '../../shared/exchange/translations/translation-change.ts';
import { translationWarnings } from '../../shared/exchange/translations/check-translation.ts';
import type { Document } from '../../shared/model/document.ts';

export type TableCell = TranslationCell & { readonly language: string; readonly warnings: readonly string[] };
export type TableRow = TranslationRow & { readonly cells: readonly TableCell[] };

/** Every text with how it stands in every language. */
export function tableRows(document: Document): readonly TableRow[] {
  const { others } = languagesOf(document);
  const known = new Map<string, readonly ReadonlyMap<string, TranslationCell>[]>();
  return translationRows(document).map((row) => {
    const message = document.tables.intents.get(row.intent)?.messages.find(({ id }) => id === row.message);
    const standing =
      known.get(row.message) ??
      others.map((language): ReadonlyMap<string, TranslationCell> =>
        message === undefined ? new Map() : translationCells(message, language),
      );
    known.set(row.message, standing);
    const cells = others.map((language, at): TableCell => {
      const cell = standing[at]?.get(row.text) ?? { state: 'missing' as const };
      const warnings = cell.state === 'translated' ? translationWarnings(row.text, cell.translated, row.role) : [];
      return { ...cell, language, warnings };
    });
    return { ...row, cells };
  });
}

export type RowFilter = { readonly wanted: string; readonly only: 'all' | 'missing' | 'warned' | 'links' };

/** Texts that are read: what the counts are about. */
const isText = ({ role }: TableRow): boolean => !isLink(role);

/** Searched in every language and in where it is said. Links and numbers are shown when they are asked for. */
export function filterRows(rows: readonly TableRow[], { wanted, only }: RowFilter): readonly TableRow[] {
  const words = wanted.trim().toLowerCase();
  return rows.filter((row) => {
    const { text, where, cells } = row;
    if (only === 'links' ? isText(row) : only !== 'warned' && !isText(row)) return false;
    if (only === 'missing' && cells.every(({ state }) => state === 'translated')) return false;
    if (only === 'warned' && cells.every(({ warnings }) => warnings.length === 0)) return false;
    const texts = [text, ...where, ...cells.map((cell) => (cell.state === 'missing' ? '' : cell.translated))];
    return words === '' || texts.some((each) => each.toLowerCase().includes(words));
  });
}

/** How many there are of what a filter is about. */
export const countShown = (rows: readonly TableRow[], only: RowFilter['only']): number =>
  rows.filter((row) => isText(row) === (only !== 'links')).length;

export type LanguageCount = { readonly language: string; readonly missing: number; readonly warned: number };

export const countByLanguage = (rows: readonly TableRow[], languages: readonly string[]): readonly LanguageCount[] =>
  languages.map((language, at) => ({
    language,
    missing: rows.filter((row) => isText(row) && row.cells[at]?.state !== 'translated').length,
    warned: rows.filter(({ cells }) => (cells[at]?.warnings.length ?? 0) > 0).length,
  }));
