import type { Json } from '../../base/json.ts';
import { readNumber } from './number-words.ts';
import { toElement, wordsText, type EntityReader, type FoundEntity, type Said, type Wanted } from './entity-reader.ts';

const longestNumber = 8;
/** In longer sentences "one" mostly stands for a thing. */
const mostWordsWithOne = 2;

export const numberReader: EntityReader = {
  readWhole: ({ words }, { attribute }) => {
    const number = readNumber(words, 0);
    return number?.count === words.length ? toElement(number.value, attribute.type) : undefined;
  },
  find: (said, { attribute }) =>
    findNumbers(said).map(({ words, value }) => ({ words, value: toElement(value, attribute.type) })),
  longest: longestNumber,
};

type FoundNumber = FoundEntity & { readonly value: number };

export function findNumbers({ words }: Said): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let at = 0; at < words.length;) {
    const number = readNumber(words, at);
    const isThing = words[at]?.form === 'one' && number?.count === 1 && words.length > mostWordsWithOne;
    if (number !== null && !isThing) found.push({ words: words.slice(at, at + number.count), value: number.value });
    at += number?.count ?? 1;
  }
  return found;
}

const currencyMark = /^[$€£]/;
const currencyWords: ReadonlySet<string> = new Set(
  'dollar dollars euro euros pound pounds usd eur gbp buck bucks quid'.split(' '),
);
const cents: ReadonlySet<string> = new Set('cent cents pence penny pennies'.split(' '));

export const moneyReader: EntityReader = {
  readWhole: (stretch, wanted) => {
    const [found] = findMoney(stretch, wanted);
    return found?.words.length === stretch.words.length ? found.value : undefined;
  },
  find: findMoney,
  longest: longestNumber,
};

/** Amounts with a currency first; a bare number is an amount when nothing better is said. */
function findMoney(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  const amounts = findNumbers(said).map(({ words, value }) => {
    const end = words.at(-1)?.end ?? 0;
    const next = said.words.find(({ start }) => start >= end);
    const named = next !== undefined && (currencyWords.has(next.form) || cents.has(next.form));
    const all = named ? [...words, next] : words;
    const marked = named || currencyMark.test(words[0]?.raw ?? '');
    return { words: all, marked, value: named && cents.has(next.form) ? value / 100 : value };
  });
  const toValue = (words: FoundEntity['words'], value: number): Json =>
    toElement(attribute.type.startsWith('string') ? wordsText(words, said.text) : value, attribute.type);
  return amounts
    .sort((left, right) => Number(right.marked) - Number(left.marked))
    .map(({ words, value }) => ({ words, value: toValue(words, value) }));
}
