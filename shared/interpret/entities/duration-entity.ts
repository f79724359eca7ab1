import type { Word } from '../read-words.ts';
import { nameWords } from './entity-kind.ts';
import { toElement, wordsText, type EntityReader, type FoundEntity, type Said, type Wanted } from './entity-reader.ts';
import type { ExpectedAttribute } from './expected-attribute.ts';
import { findNumbers } from './number-entity.ts';
import { readNumber } from './number-words.ts';

/** Seconds of each unit; months and years as people count them when they say how long. */
const units: readonly (readonly [seconds: number, names: readonly string[]])[] = [
  [1, ['second', 'seconds', 'sec', 'secs']],
  [60, ['minute', 'minutes', 'min', 'mins']],
  [3600, ['hour', 'hours', 'hr', 'hrs', 'h']],
  [86_400, ['day', 'days', 'night', 'nights']],
  [604_800, ['week', 'weeks']],
  [1_209_600, ['fortnight', 'fortnights']],
  [2_592_000, ['month', 'months']],
  [31_536_000, ['year', 'years']],
];
const secondsOf: ReadonlyMap<string, number> = new Map(
  units.flatMap(([seconds, names]) => names.map((name) => [name, seconds] as const)),
);

export type SpokenDuration = { readonly words: readonly Word[]; readonly seconds: number };

export const durationReader: EntityReader = {
  readWhole: (stretch, wanted) => {
    const [found] = findValues(stretch, wanted);
    return found?.words.length === stretch.words.length ? found.value : undefined;
  },
  find: findValues,
  longest: 6,
};

/** In the unit the attribute is named after, else in seconds; a text is kept as it was said. */
function findValues(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  const isText = attribute.type.startsWith('string');
  const unit = unitOf(attribute);
  const durations = findDurations(said).map(({ words, seconds }) => ({
    words,
    value: toElement(isText ? wordsText(words, said.text) : seconds / (unit ?? 1), attribute.type),
  }));
  if (durations.length > 0 || isText || unit === null) return durations;
  // "How many nights?" – "Three."
  return findNumbers(said).map(({ words, value }) => ({ words, value: toElement(value, attribute.type) }));
}

const unitOf = ({ name }: ExpectedAttribute): number | null => {
  for (const word of nameWords(name)) {
    const seconds = secondsOf.get(word);
    if (seconds !== undefined) return seconds;
  }
  return null;
};

/** "two weeks", "an hour and a half", "1 hour 30 minutes", "90min". */
export function findDurations({ words }: Said): readonly SpokenDuration[] {
  const found: SpokenDuration[] = [];
  for (let at = 0; at < words.length;) {
    let seconds = 0;
    let end = at;
    const isJoint = words[at]?.form === 'and';
    for (let part = isJoint ? null : readPart(words, at); part !== null; part = readPart(words, end)) {
      seconds += part.seconds;
      end += part.count;
    }
    if (end > at) found.push({ words: words.slice(at, end), seconds });
    at = Math.max(end, at + 1);
  }
  return found;
}

type Part = { readonly seconds: number; readonly count: number };

function readPart(words: readonly Word[], start: number): Part | null {
  const form = (offset: number): string => words[start + offset]?.form ?? '';
  const joined = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(words[start]?.raw.toLowerCase() ?? '');
  const joinedUnit = secondsOf.get(joined?.[2] ?? '');
  if (joined !== null && joinedUnit !== undefined) return { seconds: Number(joined[1]) * joinedUnit, count: 1 };
  if (form(0) === 'and') {
    const next = readPart(words, start + 1);
    return next === null ? null : { ...next, count: next.count + 1 };
  }
  if (form(0) === 'half' && (form(1) === 'a' || form(1) === 'an')) return half(form(2), 3);
  const [count, number] = isArticle(form(0)) ? [1, 1] : spokenCount(words, start);
  const unit = secondsOf.get(form(count));
  if (count === 0 || unit === undefined) return null;
  const isHalfMore = form(count + 1) === 'and' && form(count + 2) === 'a' && form(count + 3) === 'half';
  return isHalfMore
    ? { seconds: (number + 0.5) * unit, count: count + 4 }
    : { seconds: number * unit, count: count + 1 };
}

const isArticle = (form: string): boolean => form === 'a' || form === 'an';

function half(unit: string, count: number): Part | null {
  const seconds = secondsOf.get(unit);
  return seconds === undefined ? null : { seconds: seconds / 2, count };
}

function spokenCount(words: readonly Word[], start: number): readonly [count: number, number: number] {
  const number = readNumber(words, start);
  return number === null ? [0, 0] : [number.count, number.value];
}
