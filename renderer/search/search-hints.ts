import type { Document } from '../../shared/model/document.ts';
import { searchEntries } from './search-entries.ts';
import { filters, type FilterName } from './search-query.ts';

/** What can be taken for the word being typed: the whole field as it would be then, and how the offer reads. */
export type SearchHint = { readonly label: string; readonly query: string };

const beginnings = ['kind:intent', 'kind:action', 'is:problem', 'is:starting', 'uses:user.', '-kind:note'] as const;
const problemStates = ['problem', 'error', 'warning'];
const mostHints = 14;

/** At first what filters there are; while one is typed, what it can say in this scenario. */
export function searchHints(document: Document, query: string): readonly SearchHint[] {
  if (query.trim() === '') return beginnings.map((label) => ({ label, query: taken(label) }));
  const [word = ''] = /\S+$/u.exec(query) ?? [];
  const [, minus = '', name = '', begun = ''] = /^(-?)(kind|is|uses):(\S*)$/iu.exec(word) ?? [];
  if (name === '') return [];
  const filter = name.toLowerCase() as FilterName;
  const before = query.slice(0, query.length - word.length);
  return valuesOf(document, filter)
    .filter((value) => value.startsWith(begun.toLowerCase()) && value !== begun.toLowerCase())
    .slice(0, mostHints)
    .map((value) => {
      const label = `${minus}${filter}:${value}`;
      return { label, query: `${before}${taken(label)}` };
    });
}

/** What is whole may be followed by more. */
const taken = (label: string): string => (/[:.]$/.test(label) ? label : `${label} `);

/** Everything a filter can be asked for here, as it is typed: without spaces. */
function valuesOf(document: Document, filter: FilterName): readonly string[] {
  const found = new Set<string>(filter === 'is' ? problemStates : []);
  for (const entry of searchEntries(document)) for (const value of entry[filters[filter]]) found.add(value);
  return [...found].filter((value) => !/\s/.test(value)).sort();
}
