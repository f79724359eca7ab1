import { translationsPut } from '../../../shared/commands/translations-put.ts';
import { printTranslationCsv, readTranslationCsv } from '../../../shared/exchange/translations/csv-translations.ts';
import { planTranslationImport } from '../../../shared/exchange/translations/plan-translation-import.ts';
import {
  formatOfName,
  type TranslationExport,
  type TranslationFormat,
} from '../../../shared/exchange/translations/translation-file.ts';
import { printXliff2 } from '../../../shared/exchange/translations/print-xliff-2.ts';
import { lostInXliff, printXliff } from '../../../shared/exchange/translations/print-xliff.ts';
import { readXliff } from '../../../shared/exchange/translations/read-xliff.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Studio } from '../../state/studio.ts';
import { showFailure } from './show-failure.ts';

/** Asks where and writes all texts with their translations. */
export async function saveTranslations(studio: Studio, format: TranslationExport): Promise<void> {
  const { document } = studio.editor.getState();
  const { text, ending } = printed(document, format);
  const suggestedName = `${document.scenario.name || 'scenario'}.${ending}`.slice(-200);
  const saved = await studio.host.call('export.save', { suggestedName, text });
  if (!saved.ok) return showFailure(studio, saved.failure);
  if (saved.value.kind !== 'saved') return;
  studio.ui.notify('good', `The translations are in ${saved.value.place}.`);
  const lost = format.kind === 'xliff1' ? lostInXliff(document) : 0;
  if (lost > 0)
    studio.ui.notify(
      'info',
      `${lost} ${lost === 1 ? 'text holds' : 'texts hold'} characters that XLIFF 1.2 cannot hold: they were left out. XLIFF 2.1 and CSV hold them.`,
    );
}

function printed(document: Document, format: TranslationExport): { readonly text: string; readonly ending: string } {
  if (format.kind === 'csv') return { text: printTranslationCsv(document), ending: 'translations.csv' };
  if (format.kind === 'xliff1') return { text: printXliff(document), ending: 'translations.xlf' };
  return { text: printXliff2(document, format.language), ending: `${format.language}.xlf` };
}

/** Asks for a file of translations and takes it in. */
export async function chooseTranslations(studio: Studio): Promise<void> {
  const chosen = await studio.host.call('import.choose', { what: 'translations' });
  if (!chosen.ok) return showFailure(studio, chosen.failure);
  if (chosen.value.kind !== 'chosen') return;
  importTranslations(studio, chosen.value.name, chosen.value.text);
}

/** Takes a file of translations in as one step; what does not fit is told. */
export function importTranslations(studio: Studio, name: string, text: string): void {
  const file = (formatOfName(name) ?? guess(text)) === 'csv' ? readTranslationCsv(text) : readXliff(text);
  const { change, count, same, languages, problems } = planTranslationImport(studio.editor.getState().document, file);
  const done =
    change === null ? null : studio.editor.execute(translationsPut('Import translations', change), null, true);
  if (done?.ok === false) return studio.ui.notify('bad', done.failure.sentence);
  if (problems.length > 0) studio.ui.openDialog({ kind: 'translationReport', name, problems });
  const spoken = languages.length === 0 ? '' : ` The scenario speaks ${languages.join(', ')} now.`;
  const here = same === 0 ? '' : ` ${same} ${same === 1 ? 'was' : 'were'} here already.`;
  studio.ui.notify(
    count === 0 ? 'info' : 'good',
    count === 0
      ? `Nothing of “${name}” is new.${here}`
      : `${count} ${count === 1 ? 'translation' : 'translations'} came in.${here}${spoken} Undo takes them back.`,
  );
}

const guess = (text: string): TranslationFormat => (/^\uFEFF?\s*</.test(text) ? 'xlf' : 'csv');
