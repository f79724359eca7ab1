import { applyDiff } from '../../../shared/commands/diff.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { translationsPut } from '../../../shared/commands/translations-put.ts';
import { printTranslationCsv, readTranslationCsv } from '../../../shared/exchange/translations/csv-translations.ts';
import { planTranslationImport } from '../../../shared/exchange/translations/plan-translation-import.ts';
import { formatOfName } from '../../../shared/exchange/translations/translation-file.ts';
import { languagesOf } from '../../../shared/exchange/translations/translation-change.ts';
import { printXliff2 } from '../../../shared/exchange/translations/print-xliff-2.ts';
import { printXliff } from '../../../shared/exchange/translations/print-xliff.ts';
import { readXliff } from '../../../shared/exchange/translations/read-xliff.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { printJson, type ExitCode } from '../command.ts';
import { loadScenario, reportProblems, reportUnusable, type Report } from '../scenario-input.ts';
import { readText, writeText } from '../text-files.ts';
import type { ExportedText } from './export-open-dialog.ts';

/** All texts with their translations, as the ending of the target asks for; one language is XLIFF 2.1. */
export async function translationsText(
  file: string,
  target: string | null,
  language: string | null,
  report: Report,
): Promise<ExportedText | null> {
  const format = target === null ? 'csv' : formatOfName(target);
  if (format === null) return reportUnusable(target ?? '', [otherEnding], report);
  const loaded = await loadScenario(file, report);
  if (loaded === null) return null;
  const { document } = loaded;
  if (language === null)
    return { text: (format === 'csv' ? printTranslationCsv : printXliff)(document), isWhole: true };
  const { others } = languagesOf(document);
  if (format === 'csv') return reportUnusable(target ?? '', [onlyXliff], report);
  if (!others.includes(language)) return reportUnusable(file, [notSpoken(language, others)], report);
  return { text: printXliff2(document, language), isWhole: true };
}

/** Takes a file of translations into the scenario; what does not fit is told. */
export async function importTranslations(file: string, target: string, report: Report): Promise<ExitCode> {
  const format = formatOfName(file);
  if (format === null) return unusable(file, otherEnding, report);
  const text = await readText(file);
  if (!text.ok) return unusable(file, { pointer: '', sentence: text.failure }, report);
  const loaded = await loadScenario(target, report);
  if (loaded === null) return 2;
  const read = (format === 'csv' ? readTranslationCsv : readXliff)(text.value);
  const plan = planTranslationImport(loaded.document, read);
  if (plan.change !== null) {
    const planned = planCommand(loaded.document, translationsPut('Import translations', plan.change));
    if (!planned.ok) return unusable(target, { pointer: '', sentence: planned.failure.sentence }, report);
    const imported = printScenario(applyDiff(loaded.document, planned.value.diff));
    const written = await writeText(target, imported, { keepPrevious: true });
    if (!written.ok) return unusable(target, { pointer: '', sentence: written.failure }, report);
  }
  reportProblems(
    file,
    plan.problems.map(({ place, sentence }) => ({ pointer: place, sentence })),
    report,
  );
  const { count, same, languages, problems } = plan;
  if (report.json) printJson(report.terminal, { file: target, count, same, languages, leftOut: problems.length });
  else report.terminal.out(`${target}: ${count} translated, ${same} already there\n`);
  return problems.length === 0 ? 0 : 1;
}

const onlyXliff = {
  pointer: '',
  sentence: 'One language alone is written as XLIFF 2.1: name a file that ends in .xlf.',
};

const notSpoken = (language: string, others: readonly string[]) => ({
  pointer: '/scenario/languages',
  sentence: `The scenario is not translated into "${language}". Its languages: ${others.join(', ') || 'none'}.`,
});

const otherEnding = { pointer: '', sentence: 'Translations are files that end in .csv, .xlf or .xliff.' };

function unusable(file: string, problem: { pointer: string; sentence: string }, report: Report): ExitCode {
  reportUnusable(file, [problem], report);
  return 2;
}
