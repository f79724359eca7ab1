import { isSlot } from '../sample-pattern.ts';
import { wordingShare, type Classifier, type Reading } from './classifier.ts';
import { eachRow, productWithSpread, withSpread } from './lexical-vectors.ts';
import { comparedForm } from './text-features.ts';
import { readsWholeTexts } from './meaning-model.ts';
import { wordProduct } from './word-vectors.ts';

/** The sample of a class that is nearest to an utterance, by its number. */
export function nearestSample(classifier: Classifier, label: number, { wording, meaning }: Reading): number {
  const { lexical, meaning: meant, members } = classifier;
  return withSpread(lexical.space, wording, () => {
    let nearest = -1;
    let best = -Infinity;
    for (const sample of members[label] ?? []) {
      const words = lexical.samples[sample];
      const likeness =
        (words === undefined ? 0 : productWithSpread(lexical.space, words)) +
        dotDense(meant?.samples[sample]?.vector, meaning?.vector);
      if (likeness <= best) continue;
      best = likeness;
      nearest = sample;
    }
    return nearest;
  });
}

function dotDense(left: Float32Array | undefined, right: Float32Array | undefined): number {
  if (left === undefined || right === undefined) return 0;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < left.length; at += 2) {
    even += (left[at] ?? 0) * (right[at] ?? 0);
    odd += (left[at + 1] ?? 0) * (right[at + 1] ?? 0);
  }
  return even + odd;
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
  eachRow(space, items, (row, weight, word) => {
    if (row >= 0) weights[word] = (weights[word] ?? 0) + scale * weight * (scratch[row] ?? 0);
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
  const { source, weights: trained } = model;
  const size = source.dimensions;
  const difference = trained.slice(label * size, (label + 1) * size);
  if (other !== null)
    for (let at = 0; at < size; at += 1) difference[at] = (difference[at] ?? 0) - (trained[other * size + at] ?? 0);
  const scale = (1 - wordingShare(classifier)) / meaning.length;
  for (const [at, item] of items.entries())
    if (!isSlot(item)) weights[at] = (weights[at] ?? 0) + scale * wordProduct(source, item, difference);
}

/** Words that no sample of the scope has. They speak for nothing here, and against everything a little. */
export const unknownWords = ({ lexical }: Classifier, { items }: Reading): readonly number[] =>
  [...items.keys()].filter((at) => {
    const item = items[at];
    return item !== undefined && !isSlot(item) && !lexical.space.words.has(comparedForm(item));
  });
