import type { Document } from '../../model/document.ts';
import { languagesOf } from './translation-change.ts';
import { translationUnits, type TranslationUnit } from './translation-units.ts';
import { unwritable } from './unwritable-characters.ts';
import { xmlText } from './xml-text.ts';

/**
 * All texts as XLIFF 2.1, which holds one target language. A unit is named by its message; characters that no XML may
 * hold are written by their numbers, so nothing is lost.
 */
export function printXliff2(document: Document, language: string): string {
  const { base } = languagesOf(document);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${xmlText(base)}" trgLang="${xmlText(language)}">`,
    `  <file id="f1" original="${xmlText(document.scenario.id)}">`,
    ...translationUnits(document).flatMap((unit, index) => linesOf(unit, language, index + 1)),
    '  </file>',
    '</xliff>',
  ].join('\n')}\n`;
}

/** An id is one word without slashes here, so that it is made of a number alone; the name says which message it is. */
function linesOf(
  { message, text, translated, role, where }: TranslationUnit,
  language: string,
  number: number,
): string[] {
  const words = translated.get(language) ?? '';
  const target = words === '' ? [] : [`        <target>${inline(words)}</target>`];
  return [
    `    <unit id="u${number}" name="${xmlText(message)}" canResegment="no" xml:space="preserve">`,
    '      <notes>',
    `        <note category="location">${xmlText([...where, role].join(' › '))}</note>`,
    '      </notes>',
    `      <segment state="${words === '' ? 'initial' : 'translated'}">`,
    `        <source>${inline(text)}</source>`,
    ...target,
    '      </segment>',
    '    </unit>',
  ];
}

const inline = (text: string): string =>
  text
    .split(unwritable)
    .map((part, index) => (index % 2 === 0 ? xmlText(part) : `<cp hex="${hexOf(part)}"/>`))
    .join('');

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
