import { isSlot, type PatternItem } from '../sample-pattern.ts';
import type { Steps } from './finish-steps.ts';
import type { Meaning } from './meaning.ts';
import { trainSoftmax } from './train-softmax.ts';
import type { TextMeanings } from './text-meanings.ts';
import { addWord, type WordVectors } from './word-vectors.ts';

/** Where the meaning of a text comes from: its words, or a model that read it as a whole. */
export type MeaningSource = WordVectors | TextMeanings;

/** What the samples mean: where each class lies among the word vectors. Class after class in one array. */
export type MeaningModel = {
  readonly source: MeaningSource;
  readonly classes: number;
  readonly centroids: Float64Array;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly samples: readonly Meaning[];
};

const centroidScale = 10;
const biasRate = 0.1;
const mostRounds = 2;
const firstRate = 0.5;
/** What is nearly right is left alone: most classes are, for most samples. */
const leastStep = 0.002;
const mostWork = 150_000_000;
/** Samples that are looked at before it may rest. */
const samplesAStep = 64;

export function* trainMeaningModel(
  source: MeaningSource,
  texts: readonly (readonly PatternItem[])[],
  labels: Int32Array,
  classes: number,
): Steps<MeaningModel> {
  const samples = readsWholeTexts(source)
    ? texts.map((items) => source.meaningOf(items))
    : yield* sumsOf(source, texts);
  const centroids = toCentroids(samples, labels, classes, source.dimensions);
  const model: MeaningModel = {
    source,
    classes,
    centroids,
    weights: centroids.map((value) => value * centroidScale),
    bias: new Float64Array(classes),
    samples,
  };
  const work = samples.length * classes * source.dimensions * 2;
  yield* trainSoftmax(
    {
      classes,
      score: (sample, scores) => {
        scores.set(model.bias);
        addProducts(model.weights, samples[sample] ?? null, scores);
      },
      nudge: (sample, gradient, rate) => nudge(model, samples[sample] ?? null, gradient, rate),
    },
    labels,
    { rounds: Math.min(mostRounds, Math.floor(mostWork / Math.max(1, work))), firstRate },
  );
  return model;
}

/** All of it lies in one array: hundreds take longer to make. */
function* sumsOf(vectors: WordVectors, texts: readonly (readonly PatternItem[])[]): Steps<readonly Meaning[]> {
  const { dimensions } = vectors;
  const all = new Float32Array(texts.length * dimensions);
  const sum = new Float64Array(dimensions);
  const meanings: Meaning[] = [];
  for (const [text, items] of texts.entries()) {
    meanings.push(meaningOfWords(vectors, items, sum, all.subarray(text * dimensions, (text + 1) * dimensions)));
    if (text % samplesAStep === 0) yield;
  }
  return meanings;
}

export const readsWholeTexts = (source: MeaningSource): source is TextMeanings => 'meaningOf' in source;

export function toMeaning(source: MeaningSource, items: readonly PatternItem[]): Meaning {
  if (readsWholeTexts(source)) return source.meaningOf(items);
  const { dimensions } = source;
  return meaningOfWords(source, items, new Float64Array(dimensions), new Float32Array(dimensions));
}

/** Adds the words up in `sum`, and puts what it comes to into `vector`. */
function meaningOfWords(
  vectors: WordVectors,
  items: readonly PatternItem[],
  sum: Float64Array,
  vector: Float32Array,
): Meaning {
  sum.fill(0);
  for (const item of items) if (!isSlot(item)) addWord(vectors, item, sum);
  const length = lengthOf(sum);
  if (length === 0) return null;
  for (let at = 0; at < sum.length; at += 1) vector[at] = (sum[at] ?? 0) / length;
  return { vector, length };
}

export const meaningScores = (model: MeaningModel, meaning: Meaning): Float64Array =>
  addProducts(model.weights, meaning, model.bias.slice());

/** Cosine to each class's centroid. */
export const meaningLikeness = (model: MeaningModel, meaning: Meaning): Float64Array =>
  addProducts(model.centroids, meaning, new Float64Array(model.classes));

function addProducts(matrix: Float64Array, meaning: Meaning, sums: Float64Array): Float64Array {
  if (meaning === null) return sums;
  const { vector } = meaning;
  const size = vector.length;
  for (let row = 0; row < sums.length; row += 1) {
    sums[row] = (sums[row] ?? 0) + productOf(matrix, row * size, vector);
  }
  return sums;
}

/** Four sums side by side: the next product need not wait for the last addition, which is most of the time here. */
function productOf(matrix: Float64Array, base: number, vector: Float32Array): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  const even = vector.length & ~3;
  for (let at = 0; at < even; at += 4) {
    one += (matrix[base + at] ?? 0) * (vector[at] ?? 0);
    two += (matrix[base + at + 1] ?? 0) * (vector[at + 1] ?? 0);
    three += (matrix[base + at + 2] ?? 0) * (vector[at + 2] ?? 0);
    four += (matrix[base + at + 3] ?? 0) * (vector[at + 3] ?? 0);
  }
  for (let at = even; at < vector.length; at += 1) one += (matrix[base + at] ?? 0) * (vector[at] ?? 0);
  return one + two + (three + four);
}

function nudge({ weights, bias }: MeaningModel, meaning: Meaning, gradient: Float64Array, rate: number): void {
  for (let row = 0; row < bias.length; row += 1) {
    const step = rate * (gradient[row] ?? 0);
    bias[row] = (bias[row] ?? 0) - biasRate * step;
    if (meaning === null || Math.abs(step) < leastStep) continue;
    const { vector } = meaning;
    const base = row * vector.length;
    for (let at = 0; at < vector.length; at += 1)
      weights[base + at] = (weights[base + at] ?? 0) - centroidScale * step * (vector[at] ?? 0);
  }
}

function toCentroids(samples: readonly Meaning[], labels: Int32Array, classes: number, size: number): Float64Array {
  const centroids = new Float64Array(classes * size);
  for (const [sample, meaning] of samples.entries()) {
    const base = (labels[sample] ?? 0) * size;
    if (meaning === null) continue;
    for (let at = 0; at < size; at += 1) centroids[base + at] = (centroids[base + at] ?? 0) + (meaning.vector[at] ?? 0);
  }
  for (let row = 0; row < classes; row += 1) {
    const centroid = centroids.subarray(row * size, (row + 1) * size);
    const length = lengthOf(centroid) || 1;
    for (let at = 0; at < size; at += 1) centroid[at] = (centroid[at] ?? 0) / length;
  }
  return centroids;
}

function lengthOf(vector: Float64Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
