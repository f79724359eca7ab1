import { recordWords } from '../../shared/commands/record-words.ts';
import type { Command } from '../../shared/commands/command.ts';
import type { Document } from '../../shared/model/document.ts';
import type { AnyRecord } from '../../shared/model/record-tables.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { isFoundByName, mapTexts } from './map-texts.ts';
import { searchEntries, type SearchEntry } from './search-entries.ts';
import { parseSearchQuery } from './search-query.ts';
import { entriesFor } from './search-scenario.ts';

export type ReplaceWish = {
  /** As in the search: words, and filters that say where. */
  readonly query: string;
  readonly by: string;
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
};

/** One text that would say something else. */
export type Replacement = {
  /** The record, and which of its texts, in their order. */
  readonly id: string;
  readonly slot: number;
  readonly title: string;
  readonly word: string;
  readonly field: string;
  readonly before: string;
  readonly parts: readonly TextPart[];
};

/** A text in pieces: what stays, and what goes for something else. */
export type TextPart = { readonly text: string; readonly by: string | null };

export type Replacements = {
  readonly texts: readonly Replacement[];
  /** How often it stands in references and in names that others go by, which stay. */
  readonly kept: number;
};

export const noReplacements: Replacements = { texts: [], kept: 0 };

/** What is looked for, without the filters: with its spaces, as it stands in the texts. */
export const needleOf = (query: string): string =>
  query
    .replace(/(?<!\S)-?(?:kind|is|uses):(?:"[^"]*"?|\S+)/giu, '')
    .replace(/(?<!\S)-\S+/gu, '')
    .trim()
    .replace(/^"([^"]*)"?$/u, '$1');

/** Every free text that says it, in reading order, with what it would say instead. */
export function findReplacements(document: Document, problems: readonly Problem[], wish: ReplaceWish): Replacements {
  const pattern = patternFor(wish);
  if (pattern === null) return noReplacements;
  const texts: Replacement[] = [];
  let kept = 0;
  for (const entry of entriesIn(document, problems, wish.query)) {
    const record = recordOf(document, entry);
    if (record === undefined) continue;
    let slot = -1;
    mapTexts(entry.table, record, (before, field) => {
      slot += 1;
      const { parts, inReferences } = partsOf(before, pattern, wish.by);
      kept += inReferences;
      if (parts.some(({ by }) => by !== null))
        texts.push({ id: entry.id, slot, title: entry.title, word: recordWords[entry.table], field, before, parts });
      return before;
    });
    kept += keptNames(entry.table, record).filter((name) => name.search(pattern) >= 0).length;
  }
  return { texts, kept };
}

/** One step that lets these texts say something else; null when there are none. */
export function planReplace(
  document: Document,
  problems: readonly Problem[],
  wish: ReplaceWish,
  meant: readonly Pick<Replacement, 'id' | 'slot'>[],
): Command | null {
  const pattern = patternFor(wish);
  if (pattern === null) return null;
  const slots = new Map<string, Set<number>>();
  for (const { id, slot } of meant) slots.set(id, (slots.get(id) ?? new Set()).add(slot));
  const commands = entriesIn(document, problems, wish.query).flatMap((entry): Command[] => {
    const [own, record] = [slots.get(entry.id), recordOf(document, entry)];
    if (own === undefined || record === undefined) return [];
    let slot = -1;
    const changes = mapTexts(entry.table, record, (text) => {
      slot += 1;
      return own.has(slot) ? joined(partsOf(text, pattern, wish.by).parts) : text;
    });
    if (Object.keys(changes).length === 0) return [];
    if (entry.table === 'scenario') return [{ kind: 'scenario.update', changes }];
    return [{ kind: 'record.update', table: entry.table, id: entry.id, changes }];
  });
  if (commands.length === 0) return null;
  return { kind: 'several', label: `Replace “${shortly(needleOf(wish.query))}” with “${shortly(wish.by)}”`, commands };
}

const shortly = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Records the filters speak of; words are looked for in each of their texts, not in all of them together. */
function entriesIn(document: Document, problems: readonly Problem[], query: string): readonly SearchEntry[] {
  const asked = parseSearchQuery(query);
  const all = searchEntries(document).filter(({ id, table }) => table === 'scenario' || document.homes.has(id));
  return entriesFor(document, problems, { ...asked, words: [] }, all);
}

const recordOf = (document: Document, { id, table }: SearchEntry): AnyRecord | undefined =>
  table === 'scenario' ? (document.scenario as unknown as AnyRecord) : document.tables[table].get(id);

/** Looked for letter by letter: nothing of it is a pattern. */
function patternFor({ query, matchesCase, wholeWords }: ReplaceWish): RegExp | null {
  const needle = needleOf(query);
  if (needle === '') return null;
  const literal = needle.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const flags = matchesCase ? 'gu' : 'giu';
  return new RegExp(wholeWords ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal, flags);
}

function partsOf(text: string, pattern: RegExp, by: string) {
  const parts: TextPart[] = [];
  let [at, inReferences] = [0, 0];
  const references = [...text.matchAll(/\{[^{}]*\}/g)].map(({ index, 0: whole }) => [index, index + whole.length]);
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const end = index + found.length;
    if (references.some(([from = 0, to = 0]) => index < to && end > from)) {
      inReferences += 1;
      continue;
    }
    if (index > at) parts.push({ text: text.slice(at, index), by: null });
    parts.push({ text: found, by });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), by: null });
  return { parts, inReferences };
}

const joined = (parts: readonly TextPart[]): string => parts.map(({ text, by }) => by ?? text).join('');

/** What others go by. */
function keptNames(table: SearchEntry['table'], record: AnyRecord): readonly string[] {
  if ('intentId' in record) return [record.intentId];
  return 'name' in record && table !== 'scenario' && isFoundByName(table) ? [record.name] : [];
}
