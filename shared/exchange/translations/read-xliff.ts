import { parseXml, type XmlElement, type XmlNode } from '../markup/parse-xml.ts';
import { isLanguageTag } from './translation-change.ts';
import type { FileEntry, FileProblem, TranslationFile } from './translation-file.ts';

/** XLIFF 1.2, 2.0 or 2.1 as translators give it back. Any text is read; what makes no sense is told. */
export function readXliff(text: string): TranslationFile {
  const { nodes, problems: flaws } = parseXml(text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, ''));
  const root = elements(nodes).find(({ name }) => localName(name) === 'xliff');
  const problems: FileProblem[] = flaws.map(({ position, sentence }) => ({ place: lineOf(text, position), sentence }));
  if (root === undefined) return refuse('This is no XLIFF file: there is no <xliff> in it.');
  const version = root.attributes.get('version') ?? '';
  const dialect = /^1\.|^2\.[01]$/.exec(version) === null ? null : version.startsWith('1') ? first : second;
  if (dialect === null)
    return refuse(
      `This is XLIFF ${version || 'without a version'}; Parley reads 1.2, 2.0 and 2.1. Ask for one of those.`,
    );
  // A text cut in half would pass for a translation.
  if (!/<\/(?:[\w.-]+:)?xliff\s*>\s*$/.test(text)) return refuse('The file is not whole: its end is missing.');
  const entries: FileEntry[] = [];
  for (const file of elements(root.children).filter(({ name }) => localName(name) === 'file')) {
    const language = dialect.languageOf(root, file);
    if (isLanguageTag(language))
      entries.push(...found(file, dialect.unit).flatMap((unit) => entryOf(unit, dialect, language, problems)));
    else problems.push({ place: 'file', sentence: `“${language}” is no target language; that part was left out.` });
  }
  return { entries, problems };
}

/** Where the two generations of XLIFF keep the same. */
type Dialect = {
  readonly unit: string;
  readonly languageOf: (root: XmlElement, file: XmlElement) => string;
  /** What the unit is named by; its id is made of the message and a number. */
  readonly name: string;
  readonly source: (unit: XmlElement) => string | null;
  /** Empty while it is not translated, or not all of it. */
  readonly target: (unit: XmlElement) => string;
};

const first: Dialect = {
  unit: 'trans-unit',
  languageOf: (_, file) => file.attributes.get('target-language') ?? '',
  name: 'resname',
  source: (unit) => partOf(unit, 'source'),
  target: (unit) => partOf(unit, 'target') ?? '',
};

/** A unit may be cut into segments; what lies between them is only said where it was changed. */
const second: Dialect = {
  unit: 'unit',
  languageOf: (root) => root.attributes.get('trgLang') ?? '',
  name: 'name',
  source: (unit) => {
    const sources = segmentsOf(unit).map((segment) => partOf(segment, 'source'));
    return sources.length === 0 || sources.includes(null) ? null : sources.join('');
  },
  target: (unit) => {
    const targets = segmentsOf(unit).map((segment) => {
      const isBetween = localName(segment.name) === 'ignorable';
      return partOf(segment, 'target') ?? (isBetween ? partOf(segment, 'source') : null);
    });
    return targets.includes(null) ? '' : targets.join('');
  },
};

const segmentsOf = (unit: XmlElement): XmlElement[] =>
  elements(unit.children).filter(({ name }) => /^(segment|ignorable)$/.test(localName(name)));

const partOf = (element: XmlElement, name: string): string | null => {
  const part = elements(element.children).find((child) => localName(child.name) === name);
  return part === undefined ? null : textOf(part.children);
};

const refuse = (sentence: string): TranslationFile => ({ entries: [], problems: [{ place: 'file', sentence }] });

const elements = (nodes: readonly XmlNode[]): XmlElement[] =>
  nodes.flatMap((node) => (node.kind === 'element' ? [node] : []));

/** Units may lie in groups. */
const found = (element: XmlElement, name: string): XmlElement[] =>
  elements(element.children).flatMap((child) => (localName(child.name) === name ? [child] : found(child, name)));

function entryOf(unit: XmlElement, dialect: Dialect, language: string, problems: FileProblem[]): FileEntry[] {
  const id = unit.attributes.get('id') ?? '';
  const place = `unit ${id || 'without an id'}`;
  const text = dialect.source(unit);
  if (text === null) {
    problems.push({ place, sentence: 'It has no source, so nobody knows what it translates.' });
    return [];
  }
  const message = unit.attributes.get(dialect.name) ?? id.replace(/[/.]\d+$/, '');
  return [{ place, message, text, language, translated: dialect.target(unit) }];
}

/** What tools put around parts of a text is theirs; the words count. */
const textOf = (nodes: readonly XmlNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : (codePointOf(node) ?? textOf(node.children)))).join('');

/** XLIFF 2 writes what no XML may hold by its number. */
function codePointOf({ name, attributes }: XmlElement): string | null {
  if (localName(name) !== 'cp') return null;
  const hex = attributes.get('hex') ?? '';
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? parseInt(hex, 16) : Infinity;
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const lineOf = (text: string, position: number): string => `line ${text.slice(0, position).split('\n').length}`;
