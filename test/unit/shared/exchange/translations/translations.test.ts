import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { translationsPut } from '../../../../../shared/commands/translations-put.ts';
import { translationWarnings } from '../../../../../shared/exchange/translations/check-translation.ts';
import { printCsv } from '../../../../../shared/base/print-csv.ts';
import { readCsv } from '../../../../../shared/base/read-csv.ts';
import {
  printTranslationCsv,
  readTranslationCsv,
} from '../../../../../shared/exchange/translations/csv-translations.ts';
import { planTranslationImport } from '../../../../../shared/exchange/translations/plan-translation-import.ts';
import {
  forgetLeft,
  removeLanguage,
  translate as translateTexts,
  type TranslationChange,
} from '../../../../../shared/exchange/translations/translation-change.ts';
import {
  leftTranslations,
  translationCells,
  translationRows,
} from '../../../../../shared/exchange/translations/translation-rows.ts';
import { printXliff2 } from '../../../../../shared/exchange/translations/print-xliff-2.ts';
import { printXliff } from '../../../../../shared/exchange/translations/print-xliff.ts';
import type { TranslationFile } from '../../../../../shared/exchange/translations/translation-file.ts';
import { translatedBlock } from '../../../../../shared/program/translated-block.ts';
import { untranslatedText, unheardTranslation } from '../../../../../shared/problems/translations.ts';
import { xliffFaults } from '../../../../builders/xliff-structure.ts';
import { aBlock } from '../../../../builders/a-block.ts';
import { readXliff } from '../../../../../shared/exchange/translations/read-xliff.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';

const written = aScenario('Shop')
  .withConversation('Orders')
  .withScene('Main')
  .withTurn('Where')
  .user('where')
  .app('tell', { text: 'It is **here**, {user.name}' })
  .app('bye', { text: '=1+1' })
  .app('only', { text: '{user.name}' })
  .build();

const changed = (document: Document, change: TranslationChange): Document =>
  after(document, translationsPut('Translate', change));
const spoken = changed(written, { languages: { base: 'en', others: ['de', 'fr'] }, puts: [] });
const [tell, bye] = translationRows(spoken);
const edit = (row: typeof tell, language: string, translated: string) => {
  if (row === undefined) throw new Error('there is such a text');
  return { intent: row.intent, message: row.message, text: row.text, language, translated };
};
const translate = (document: Document, ...edits: ReturnType<typeof edit>[]): Document =>
  changed(document, translateTexts(document, edits));
const cellOf = (document: Document, row: typeof tell, language: string) => {
  const message = document.tables.intents.get(row?.intent ?? '')?.messages[0];
  return message === undefined ? undefined : translationCells(message, language).get(row?.text ?? '');
};

describe('texts and their translations', () => {
  test('every text with words is there once, with where it is said', () => {
    expect(translationRows(spoken).map(({ text, role, where }) => [text, role, where.at(-1)])).toEqual([
      ['It is **here**, {user.name}', 'markdown', 'tell'],
      ['=1+1', 'markdown', 'bye'],
    ]);
  });

  test('a translation is written, and taken away without a trace', () => {
    const translated = translate(spoken, edit(tell, 'de', 'Hier'));
    expect(cellOf(translated, tell, 'de')).toEqual({ state: 'translated', translated: 'Hier' });
    expect(cellOf(translated, tell, 'fr')).toEqual({ state: 'missing' });
    expect(printScenario(translate(translated, edit(tell, 'de', '')))).toBe(printScenario(spoken));
  });

  test('of another wording the old translation stands as outdated until it is replaced', () => {
    const translated = translate(spoken, edit(bye, 'de', 'Tschüss'));
    const intent = translated.tables.intents.get('bye');
    const messages = intent?.messages.map((message) => ({ ...message, blocks: [{ kind: 'text', text: 'See you' }] }));
    const reworded = after(translated, {
      kind: 'record.update',
      table: 'intents',
      id: 'bye',
      changes: { messages },
    } as never);
    const row = translationRows(reworded)[1];
    expect(cellOf(reworded, row, 'de')).toEqual({ state: 'outdated', translated: 'Tschüss', of: '=1+1' });
    expect(leftTranslations(reworded)).toMatchObject([{ language: 'de', text: '=1+1', translated: 'Tschüss' }]);
    const renewed = translate(reworded, edit(row, 'de', 'Bis bald'));
    expect(leftTranslations(renewed)).toEqual([]);
    expect(cellOf(renewed, row, 'de')).toEqual({ state: 'translated', translated: 'Bis bald' });
    const forgotten = changed(reworded, forgetLeft(reworded, leftTranslations(reworded)));
    expect(cellOf(forgotten, row, 'de')).toEqual({ state: 'missing' });
  });

  test('a language that goes takes its translations along', () => {
    const translated = translate(spoken, edit(tell, 'de', 'Hier'), edit(tell, 'fr', 'Ici'));
    const gone = changed(translated, removeLanguage(translated, 'de'));
    expect(gone.scenario.languages).toEqual({ base: 'en', others: ['fr'] });
    expect(gone.tables.intents.get('tell')?.messages[0]?.translations).toEqual({ fr: { [tell?.text ?? '']: 'Ici' } });
  });

  test('what a translation lacks is told', () => {
    const base = 'It is **here**, {user.name}: [more](https://a.b)';
    expect(translationWarnings(base, 'Es ist **hier**, { user.name }: [mehr](https://a.b)', 'markdown')).toEqual([]);
    expect(translationWarnings(base, 'Hier, {user.nam}', 'markdown')).toEqual([
      '{user.name} is missing, so what it stands for is not said.',
      '{user.nam} is not in the text that is translated.',
      'The text has 1 bold part, the translation none.',
      'The text has 1 link, the translation none.',
    ]);
    expect(translationWarnings('**a**', 'a', 'plain')).toEqual([]);
  });
});

