import type { Document } from '../../shared/model/document.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { recordWords } from '../../shared/commands/record-words.ts';
import { searchEntries, type SearchEntry } from './search-entries.ts';
import { isEmptyQuery, type SearchQuery } from './search-query.ts';

/** A record that fits, and the text that shows why. */
export type SearchResult = {
  readonly id: string;
  readonly title: string;
  readonly word: string;
  /** The field the words were found in, and the text around them; empty when a filter alone found it. */
  readonly field: string;
  readonly excerpt: string;
};

/** Every record that fits all that is asked, in reading order. */
export function searchScenario(
  document: Document,
  problems: readonly Problem[],
  query: SearchQuery,
): readonly SearchResult[] {
  if (isEmptyQuery(query)) return [];
  return entriesFor(document, problems, query, searchEntries(document)).map((entry) => resultOf(entry, query.words));
}

/** Those of the entries that fit all that is asked. */
export function entriesFor(
  document: Document,
  problems: readonly Problem[],
  query: SearchQuery,
  entries: readonly SearchEntry[],
): readonly SearchEntry[] {
  const troubled = problemStates(document, problems);
  return entries.filter((entry) => fits(entry, query, troubled.get(entry.id)));
}

function fits(entry: SearchEntry, query: SearchQuery, troubles: ReadonlySet<string> | undefined): boolean {
  const { not } = query;
  const isIn = (state: string): boolean => entry.states.has(state) || troubles?.has(state) === true;
  return (
    query.words.every((word) => entry.all.includes(word)) &&
    (query.kinds.length === 0 || query.kinds.some((kind) => entry.kinds.includes(kind))) &&
    query.states.every(isIn) &&
    query.uses.every((name) => usesOne(entry, name)) &&
    !not.words.some((word) => entry.all.includes(word)) &&
    !not.kinds.some((kind) => entry.kinds.includes(kind)) &&
    !not.states.some(isIn) &&
    !not.uses.some((name) => usesOne(entry, name))
  );
}

/** `user.` is everything of a context. */
const usesOne = ({ uses }: SearchEntry, name: string): boolean =>
  uses.has(name) || (name.endsWith('.') && [...uses].some((use) => use.startsWith(name)));

/** `problem`, and `error` or `warning`, for each record that has one. */
function problemStates(document: Document, problems: readonly Problem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>();
  for (const { ref, severity } of problems) {
    const record = document.homes.get(ref)?.record ?? ref;
    const set = states.get(record) ?? new Set(['problem']);
    set.add(severity);
    states.set(record, set);
  }
  return states;
}

const room = 40;

function resultOf({ id, table, title, texts }: SearchEntry, words: readonly string[]): SearchResult {
  const [first] = words;
  const found = first === undefined ? undefined : texts.find(([, text]) => text.toLowerCase().includes(first));
  const result = { id, title, word: recordWords[table], field: '', excerpt: '' };
  if (found === undefined || first === undefined || found[1] === title) return result;
  const [field, text] = found;
  const at = text.toLowerCase().indexOf(first);
  const start = Math.max(0, at - room / 2);
  const end = at + first.length + room;
  const excerpt = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  return { ...result, field: fieldWords(field), excerpt: excerpt.replace(/\s+/g, ' ') };
}

/** `expectedAttributes` reads "expected attributes". */
const fieldWords = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();
