import { base64, hmac, md5, urlDecode, urlEncode } from './encoding-filters.ts';
import type { Filter } from './filter.ts';
import { formatDate } from './format-date.ts';
import { count, last, range, select, where } from './list-filters.ts';
import { numberToWords, ordinal, ordinalToWords } from './number-filters.ts';
import { lowercase, replace, uppercase, uppercaseFirst, uppercaseWords } from './text-filters.ts';

/** Every filter by its name, in the order editors offer them. A Map: no name can reach a prototype. */
export const filters: ReadonlyMap<string, Filter> = new Map([
  ['uppercase', uppercase],
  ['lowercase', lowercase],
  ['uppercase_first', uppercaseFirst],
  ['uppercase_words', uppercaseWords],
  ['replace', replace],
  ['number_to_words', numberToWords],
  ['ordinal', ordinal],
  ['ordinal_words', ordinalToWords],
  ['format_date', formatDate],
  ['count', count],
  ['last', last],
  ['range', range],
  ['where', where],
  ['select', select],
  ['url_encode', urlEncode],
  ['url_decode', urlDecode],
  ['base64', base64],
  ['md5', md5],
  ['hmac', hmac],
]);
