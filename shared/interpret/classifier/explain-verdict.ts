import { isSlot } from '../sample-pattern.ts';
import { wordingShare, type Classifier, type Reading } from './classifier.ts';
import { lexicalProducts } from './lexical-vectors.ts';
import { eachFeature, wordFeature } from './text-features.ts';
import { readsWholeTexts } from './meaning-model.ts';
import { addWord } from './word-vectors.ts';

/** The sample of a class that is nearest to an utterance, by its number. */
export function nearestSample(classifier: Classifier, label: number, { wording, meaning }: Reading): number {
  const { lexical, meaning: meant, members } = classifier;
  const samples = members[label] ?? [];
  const byWording = lexicalProducts(
    lexical.space,
    wording,
    samples.map((sample) => lexical.samples[sample]),
  );
  let nearest = -1;
  let best = -Infinity;
  for (const [at, sample] of samples.entries()) {
    const likeness = (byWording[at] ?? 0) + dotDense(meant?.samples[sample]?.vector, meaning?.vector);
    if (likeness <= best) continue;
    best = likeness;
    nearest = sample;
  }
  return nearest;
}

function dotDense(left: Float64Array | undefined, right: Float64Array | undefined): number {
  let sum = 0;
  if (left === undefined || right === undefined) return sum;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

/**
 * How much each word of an utterance spoke for one class rather than another (or, without another, for it at all). Both
 * models add up what words say, so these numbers are no estimate: together they are the whole difference. A model that
 * reads whole texts does not tell its words apart; then they are what the wording says alone.
 */
export function wordWeights(
  classifier: Classifier,
  reading: Reading,
  label: number,
  other: number | null,
): Float64Array {
  const weights = new Float64Array(reading.items.length);
  addWording(classifier, reading, weights, label, other);
  addMeaning(classifier, reading, weights, label, other);
  return weights;
}

function addWording(
  classifier: Classifier,
  { items, wording }: Reading,
  weights: Float64Array,
  label: number,
  other: number | null,
): void {
  const { space, starts, owners, weights: trained } = classifier.lexical;
  const { scratch } = space;
  for (const row of wording.rows) {
    let difference = 0;
    const end = starts[row + 1] ?? 0;
    for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
      if (owners[entry] === label) difference += trained[entry] ?? 0;
      else if (owners[entry] === other) difference -= trained[entry] ?? 0;
    }
    scratch[row] = difference * (space.rarity[row] ?? 0);
  }
  const scale = wordingShare(classifier) / wording.length;
  eachFeature(items, (feature, weight, word) => {
    const row = space.rows.get(feature);
    if (row !== undefined) weights[word] = (weights[word] ?? 0) + scale * weight * (scratch[row] ?? 0);
  });
  for (const row of wording.rows) scratch[row] = 0;
}

function addMeaning(
  classifier: Classifier,
  { items, meaning }: Reading,
  weights: Float64Array,
  label: number,
  other: number | null,
): void {
  const { meaning: model } = classifier;
  if (model === null || meaning === null || readsWholeTexts(model.source)) return;
  const size = model.source.dimensions;
  const share = 1 - wordingShare(classifier);
  for (const [at, item] of items.entries()) {
    const word = new Float64Array(size);
    if (isSlot(item) || !addWord(model.source, item, word)) continue;
    let sum = 0;
    for (let dimension = 0; dimension < size; dimension += 1) {
      const against = other === null ? 0 : (model.weights[other * size + dimension] ?? 0);
      sum += (word[dimension] ?? 0) * ((model.weights[label * size + dimension] ?? 0) - against);
    }
    weights[at] = (weights[at] ?? 0) + (share * sum) / meaning.length;
  }
}

/** Words that no sample of the scope has. They speak for nothing here, and against everything a little. */
export const unknownWords = ({ lexical }: Classifier, { items }: Reading): readonly number[] =>
  [...items.keys()].filter((at) => {
    const item = items[at];
    return item !== undefined && !isSlot(item) && !lexical.space.rows.has(wordFeature(item));
  });
