import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { entityKind, entityValue, isEntity, type EntityKind } from './entity-kind.ts';
import { wordsText } from './sample-pattern.ts';
import type { Word } from './read-words.ts';

/** An attribute the intent should fill: its bare name (no context) and registered type. */
export type ExpectedAttribute = { readonly name: string; readonly type: AttributeType };

/**
 * Looks for values by their shape: addresses, codes, numbers, and names after "my name is". Each word fills one
 * attribute at most, in the order they are expected. Free text has no shape, so only slots of samples fill it.
 */
export function extractAttributes(
  expected: readonly ExpectedAttribute[],
  words: readonly Word[],
  text: string,
  taken: ReadonlySet<Word>,
): readonly (readonly [name: string, value: Json])[] {
  const free = new Set(words.filter((word) => !taken.has(word)));
  return expected.flatMap(({ name, type }) => {
    const kind = entityKind(name, type);
    const found = kind === null ? [] : (finders[kind]?.(words, free, text) ?? []);
    if (kind === null || found.length === 0) return [];
    for (const word of found) free.delete(word);
    return [[name, entityValue(kind, wordsText(found, text), type)]];
  });
}

type Finder = (words: readonly Word[], free: ReadonlySet<Word>, text: string) => readonly Word[];

const firstShaped =
  (kind: EntityKind): Finder =>
  (words, free) =>
    words.filter((word) => free.has(word) && isEntity(kind, word.raw)).slice(0, 1);

/** Of several codes, one with letters and digits is meant rather than a bare number, and a long number rather than a short. */
const findCode: Finder = (words, free) => {
  const codes = words.filter((word) => free.has(word) && /\d/.test(word.raw) && isEntity('code', word.raw));
  const weight = ({ raw }: Word): number => raw.length + (/\p{L}/u.test(raw) ? 1000 : 0);
  return codes.sort((left, right) => weight(right) - weight(left)).slice(0, 1);
};

/** Digits in a row, however they are grouped: "+44 20 7946 0958". */
const findPhone: Finder = (words, free, text) => {
  for (const [start, first] of words.entries()) {
    if (!free.has(first) || !/^\+?\d/.test(first.raw)) continue;
    let end = start + 1;
    while (end < words.length && free.has(words[end] ?? first) && /^\d[\d-]*$/.test(words[end]?.raw ?? '')) end += 1;
    const run = words.slice(start, end);
    if (isEntity('phone', wordsText(run, text))) return run;
  }
  return [];
};

const nameCues = [['my', 'name', 'is'], ['name', 'is'], ['i', 'am'], ['im'], ['call', 'me'], ['this', 'is']];

/** The capitalised words after a cue; in a text without capitals, the one word after it. */
const findName: Finder = (words, free) => {
  for (const cue of nameCues) {
    const at = words.findIndex((_, start) => cue.every((form, offset) => words[start + offset]?.form === form));
    const after = at < 0 ? [] : words.slice(at + cue.length, at + cue.length + 3);
    const firstOther = after.findIndex((word) => !free.has(word) || !/^\p{Lu}/u.test(word.raw));
    const capitalised = firstOther < 0 ? after : after.slice(0, firstOther);
    const found = capitalised.length > 0 ? capitalised : after.slice(0, 1);
    if (found.length > 0 && found.every((word) => free.has(word) && isEntity('name', word.raw))) return found;
  }
  return [];
};

const finders: Readonly<Partial<Record<EntityKind, Finder>>> = {
  number: firstShaped('number'),
  email: firstShaped('email'),
  url: firstShaped('url'),
  // Inside a sentence "no" is rarely an answer; at its start it is.
  yesNo: (words, free) => words.slice(0, 1).filter((word) => free.has(word) && isEntity('yesNo', word.raw)),
  code: findCode,
  phone: findPhone,
  name: findName,
};
