import type { Document } from '../../model/document.ts';
import { languagesOf } from './translation-change.ts';
import { translationUnits, type TranslationUnit } from './translation-units.ts';
import { withoutUnwritable } from './unwritable-characters.ts';
import { xmlText } from './xml-text.ts';

/** All texts as XLIFF 1.2, one `file` for each language; a unit is named by its message. */
export function printXliff(document: Document): string {
  const { base, others } = languagesOf(document);
  const units = translationUnits(document);
  const files = others.flatMap((language) => [
    `  <file original="${xmlText(document.scenario.id)}" source-language="${xmlText(base)}" target-language="${xmlText(language)}" datatype="plaintext">`,
    '    <body>',
    ...units.flatMap((unit) => linesOf(unit, unit.translated.get(language) ?? '')),
    '    </body>',
    '  </file>',
  ]);
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
  ];
  return `${[...head, ...files, '</xliff>'].join('\n')}\n`;
}

function linesOf({ message, count, text, role, where }: TranslationUnit, translated: string): string[] {
  const target =
    translated === ''
      ? '        <target state="needs-translation"/>'
      : `        <target state="translated">${xmlText(translated)}</target>`;
  return [
    `      <trans-unit id="${xmlText(message)}/${count}" resname="${xmlText(message)}" xml:space="preserve">`,
    `        <source>${xmlText(text)}</source>`,
    target,
    `        <note>${xmlText([...where, role].join(' › '))}</note>`,
    '      </trans-unit>',
  ];
}

/** How many texts and translations lose characters that this XLIFF cannot hold: to be told, as a table holds them. */
export function lostInXliff(document: Document): number {
  const texts = translationUnits(document).flatMap(({ text, translated }) => [text, ...translated.values()]);
  return texts.filter((text) => withoutUnwritable(text) !== text).length;
}
