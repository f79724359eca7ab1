import { describe, expect, test } from 'vitest';
import { exportOpenDialog, printOpenDialog } from '../../shared/exchange/opendialog/export-open-dialog.ts';
import { importOpenDialog } from '../../shared/exchange/opendialog/import-open-dialog.ts';
import { printTranslationCsv, readTranslationCsv } from '../../shared/exchange/translations/csv-translations.ts';
import { planTranslationImport } from '../../shared/exchange/translations/plan-translation-import.ts';
import { lostInXliff, printXliff } from '../../shared/exchange/translations/print-xliff.ts';
import { printXliff2 } from '../../shared/exchange/translations/print-xliff-2.ts';
import { readXliff } from '../../shared/exchange/translations/read-xliff.ts';
import type { TranslationFile } from '../../shared/exchange/translations/translation-file.ts';
import { translationRows } from '../../shared/exchange/translations/translation-rows.ts';
import type { Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { naughtyStrings } from '../builders/naughty-strings.ts';
import { xliffFaults } from '../builders/xliff-structure.ts';
import { unwrap } from '../builders/unwrap.ts';

const texts = naughtyStrings() ?? [];

const saying = (text: string, isTranslated = true): Document =>
  aScenario('Naughty', { name: text, description: text, languages: { base: 'en', others: ['de'] } })
    .withConversation('talk', { description: text })
    .withScene('main', { description: text })
    .withTurn('turn', { description: text })
    .user('ask', { name: text, description: text, samples: [text] })
    .app('tell', {
      name: text,
      messages: [
        {
          blocks: [{ kind: 'text', text }],
          ...(isTranslated && { translations: { de: { [text]: `${text}!` } } }),
        },
      ],
    })
    .build();

/** What came back of the one translation there is. */
function comesBack(text: string, file: TranslationFile): string | null {
  const { change, problems } = planTranslationImport(saying(text, false), file);
  expect(problems).toEqual([]);
  const put = change?.puts.find(({ table }) => table === 'intents');
  const texts = (put?.record as IntentRecord | undefined)?.messages[0]?.translations?.['de'] ?? {};
  return Object.hasOwn(texts, text) ? (texts[text] ?? null) : null;
}

/** What no XML can hold. */
const outsideXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu;
const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;').replaceAll(outsideXml, '');

describe.skipIf(texts.length === 0)('every text there can be, out and in', () => {
  test('is translated in a table, in XLIFF 1.2, 2.0 and 2.1, and comes back; 1.2 leaves out what XML cannot hold', () => {
    let rows = 0;
    for (const text of texts) {
      // Not said: nothing, or only references. Names of what every object inherits are no keys, in any file.
      const [row] = translationRows(saying(text, false));
      if (row === undefined || /^(__proto__|constructor|prototype)$/.test(text)) continue;
      const document = saying(text);
      rows += 1;
      expect(comesBack(text, readTranslationCsv(printTranslationCsv(document)))).toBe(`${text}!`);
      const inXml = `${text}!`.replaceAll(outsideXml, '');
      expect(comesBack(text, readXliff(printXliff(document)))).toBe(inXml);
      const latest = printXliff2(document, 'de');
      expect(comesBack(text, readXliff(latest))).toBe(`${text}!`);
      expect(xliffFaults(latest)).toEqual([]);
      expect(lostInXliff(document)).toBe(inXml === `${text}!` ? 0 : 2);
      const second = `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de">
        <file id="f"><unit id="u" name="${row.message}"><segment><source xml:space="preserve">${safe(text)}</source>
        <target xml:space="preserve">${safe(`${text}!`)}</target></segment></unit></file></xliff>`;
      expect(comesBack(text, readXliff(second))).toBe(inXml);
    }
    expect(rows).toBeGreaterThan(400);
  });

  test('comes back from a scenario of OpenDialog as it was, or is told', () => {
    let compared = 0;
    for (const text of texts) {
      const { scenario, ...document } = saying(text, false);
      const { languages: _, ...spoken } = scenario;
      const exported = exportOpenDialog({ ...document, scenario: spoken });
      const back = unwrap(importOpenDialog(printOpenDialog(exported)));
      // Of the settings of its chat page, every file says that they mean nothing here.
      const told = exported.findings.length + back.report.findings.length > 1;
      if (!told) compared += 1;
      expect(wordsOf(back.document, told)).toEqual(wordsOf({ ...document, scenario }, told));
    }
    expect(compared).toBeGreaterThan(400);
  });
});

/** Everything with words; what a message says only where nothing was told. Its markup knows no blanks at the ends. */
const wordsOf = ({ scenario, tables }: Document, isTold: boolean): unknown => ({
  scenario: [scenario.name, scenario.description],
  levels: [tables.conversations, tables.scenes, tables.turns].flatMap((table) =>
    [...table.values()].map(({ name, description }) => [name, description]),
  ),
  intents: [...tables.intents.values()].map(({ name, speaker, samples, messages }) => ({
    name,
    // What the app says is no sample, though the file has a place for one.
    samples: speaker === 'APP' ? [] : samples.filter((sample) => sample !== ''),
    said: isTold
      ? null
      : messages.map(({ blocks }) => blocks.map((block) => (block.kind === 'text' ? block.text.trim() : block))),
  })),
});
