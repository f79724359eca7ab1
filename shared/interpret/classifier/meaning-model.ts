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
const wordsAStep = 256;

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

/** Samples share many words; each is looked up once. All of it lies in two arrays: hundreds take longer to make. */
function* sumsOf(vectors: WordVectors, texts: readonly (readonly PatternItem[])[]): Steps<readonly Meaning[]> {
  const { dimensions } = vectors;
  const words = new Map<string, number>();
  for (const items of texts)
    for (const item of items) if (!isSlot(item) && !words.has(item)) words.set(item, words.size);
  const known = new Float64Array(words.size * dimensions);
  for (const [form, word] of words) {
    addWord(vectors, form, partOf(known, word, dimensions));
    if (word % wordsAStep === 0) yield;
  }
  const sums = new Float64Array(texts.length * dimensions);
  const meanings: Meaning[] = [];
  for (const [text, items] of texts.entries()) {
    const sum = partOf(sums, text, dimensions);
    for (const item of items) if (!isSlot(item)) addPart(sum, known, (words.get(item) ?? 0) * dimensions);
    meanings.push(toUnit(sum));
    if (text % samplesAStep === 0) yield;
  }
  return meanings;
}

function addPart(sum: Float64Array, numbers: Float64Array, base: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (numbers[base + at] ?? 0);
}

const partOf = (numbers: Float64Array, part: number, size: number): Float64Array =>
  numbers.subarray(part * size, (part + 1) * size);

export const readsWholeTexts = (source: MeaningSource): source is TextMeanings => 'meaningOf' in source;

export function toMeaning(source: MeaningSource, items: readonly PatternItem[]): Meaning {
  if (readsWholeTexts(source)) return source.meaningOf(items);
  const sum = new Float64Array(source.dimensions);
  for (const item of items) if (!isSlot(item)) addWord(source, item, sum);
  return toUnit(sum);
}

function toUnit(sum: Float64Array): Meaning {
  const length = lengthOf(sum);
  if (length === 0) return null;
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) / length;
  return { vector: sum, length };
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
function productOf(matrix: Float64Array, base: number, vector: Float64Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
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
    const centroid = partOf(centroids, row, size);
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
