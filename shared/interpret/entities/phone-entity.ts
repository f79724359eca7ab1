import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { toElement, wordsText, wordsWithin, type EntityReader, type FoundEntity, type Said, type Wanted } from './entity-reader.ts';

/** What is tried, in turn, for numbers that name no country. */
const countries = ['US', 'GB'] as const;
const shape = /^\+?\d[\d .()/-]{5,}\d$/;
const longestPhone = 6;

export const phoneReader: EntityReader = {
  readWhole: ({ text }, { attribute }) => (shape.test(text) ? toElement(text, attribute.type) : undefined),
  find: findPhones,
  longest: longestPhone,
};

/** Numbers that some country would connect, then whatever is grouped like one. They are kept as they were said. */
function findPhones(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  if (!/\d/.test(said.text)) return [];
  const inWords = (start: number, end: number): FoundEntity => {
    const words = wordsWithin(said, start, end);
    return { words, value: toElement(wordsText(words, said.text), attribute.type) };
  };
  for (const country of countries) {
    const valid = findPhoneNumbersInText(said.text, country);
    if (valid.length > 0) return valid.map(({ startsAt, endsAt }) => inWords(startsAt, endsAt));
  }
  return findRuns(said).map(([start, end]) => inWords(start, end));
}

/** Digits in a row, however they are grouped: "+44 20 7946 0958". */
function findRuns({ text, words }: Said): readonly (readonly [start: number, end: number])[] {
  const runs: (readonly [number, number])[] = [];
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
