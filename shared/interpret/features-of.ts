import type { PatternItem } from './sample-pattern.ts';
import { isSlot } from './sample-pattern.ts';

/** The features of a text and how much each counts. Saying a word twice does not say it louder. */
export type Features = ReadonlyMap<string, number>;

const pairWeight = 0.5;
const gramWeight = 0.35;
/** Words that shape a sentence and say little about what is wanted. In other languages rarity alone decides. */
const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but if then so of to in on at by for from with about as is are am was were be been being do does did have has ' +
    'had can could will would shall should may might must i im ive id me my mine we us our you your yours it its he she they ' +
    'them this that these those there here what which who whom whose when where why how not no dont please just some any ' +
    'hi hello hey tell let give get want need like know'
  ).split(' '),
);
const functionWeight = 0.35;
/** Numbers and codes differ from one utterance to the next; that there is one is what counts. */
const numberForm = '#';

/** Words, pairs of neighbours, and runs of three letters, which forgive a spelling or an ending. */
export function featuresOf(forms: readonly PatternItem[]): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, weight);
  };
  let before = '^';
  for (const item of forms) {
    if (isSlot(item)) {
      before = numberForm;
      continue;
    }
    const form = /\p{N}/u.test(item) ? numberForm : item;
    const weight = functionWords.has(form) ? functionWeight : 1;
    add(form, weight);
    add(`${before} ${form}`, pairWeight * weight);
    if (weight === 1 && form !== numberForm) addGrams(form, (gram) => add(gram, gramWeight));
    before = form;
  }
  return features;
}

function addGrams(form: string, add: (gram: string) => void): void {
  const padded = `_${form}_`;
  for (let at = 0; at + 3 <= padded.length; at += 1) add(`~${padded.slice(at, at + 3)}`);
}
