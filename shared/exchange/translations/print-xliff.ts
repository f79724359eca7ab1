import { recordIn, type Document } from '../../model/document.ts';
import { withoutUnwritable } from './unwritable-characters.ts';
import { languagesOf } from './translation-change.ts';
import { translationCells, translationRows } from './translation-rows.ts';

/** All texts as XLIFF 1.2, one `file` for each language; a unit is named by its message. */
export function printXliff(document: Document): string {
  const { base, others } = languagesOf(document);
  const files = others.flatMap((language) => [
    `  <file original="${escaped(document.scenario.id)}" source-language="${escaped(base)}" target-language="${escaped(language)}" datatype="plaintext">`,
    '    <body>',
    ...unitsIn(document, language),
    '    </body>',
    '  </file>',
  ]);
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
  ];
  return `${[...head, ...files, '</xliff>'].join('\n')}\n`;
}

function unitsIn(document: Document, language: string): string[] {
  const counts = new Map<string, number>();
  return translationRows(document).flatMap(({ intent, message, text, role, where }) => {
    const count = (counts.get(message) ?? 0) + 1;
    counts.set(message, count);
    const record = recordIn(document, 'intents', intent)?.messages.find(({ id }) => id === message);
    const cell = record === undefined ? undefined : translationCells(record, language).get(text);
    const target =
      cell?.state === 'translated'
        ? `        <target state="translated">${escaped(cell.translated)}</target>`
        : '        <target state="needs-translation"/>';
    return [
      `      <trans-unit id="${escaped(message)}/${count}" resname="${escaped(message)}" xml:space="preserve">`,
      `        <source>${escaped(text)}</source>`,
      target,
      `        <note>${escaped([...where, role].join(' › '))}</note>`,
      '      </trans-unit>',
    ];
  });
}

/** How many texts and translations lose characters that no XML may hold: to be told, as a table holds them. */
export function lostInXliff(document: Document): number {
  const { others } = languagesOf(document);
  return translationRows(document).reduce((sum, { intent, message, text }) => {
    const record = recordIn(document, 'intents', intent)?.messages.find(({ id }) => id === message);
    const cells = others.map((language) => record && translationCells(record, language).get(text));
    const written = [text, ...cells.map((cell) => (cell?.state === 'translated' ? cell.translated : ''))];
    return sum + written.filter((one) => withoutUnwritable(one) !== one).length;
  }, 0);
}

/** Characters no XML may hold go; the others stay, blanks and all. */
const escaped = (text: string): string =>
  withoutUnwritable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A reader makes one line end of it otherwise.
    .replaceAll('\r', '&#13;');
