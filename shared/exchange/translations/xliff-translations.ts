import { recordIn, type Document } from '../../model/document.ts';
import { parseXml, type XmlElement, type XmlNode } from '../markup/parse-xml.ts';
import { isLanguageTag, languagesOf } from './translation-change.ts';
import type { FileEntry, FileProblem, TranslationFile } from './translation-file.ts';
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

/** Characters no XML may hold go; the others stay, blanks and all. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A reader makes one line end of it otherwise.
    .replaceAll('\r', '&#13;');

/** XLIFF 1.2 as translators give it back. Any text is read; what makes no sense is told. */
export function readXliff(text: string): TranslationFile {
  const { nodes, problems: flaws } = parseXml(text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, ''));
  const root = elements(nodes).find(({ name }) => localName(name) === 'xliff');
  const problems: FileProblem[] = flaws.map(({ position, sentence }) => ({ place: lineOf(text, position), sentence }));
  if (root === undefined) return refuse('This is no XLIFF file: there is no <xliff> in it.');
  const version = root.attributes.get('version') ?? '';
  if (!version.startsWith('1.'))
    return refuse(`This is XLIFF ${version || 'without a version'}; Parley reads 1.2. Ask for that one.`);
  // A text cut in half would pass for a translation.
  if (!/<\/(?:[\w.-]+:)?xliff\s*>\s*$/.test(text)) return refuse('The file is not whole: its end is missing.');
  const entries: FileEntry[] = [];
  for (const file of elements(root.children).filter(({ name }) => localName(name) === 'file')) {
    const language = file.attributes.get('target-language') ?? '';
    if (isLanguageTag(language)) entries.push(...unitsOf(file).flatMap((unit) => entryOf(unit, language, problems)));
    else problems.push({ place: 'file', sentence: `“${language}” is no target language; that part was left out.` });
  }
  return { entries, problems };
}

const refuse = (sentence: string): TranslationFile => ({ entries: [], problems: [{ place: 'file', sentence }] });

const elements = (nodes: readonly XmlNode[]): XmlElement[] =>
  nodes.flatMap((node) => (node.kind === 'element' ? [node] : []));

/** Units may lie in groups. */
const unitsOf = (element: XmlElement): XmlElement[] =>
  elements(element.children).flatMap((child) => (localName(child.name) === 'trans-unit' ? [child] : unitsOf(child)));

function entryOf(unit: XmlElement, language: string, problems: FileProblem[]): FileEntry[] {
  const id = unit.attributes.get('id') ?? '';
  const part = (name: string): string | null => {
    const found = elements(unit.children).find((child) => localName(child.name) === name);
    return found === undefined ? null : textOf(found.children);
  };
  const text = part('source');
  const place = `unit ${id || 'without an id'}`;
  if (text === null) {
    problems.push({ place, sentence: 'It has no source, so nobody knows what it translates.' });
    return [];
  }
  const message = unit.attributes.get('resname') ?? id.replace(/\/\d+$/, '');
  return [{ place, message, text, language, translated: part('target') ?? '' }];
}

/** What tools put around parts of a text is theirs; the words count. */
const textOf = (nodes: readonly XmlNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('');

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const lineOf = (text: string, position: number): string => `line ${text.slice(0, position).split('\n').length}`;
