import type { Json } from '../../base/json.ts';
import type { Word } from '../read-words.ts';
import { toElement, wordsText, type EntityReader, type Said } from './entity-reader.ts';

/** Kinds whose values can be told by their shape alone. */
type ShapedKind = 'yesNo' | 'email' | 'url' | 'code' | 'name' | 'text';

/** No shape lets two of its repeats take the same characters, so none can run away on a long text. */
const shapes: Readonly<Record<ShapedKind, RegExp>> = {
  yesNo: /^(?:y|yes|yeah|yep|yup|sure|ok|okay|true|n|no|nope|nah|false)$/i,
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
  code: /^#?(?=[A-Za-z-]*\d)[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*$|^[A-Z]{2,}$/,
  name: /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}$/u,
  text: /\S/,
};

/** The value as its attribute keeps it: "#1001" is an id without its mark, "yep" is true. */
function valueOf(kind: ShapedKind, text: string): Json {
  if (kind === 'yesNo') return /^[ysot]/i.test(text);
  return kind === 'code' ? text.replace(/^#/, '') : text;
}

const shapedReader = (kind: ShapedKind, findWords: (said: Said) => readonly (readonly Word[])[]): EntityReader => ({
  readWhole: ({ text }, { attribute }) =>
    shapes[kind].test(text) ? toElement(valueOf(kind, text), attribute.type) : undefined,
  find: (said, { attribute }) =>
    findWords(said).map((words) => ({
      words,
      value: toElement(valueOf(kind, wordsText(words, said.text)), attribute.type),
    })),
  longest: kind === 'text' ? mostTextWords : mostSlotWords,
});

/** A slot takes a few words; a comment or a question may take more. */
const mostSlotWords = 4;
const mostTextWords = 24;

const eachShaped =
  (kind: ShapedKind) =>
  ({ words }: Said): readonly (readonly Word[])[] =>
    words.filter(({ raw }) => shapes[kind].test(raw)).map((word) => [word]);

/** Of several codes, one with letters and digits is meant rather than a bare number, and a long number rather than a short. */
function findCodes({ words }: Said): readonly (readonly Word[])[] {
  const weight = ({ raw }: Word): number => raw.length + (/\p{L}/u.test(raw) ? 1000 : 0);
  return words
    .filter(({ raw }) => /\d/.test(raw) && shapes.code.test(raw))
    .sort((left, right) => weight(right) - weight(left))
    .map((word) => [word]);
}

const nameCues = [['my', 'name', 'is'], ['name', 'is'], ['i', 'am'], ['im'], ['call', 'me'], ['this', 'is']];

/** The capitalised words after a cue; in a text without capitals, the one word after it. */
function findNames({ words }: Said): readonly (readonly Word[])[] {
  for (const cue of nameCues) {
    const at = words.findIndex((_, start) => cue.every((form, offset) => words[start + offset]?.form === form));
    const after = at < 0 ? [] : words.slice(at + cue.length, at + cue.length + 3);
    const firstOther = after.findIndex(({ raw }) => !/^\p{Lu}/u.test(raw));
    const capitalised = firstOther < 0 ? after : after.slice(0, firstOther);
    const found = capitalised.length > 0 ? capitalised : after.slice(0, 1);
    if (found.length > 0 && found.every(({ raw }) => shapes.name.test(raw))) return [found];
  }
  return [];
}

export const emailReader = shapedReader('email', eachShaped('email'));
export const urlReader = shapedReader('url', eachShaped('url'));
/** Inside a sentence "no" is rarely an answer; at its start it is. */
export const yesNoReader = shapedReader('yesNo', ({ words, text }) =>
  eachShaped('yesNo')({ words: words.slice(0, 1), text }),
);
export const codeReader = shapedReader('code', findCodes);
export const nameReader = shapedReader('name', findNames);
/** Free text has no shape: only slots of samples take it. */
export const textReader = shapedReader('text', () => []);
