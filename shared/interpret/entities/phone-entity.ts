import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Word } from '../read-words.ts';
import {
  toElement,
  wordsText,
  wordsWithin,
  type EntityReader,
  type FoundEntity,
  type Said,
  type Wanted,
} from './entity-reader.ts';

/** What is tried, in turn, for numbers that name no country. */
const countries = ['US', 'GB'] as const;
const shape = /^\+?\d[\d .()/-]{5,}\d$/;
const longestPhone = 6;

export const phoneReader: EntityReader = {
  readWhole: ({ text }, { attribute }) => (shape.test(text) ? toElement(text, attribute.type) : undefined),
  find: findPhones,
  longest: longestPhone,
};

type Span = readonly [start: number, end: number];

/** Numbers that some country would connect, then whatever is grouped like one. They are kept as they were said. */
function findPhones(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  const { text } = said;
  if (!/\d/.test(text)) return [];
  const valid = countries.flatMap((country) =>
    findPhoneNumbersInText(text, country).map(({ startsAt, endsAt }): Span => [startsAt, endsAt]),
  );
  const spans = [...valid.sort((left, right) => groupsOf(text, right) - groupsOf(text, left)), ...findRuns(said)];
  const taken = new Set<Word>();
  return spans.flatMap(([start, end]) => {
    const words = wordsWithin(said, start, end);
    if (words.some((word) => taken.has(word))) return [];
    for (const word of words) taken.add(word);
    return [{ words, value: toElement(text.slice(start, end), attribute.type) }];
  });
}

/** Who says a phone number groups it; a long number in one piece is rather some id. */
const groupsOf = (text: string, [start, end]: Span): number =>
  text
    .slice(start, end)
    .split(/[^\d]+/)
    .filter((digits) => digits !== '').length > 1 || text[start] === '+'
    ? 1
    : 0;

/** Digits in a row, however they are grouped: "+44 20 7946 0958". */
function findRuns({ text, words }: Said): readonly Span[] {
  const runs: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!/^\+?\d/.test(words[at]?.raw ?? '')) continue;
    let end = at + 1;
    while (/^\d[\d-]*$/.test(words[end]?.raw ?? '')) end += 1;
    const run = words.slice(at, end);
    if (shape.test(wordsText(run, text))) runs.push([run[0]?.start ?? 0, run.at(-1)?.end ?? 0]);
    at = end - 1;
  }
  return runs;
}
