import type { PatternItem } from '../sample-pattern.ts';
import type { Steps } from './finish-steps.ts';
import { spanLexicalSpace, type LexicalSpace, type LexicalVector } from './lexical-vectors.ts';
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
/** Words are nearly right at the centroids; one careful round does what ten do. */
const firstRate = 0.25;
/** Multiplications a round may take, about half a second; a larger scope stays at its centroids. */
const mostWork = 150_000_000;

export function* trainLexicalModel(
  texts: readonly (readonly PatternItem[])[],
  labels: Int32Array,
  classes: number,
): Steps<LexicalModel> {
  const { space, vectors: samples } = yield* spanLexicalSpace(texts);
  const model: LexicalModel = {
    space,
    classes,
    samples,
    ...(yield* indexCentroids(space, samples, labels, classes)),
    bias: new Float64Array(classes),
  };
  yield* trainSoftmax(
    {
      classes,
      score: (sample, scores) => {
        scores.set(model.bias);
        addProducts(model, model.weights, samples[sample] ?? nothing, scores);
      },
      nudge: (sample, gradient, rate) => nudge(model, samples[sample] ?? nothing, gradient, rate),
    },
    labels,
    { rounds: workOf(model) > mostWork ? 0 : 1, firstRate },
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
function* indexCentroids(
  { scratch }: LexicalSpace,
  samples: readonly LexicalVector[],
  labels: Int32Array,
  classes: number,
): Steps<Pick<LexicalModel, 'starts' | 'owners' | 'centroids' | 'weights'>> {
  const members = Array.from({ length: classes }, (): LexicalVector[] => []);
  for (const [sample, vector] of samples.entries()) members[labels[sample] ?? 0]?.push(vector);
  const sums: ReturnType<typeof sumOf>[] = [];
  for (const vectors of members) {
    sums.push(sumOf(scratch, vectors));
    yield;
  }
  const starts = new Int32Array(scratch.length + 1);
  for (const { rows } of sums) for (const row of rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < scratch.length; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const owners = new Int32Array(starts[scratch.length] ?? 0);
  const centroids = new Float64Array(owners.length);
  for (const [owner, { rows, values }] of sums.entries())
    for (let at = 0; at < rows.length; at += 1) {
      const entry = next[rows[at] ?? 0] ?? 0;
      next[rows[at] ?? 0] = entry + 1;
      owners[entry] = owner;
      centroids[entry] = values[at] ?? 0;
    }
  return { starts, owners, centroids, weights: centroids.map((value) => value * centroidScale) };
}

/** The sum of some vectors, of length one. */
function sumOf(
  scratch: Float64Array,
  vectors: readonly LexicalVector[],
): { readonly rows: readonly number[]; readonly values: readonly number[] } {
  const rows: number[] = [];
  for (const vector of vectors)
    for (let at = 0; at < vector.rows.length; at += 1) {
      const row = vector.rows[at] ?? 0;
      const before = scratch[row] ?? 0;
      if (before === 0) rows.push(row);
      scratch[row] = before + (vector.values[at] ?? 0);
    }
  let squares = 0;
  for (const row of rows) squares += (scratch[row] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  const values = rows.map((row) => (scratch[row] ?? 0) / length);
  for (const row of rows) scratch[row] = 0;
  return { rows, values };
}
