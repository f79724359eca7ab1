import type { Word } from '../read-words.ts';

/** A number as people write or say it, and how many words it takes. */
export type SpokenNumber = { readonly value: number; readonly count: number };

const units: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
]);

/** No shape lets two of its repeats take the same characters, so none can run away on a long text. */
const digits = /^[+-]?[$€£]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k)?$/i;

/** Written in digits: "1,250.50", "$12", "5k". */
export function readDigits(raw: string): number | null {
  const found = digits.exec(raw);
  if (found === null) return null;
  const [, number = '', thousands] = found;
  const value = Number(number.replaceAll(',', '')) * (thousands === undefined ? 1 : 1000);
  return raw.startsWith('-') ? -value : value;
}

/**
 * The number that begins at a word: "12", "twenty five", "two hundred and six", "three point five", "2 million",
 * "a dozen", "minus five".
 */
export function readNumber(words: readonly Word[], start: number): SpokenNumber | null {
  const [first, second] = [words[start], words[start + 1]];
  if (first === undefined) return null;
  switch (first.form) {
    case 'dozen':
      return { value: 12, count: 1 };
    case 'minus':
      return changed(readNumber(words, start + 1), (value) => -value);
    case 'half':
      return second?.form === 'a' && scales.has(words[start + 2]?.form ?? '')
        ? changed(readNumber(words, start + 1), (value) => value / 2)
        : null;
    case 'a':
      if (second?.form === 'dozen') return { value: 12, count: 2 };
      return scales.has(second?.form ?? '') ? changed(readWordsOfNumber(words, start + 1, 1), (value) => value) : null;
  }
  const written = readDigits(first.raw);
  if (written === null) return readWordsOfNumber(words, start);
  const scale = scales.get(second?.form ?? '');
  return scale === undefined ? { value: written, count: 1 } : { value: written * scale, count: 2 };
}

/** A number with a word in front of it that changes it. */
const changed = (number: SpokenNumber | null, change: (value: number) => number): SpokenNumber | null =>
  number === null ? null : { value: change(number.value), count: number.count + 1 };

function readWordsOfNumber(words: readonly Word[], start: number, before: number | null = null): SpokenNumber | null {
  let total = 0;
  let part: number | null = before;
  let at = start;
  let count = 0;
  for (; at < words.length; at += 1) {
    const form = words[at]?.form ?? '';
    const next = addWord(form, part);
    if (next !== null) part = next;
    else if (part !== null && scales.has(form)) {
      const scale = scales.get(form) ?? 1;
      if (scale === 100) part *= scale;
      else {
        total += part * scale;
        part = 0;
      }
    } else if (form !== 'and' || part === null || !continues(words[at + 1]?.form, part, total)) break;
    count = at - start + 1;
  }
  if (part === null) return null;
  return withDecimals(words, start, { value: total + part, count });
}

/** "seven", "seventeen", "seventy", "seventy seven"; in one word too: "twentyfive". */
function addWord(form: string, part: number | null): number | null {
  const before = part ?? 0;
  const unit = units.get(form);
  if (unit !== undefined) return part === null || fitsBehind(before, unit) ? before + unit : null;
  const ten = tens.get(form);
  if (ten !== undefined) return part === null || before % 100 === 0 ? before + ten : null;
  const joined = [...tens].find(([word]) => form.startsWith(word) && units.has(form.slice(word.length)));
  if (joined === undefined || (part !== null && before % 100 !== 0)) return null;
  return before + joined[1] + (units.get(form.slice(joined[0].length)) ?? 0);
}

/** After twenty a seven, after two hundred anything below a hundred; never "five three". */
const fitsBehind = (before: number, unit: number): boolean =>
  unit > 0 && (before % 100 === 0 || (unit < 10 && before % 10 === 0 && before % 100 >= 20));

/** "two hundred and six", not "two and three". */
const continues = (form: string | undefined, part: number, total: number): boolean =>
  form !== undefined && (units.has(form) || tens.has(form)) && part % 100 === 0 && (part > 0 || total > 0);

function withDecimals(words: readonly Word[], start: number, { value, count }: SpokenNumber): SpokenNumber {
  if (words[start + count]?.form !== 'point') return { value, count };
  let decimals = '';
  let at = start + count + 1;
  for (; at < words.length; at += 1) {
    const unit = units.get(words[at]?.form ?? '');
    if (unit === undefined || unit > 9) break;
    decimals += String(unit);
  }
  return decimals === '' ? { value, count } : { value: Number(`${value}.${decimals}`), count: at - start };
}
