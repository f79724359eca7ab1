import type { Json } from '../../base/json.ts';
import { fail, succeed } from '../../base/result.ts';
import { valueText } from '../../values/value-text.ts';
import type { Filter, Piped } from './filter.ts';

export const uppercase: Filter = textFilter('All letters capital', 'uppercase', (text) => text.toUpperCase());
export const lowercase: Filter = textFilter('All letters small', 'lowercase', (text) => text.toLowerCase());
export const uppercaseFirst: Filter = textFilter('First letter capital', 'uppercase_first', capitalise);
export const uppercaseWords: Filter = textFilter('First letter of each word capital', 'uppercase_words', (text) =>
  text.replace(/(^|\s)(\S)/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
);

export const replace: Filter = textFilter(
  'Replaces every occurrence of a text',
  'replace "search" "new"',
  (text, args) => {
    const search = valueText(args[0] ?? null);
    return search === '' ? text : text.split(search).join(valueText(args[1] ?? null));
  },
);

/** A filter on one piece of text. Numbers and booleans read as their text; missing stays missing. */
export function textFilter(
  summary: string,
  usage: string,
  change: (text: string, args: readonly Json[]) => string,
): Filter {
  return {
    summary,
    usage,
    apply: (value, args) => {
      if (value === null) return succeed(null);
      return isText(value) ? succeed(change(valueText(value), args)) : fail('It needs a text.');
    },
  };
}

const isText = (value: Piped): value is string | number | boolean => typeof value !== 'object';

function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
