import { isSlot, type PatternItem } from '../sample-pattern.ts';

const shortestGram = 2;
const longestGram = 5;
export const pairWeight = 0.5;
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

/** A word as it is compared. */
export const comparedForm = (item: PatternItem): string => (isSlot(item) || hasDigit.test(item) ? numberForm : item);

export const weightOfWord = (form: string): number => (functionWords.has(form) ? functionWeight : 1);

/**
 * The word itself, then its runs of two to five letters, which forgive a spelling or an ending. A feature is the hash of
 * what it is: no text is cut out for it, and two that fall together are rarer than a misspelling.
 */
export function featuresOfWord(form: string): readonly number[] {
  const features = [toKey(hashText(wordSalt, form))];
  if (form === numberForm) return features;
  const length = form.length + 2;
  // The ends of a word count as letters, so that a beginning is not a middle.
  const code = (at: number): number => (at === 0 || at === length - 1 ? edgeCode : form.charCodeAt(at - 1));
  for (let start = 0; start < length; start += 1) {
    let hash = gramSalt;
    for (let size = 1; size <= longestGram && start + size <= length; size += 1) {
      hash = mix(hash, code(start + size - 1));
      if (size >= shortestGram) features.push(toKey(hash));
    }
  }
  return features;
}

/** Two neighbours, by the features that are the words. */
export const featureOfPair = (before: number, word: number): number => toKey(mix(mix(pairSalt, before), word));

/** What stands before the first word. */
export const sentenceStart = 94;

const hasDigit = /\p{N}/u;
const [wordSalt, pairSalt, gramSalt, edgeCode] = [0x811c9dc5, 0x2545f491, 0x9e3779b9, 95];

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