/** A file of the second generation holds one language, so there are two. */
const bothLanguages = (document: Document): string =>
  ['de', 'fr'].map((language) => printXliff2(document, language)).join('\u0000');
const readBoth = (text: string): TranslationFile => {
  const files = text.split('\u0000').map(readXliff);
  return { entries: files.flatMap(({ entries }) => entries), problems: files.flatMap(({ problems }) => problems) };
};

describe('links and numbers', () => {
  const call = { text: 'Call', target: { kind: 'call', phone: '+44 1' } } as const;
  const link = { text: 'Open', target: { kind: 'link', url: 'https://a.example/en', newTab: true } } as const;
  const leading = changed(
    aScenario('Shop')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .app('lead', { messages: [{ blocks: [aBlock({ kind: 'button', text: 'Ask us', buttons: [call, link] })] }] })
      .build(),
    { languages: { base: 'en', others: ['de'] }, puts: [] },
  );
  const rows = translationRows(leading);
  const [, , phone, , url] = rows;

  test('can be another one in another language, and are not asked for', () => {
    expect(rows.map(({ text, role }) => [text, role])).toEqual([
      ['Ask us', 'markdown'],
      ['Call', 'plain'],
      ['+44 1', 'phone'],
      ['Open', 'plain'],
      ['https://a.example/en', 'address'],
    ]);
    const words = ['Ask us', 'Call', 'Open'].map((text) =>
      edit(
        rows.find((row) => row.text === text),
        'de',
        `${text}!`,
      ),
    );
    expect(untranslatedText(leading)).toHaveLength(1);
    expect(untranslatedText(translate(leading, ...words))).toEqual([]);
    const files = (document: Document) => [
      printTranslationCsv(document),
      printXliff(document),
      printXliff2(document, 'de'),
    ];
    for (const file of files(leading)) expect(file).not.toMatch(/\+44 1|a\.example/);

    const own = translate(leading, ...words, edit(phone, 'de', '+49 1'));
    expect(unheardTranslation(own)).toEqual([]);
    expect(leftTranslations(own)).toEqual([]);
    for (const file of files(own)) {
      expect(file).toContain('+49 1');
      expect(file).not.toContain('a.example');
    }
    const [message] = own.tables.intents.get('lead')?.messages ?? [];
    const [block] = message?.blocks ?? [];
    expect(message === undefined || block === undefined ? null : translatedBlock(block, message, 'de')).toMatchObject({
      buttons: [
        { text: 'Call!', target: { phone: '+49 1' } },
        { text: 'Open!', target: { url: 'https://a.example/en' } },
      ],
    });
    expect(planTranslationImport(translate(leading, ...words), readXliff(printXliff2(own, 'de')))).toMatchObject({
      count: 1,
      problems: [],
    });
  });

  test('an address that is none is told', () => {
    expect(translationWarnings(url?.text ?? '', 'https://a.example/de', 'address')).toEqual([]);
    expect(translationWarnings(url?.text ?? '', 'javascript:alert(1)', 'address')).toEqual([
      'It is no web address: it should begin with https://, http://, mailto: or tel:.',
    ]);
  });
});

