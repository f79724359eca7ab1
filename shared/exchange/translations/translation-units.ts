import { recordIn, type Document } from '../../model/document.ts';
import { isSaid } from '../../model/block-texts.ts';
import { languagesOf } from './translation-change.ts';
import { translationCells, translationRows, type TranslationRow } from './translation-rows.ts';

/** One text and what it is called in every other language of the scenario; empty where it is not translated. */
export type TranslationUnit = TranslationRow & {
  /** Counts the texts of a message, from 1. */
  readonly count: number;
  readonly translated: ReadonlyMap<string, string>;
};

/**
 * What files for translators hold: all texts, in the order of the talk. Links and numbers only where some language has
 * its own; whoever translates words should not have to look at the rest.
 */
export function translationUnits(document: Document): readonly TranslationUnit[] {
  const { others } = languagesOf(document);
  const counts = new Map<string, number>();
  return translationRows(document).flatMap((row): TranslationUnit[] => {
    const message = recordIn(document, 'intents', row.intent)?.messages.find(({ id }) => id === row.message);
    const translated = new Map<string, string>();
    for (const language of others) {
      const cell = message === undefined ? undefined : translationCells(message, language).get(row.text);
      if (cell?.state === 'translated') translated.set(language, cell.translated);
    }
    if (!isSaid(row.role) && translated.size === 0) return [];
    const count = (counts.get(row.message) ?? 0) + 1;
    counts.set(row.message, count);
    return [{ ...row, count, translated }];
  });
}
