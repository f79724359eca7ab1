import { fail, succeed } from '../../base/result.ts';
import type { Filter, Piped } from './filter.ts';
import { numberWords, ordinalText, ordinalWords } from './number-words.ts';

export const numberToWords: Filter = numberFilter('The number in words: 30 is thirty', 'number_to_words', numberWords);
export const ordinal: Filter = numberFilter('1st, 2nd, 3rd', 'ordinal', ordinalText);
export const ordinalToWords: Filter = numberFilter('first, second, third', 'ordinal_words', ordinalWords);

function numberFilter(summary: string, usage: string, words: (value: number) => string | null): Filter {
  return {
    summary,
    usage,
    apply: (value) => {
      if (value === null) return succeed(null);
      const number = toNumber(value);
      const text = number === null ? null : words(number);
      return text === null ? fail('It needs a number it can count to.') : succeed(text);
    },
  };
}

/** A number, or a text that is one and nothing else. */
export function toNumber(value: Piped | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*$/.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