describe('translations in files', () => {
  const whole = translate(
    spoken,
    edit(tell, 'de', ' „Hier“, <b>&amp;\n{user.name}; "ja" '),
    edit(bye, 'de', '@SUM(1)'),
    edit(bye, 'fr', "'=salut"),
  );
  const bare = written;

  test.each([
    ['CSV', printTranslationCsv, readTranslationCsv],
    ['XLIFF 1.2', printXliff, readXliff],
    ['XLIFF 2.1', bothLanguages, readBoth],
  ])('%s gives back every translation and the languages', (_name, print, read) => {
    const file = read(print(whole));
    expect(file.problems).toEqual([]);
    const plan = planTranslationImport(bare, file);
    expect(plan).toMatchObject({ count: 3, same: 0, languages: ['de', 'fr'], problems: [] });
    const imported = plan.change === null ? bare : changed(bare, plan.change);
    expect(printScenario(imported)).toBe(printScenario(whole));
    expect(planTranslationImport(imported, file)).toMatchObject({ change: null, count: 0, same: 3 });
  });

  test.each([
    ['1.2', () => printXliff(whole)],
    ['2.1', () => printXliff2(whole, 'de')],
    ['2.1', () => printXliff2(whole, 'fr')],
  ])('XLIFF %s is built as its published structure says', (version, print) => {
    expect(print()).toContain(`version="${version}"`);
    expect(xliffFaults(print())).toEqual([]);
    expect(xliffFaults(print().replace('<source>', '<sauce>').replace('</source>', '</sauce>'))).not.toEqual([]);
    expect(xliffFaults(print().replace(/(<file[^>]*?) (id|datatype)="[^"]*"/, '$1'))).not.toEqual([]);
  });

  test('no cell of a table is a formula', () => {
    const cells = readCsv(printTranslationCsv(whole).replaceAll("'", '’')).flatMap((row) => row.cells);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('what does not fit is told and left out, the rest comes in', () => {
    const rows = [
      ['message', 'where', 'en', 'de', '!'],
      [tell?.message ?? '', '', tell?.text ?? '', 'Da', ''],
      [tell?.message ?? '', '', 'Said once', 'Weg', ''],
      ['nobody', '', 'Hi', 'Hallo', ''],
    ];
    const plan = planTranslationImport(bare, readTranslationCsv(printCsv(rows)));
    expect(plan.count).toBe(1);
    expect(plan.problems.map(({ sentence }) => sentence)).toEqual([
      '“!” is no language; the column was left out.',
      'The message no longer says “Said once”; its translation was left out.',
      'There is no message “nobody” any more.',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no table', 'hello'],
    ['a program', '<html><script>alert(1)</script>'],
    ['another version', '<xliff version="3.0"><file/></xliff>'],
    ['no language to translate into', '<xliff version="2.0" srcLang="en"><file id="f"/></xliff>'],
    ['half a file', printXliff(whole).slice(0, 700)],
    ['entities', '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="1.2"><file target-language="de">&a;</file></xliff>'],
  ])('%s is refused or read in part, with a reason', (_name, text) => {
    const both = [readTranslationCsv(text), readXliff(text)];
    for (const file of both) {
      expect(file.problems).not.toEqual([]);
      expect(planTranslationImport(bare, file).count).toBeLessThanOrEqual(1);
    }
  });

  test('no text makes a reader throw or hang', () => {
    const bits = fc.constantFrom(
      '<xliff version="1.2">',
      '<xliff version="2.0" trgLang="de">',
      '<unit id="a/1"><segment>',
      '<file target-language="de">',
      '<trans-unit id="a/1">',
      '<source>',
      '</',
      '"',
      ',',
      '\n',
      'message,en,de',
      '&#x;',
      '<![CDATA[',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => {
        const text = parts.join('');
        planTranslationImport(whole, readXliff(text));
        planTranslationImport(whole, readTranslationCsv(text));
      }),
    );
  });
});
