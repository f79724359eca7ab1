import type { PatternItem } from '../sample-pattern.ts';
import { createLexicalSpace, toLexicalVector, type LexicalSpace, type LexicalVector } from './lexical-vectors.ts';
import { trainSoftmax } from './train-softmax.ts';

/**
 * What the words of the samples say about the classes. For each feature only the classes whose samples have it are
 * kept: others learn nothing from it that the softmax would not balance, and a scope of a thousand intents stays small.
 */
export type LexicalModel = {
  readonly space: LexicalSpace;
  readonly classes: number;
  /** Where the entries of a feature begin; one more than there are features. */
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  /** By entry: the class's centroid, of length one, and the trained weight. */
  readonly centroids: Float64Array;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly samples: readonly LexicalVector[];
};

const centroidScale = 8;
const biasRate = 0.1;
const mostRounds = 3;
/** Multiplications a training may take, about half a second; very large scopes take fewer rounds, or none. */
const mostWork = 150_000_000;

export function trainLexicalModel(
  texts: readonly (readonly PatternItem[])[],
  labels: Int32Array,
  classes: number,
): LexicalModel {
  const space = createLexicalSpace(texts);
  const samples = texts.map((items) => toLexicalVector(space, items));
  const model: LexicalModel = {
    space,
    classes,
    samples,
    ...indexCentroids(samples, labels, classes, space.rarity.length),
    bias: new Float64Array(classes),
  };
  const rounds = Math.min(mostRounds, Math.floor(mostWork / workOf(model)));
  trainSoftmax(
    {
      classes,
      scores: (sample) => lexicalScores(model, samples[sample] ?? nothing),
      nudge: (sample, gradient, rate) => nudge(model, samples[sample] ?? nothing, gradient, rate),
    },
    labels,
    rounds,
  );
  return model;
}

const nothing: LexicalVector = { rows: new Int32Array(), values: new Float64Array(), length: 1 };

export const lexicalScores = (model: LexicalModel, vector: LexicalVector): Float64Array =>
  addProducts(model, model.weights, vector, model.bias.slice());

/** Cosine to each class's centroid. */
export const lexicalLikeness = (model: LexicalModel, vector: LexicalVector): Float64Array =>
  addProducts(model, model.centroids, vector, new Float64Array(model.classes));

function addProducts(
  { starts, owners }: LexicalModel,
  entries: Float64Array,
  { rows, values }: LexicalVector,
  sums: Float64Array,
): Float64Array {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[at] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
      const owner = owners[entry] ?? 0;
      sums[owner] = (sums[owner] ?? 0) + value * (entries[entry] ?? 0);
    }
  }
  return sums;
}

function nudge(
  { starts, owners, weights, bias }: LexicalModel,
  { rows, values }: LexicalVector,
  gradient: Float64Array,
  rate: number,
): void {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const step = rate * centroidScale * (values[at] ?? 0);
    const end = starts[row + 1] ?? 0;
    for (let entry = starts[row] ?? 0; entry < end; entry += 1)
      weights[entry] = (weights[entry] ?? 0) - step * (gradient[owners[entry] ?? 0] ?? 0);
  }
  for (let at = 0; at < bias.length; at += 1) bias[at] = (bias[at] ?? 0) - biasRate * rate * (gradient[at] ?? 0);
}

function workOf({ samples, starts, classes }: LexicalModel): number {
  let work = 1;
  for (const { rows } of samples) {
    work += 10 * classes;
    for (const row of rows) work += 2 * ((starts[row + 1] ?? 0) - (starts[row] ?? 0));
  }
  return work;
}

/** The centroids of all classes, turned around: for each feature the classes that have it. */
function indexCentroids(
  samples: readonly LexicalVector[],
  labels: Int32Array,
  classes: number,
  features: number,
): Pick<LexicalModel, 'starts' | 'owners' | 'centroids' | 'weights'> {
  const sums = Array.from({ length: classes }, () => new Map<number, number>());
  for (const [sample, { rows, values }] of samples.entries()) {
    const sum = sums[labels[sample] ?? 0];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      sum?.set(row, (sum.get(row) ?? 0) + (values[at] ?? 0));
    }
  }
  const starts = new Int32Array(features + 1);
  for (const sum of sums) for (const row of sum.keys()) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < features; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const owners = new Int32Array(starts[features] ?? 0);
  const centroids = new Float64Array(owners.length);
  for (const [owner, sum] of sums.entries()) {
    const length = Math.sqrt([...sum.values()].reduce((squares, value) => squares + value * value, 0)) || 1;
    for (const [row, value] of sum) {
      const entry = next[row] ?? 0;
      next[row] = entry + 1;
      owners[entry] = owner;
      centroids[entry] = value / length;
    }
  }
  return { starts, owners, centroids, weights: centroids.map((value) => value * centroidScale) };
}
