import { isSlot, type PatternItem } from '../sample-pattern.ts';

/** Takes a feature of a text: a number that stands for it, how much it counts, and the word it comes from. */
export type TakeFeature = (feature: number, weight: number, word: number) => void;

const pairWeight = 0.5;
const shortestGram = 2;
const longestGram = 5;
/** Words that shape a sentence and say little about what is wanted. In other languages rarity alone decides. */
const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but if then so of to in on at by for from with about as is are am was were be been being do does did have has ' +
    'had can could will would shall should may might must i im ive id me my mine we us our you your yours it its he she they ' +
    'them this that these those there here what which who whom whose when where why how not no dont please just some any ' +
    'hi hello hey tell let give get want need like know'
  ).split(' '),
);
const functionWeight = 0.5;
/** Numbers and codes differ from one utterance to the next; that there is one is what counts. */
const numberForm = '#';

/**
 * Words, pairs of neighbours, and runs of two to five letters, which forgive a spelling or an ending. A feature is the
 * hash of what it is: no text is cut out for it, and two that fall together are rarer than a misspelling.
 */
export function eachFeature(items: readonly PatternItem[], take: TakeFeature): void {
  let before = sentenceStart;
  for (const [at, item] of items.entries()) {
    const form = isSlot(item) ? numberForm : comparedForm(item);
    const word = hashText(wordSalt, form);
    const weight = functionWords.has(form) ? functionWeight : 1;
    take(toKey(word), weight, at);
    take(toKey(mix(mix(pairSalt, before), word)), pairWeight * weight, at);
    if (form !== numberForm) eachGram(form, (gram) => take(gram, weight, at));
    before = word;
  }
}

/** The feature that is a word by itself. */
export const wordFeature = (form: string): number => toKey(hashText(wordSalt, comparedForm(form)));

const comparedForm = (form: string): string => (hasDigit.test(form) ? numberForm : form);

function eachGram(form: string, take: (gram: number) => void): void {
  const length = form.length + 2;
  // The ends of a word count as letters, so that a beginning is not a middle.
  const code = (at: number): number => (at === 0 || at === length - 1 ? edgeCode : form.charCodeAt(at - 1));
  for (let start = 0; start < length; start += 1) {
    let hash = gramSalt;
    for (let size = 1; size <= longestGram && start + size <= length; size += 1) {
      hash = mix(hash, code(start + size - 1));
      if (size >= shortestGram) take(toKey(hash));
    }
  }
}

const hasDigit = /\p{N}/u;
const [wordSalt, pairSalt, gramSalt, sentenceStart, edgeCode] = [0x811c9dc5, 0x2545f491, 0x9e3779b9, 94, 95];

const mix = (hash: number, code: number): number => {
  const mixed = Math.imul(hash ^ code, 0x01000193);
  return mixed ^ (mixed >>> 15);
};

function hashText(salt: number, text: string): number {
  let hash = salt;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

/** Thirty bits: what an engine keeps as a small integer. */
const toKey = (hash: number): number => hash >>> 2;
