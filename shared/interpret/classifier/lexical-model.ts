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
  const most = samples.reduce((sum, { rows }) => sum + rows.length, 0);
  const rows = new Int32Array(most);
  const values = new Float64Array(most);
  const ends = new Int32Array(classes);
  const starts = new Int32Array(scratch.length + 1);
  let end = 0;
  for (const [owner, vectors] of members.entries()) {
    const start = end;
    end = addVectors(scratch, vectors, rows, start);
    ends[owner] = end;
    takeCentroid(scratch, rows.subarray(start, end), values.subarray(start, end), starts);
    if (owner % classesAStep === 0) yield;
  }
  for (let row = 0; row < scratch.length; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return { starts, ...turnAround(starts, ends, rows, values) };
}

const classesAStep = 8;

/** Adds vectors up in the scratch, and notes the rows they have. Where those end. */
function addVectors(
  scratch: Float64Array,
  vectors: readonly LexicalVector[],
  found: Int32Array,
  start: number,
): number {
  let end = start;
  for (const { rows, values } of vectors)
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const before = scratch[row] ?? 0;
      if (before === 0) {
        found[end] = row;
        end += 1;
      }
      scratch[row] = before + (values[at] ?? 0);
    }
  return end;
}

/** What was added up, of length one; clears the scratch, and counts the classes of a row where its entries will end. */
function takeCentroid(scratch: Float64Array, rows: Int32Array, values: Float64Array, counts: Int32Array): void {
  let squares = 0;
  for (let at = 0; at < rows.length; at += 1) squares += (scratch[rows[at] ?? 0] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    values[at] = (scratch[row] ?? 0) / length;
    scratch[row] = 0;
    counts[row + 1] = (counts[row + 1] ?? 0) + 1;
  }
}

function turnAround(
  starts: Int32Array,
  ends: Int32Array,
  rows: Int32Array,
  values: Float64Array,
): Pick<LexicalModel, 'owners' | 'centroids' | 'weights'> {
  const next = starts.slice();
  const entries = ends.at(-1) ?? 0;
  const owners = new Int32Array(entries);
  const centroids = new Float64Array(entries);
  const weights = new Float64Array(entries);
  let at = 0;
  for (let owner = 0; owner < ends.length; owner += 1)
    for (const end = ends[owner] ?? 0; at < end; at += 1) {
      const row = rows[at] ?? 0;
      const entry = next[row] ?? 0;
      next[row] = entry + 1;
      owners[entry] = owner;
      centroids[entry] = values[at] ?? 0;
      weights[entry] = (values[at] ?? 0) * centroidScale;
    }
  return { owners, centroids, weights };
}
