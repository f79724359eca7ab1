import { shuffled } from './shuffled.ts';

export type Lesson = {
  /** The vector each piece begins with, one after the other. */
  readonly start: Float32Array;
  /** Numbers of the pieces of each sentence. */
  readonly sentences: readonly (readonly number[])[];
  /** What each sentence means, one after the other. */
  readonly meanings: Float32Array;
  readonly dimensions: number;
  readonly seed: number;
  readonly onRound: (round: number, likeness: number) => void;
};

const rounds = 10;
const batchSize = 64;
const firstRate = 0.003;
/** Sentences nothing is learned from, to see how good the vectors are. */
const keptApart = 2000;
/** A piece in one word of a thousand begins with half its weight: frequent words say little. */
const frequent = 0.001;

/** Moves the vectors until the sum of a sentence's pieces points where the sentence's meaning does (Adam). */
export function learnVectors(lesson: Lesson): { readonly vectors: Float32Array; readonly likeness: number } {
  const { sentences, dimensions: size, seed, onRound } = lesson;
  const vectors = weighed(lesson);
  const optimiser = new Adam(vectors, size);
  const known = [...sentences.keys()].slice(0, -keptApart);
  const steps = rounds * Math.ceil(known.length / batchSize);
  let step = 0;
  let likeness = 0;
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(known, seed + round);
    for (let at = 0; at < order.length; at += batchSize) {
      const gradients = new Map<number, Float32Array>();
      for (const sentence of order.slice(at, at + batchSize)) addGradient(lesson, vectors, sentence, gradients);
      step += 1;
      for (const [piece, gradient] of gradients) optimiser.move(piece, gradient, firstRate * (1 - step / steps));
    }
    const apart = [...sentences.keys()].slice(-keptApart);
    likeness = apart.reduce((sum, sentence) => sum + likenessOf(lesson, vectors, sentence), 0) / apart.length;
    onRound(round + 1, likeness);
  }
  return { vectors, likeness };
}

function weighed({ start, sentences, dimensions: size }: Lesson): Float32Array {
  const counts = new Float64Array(start.length / size);
  let total = 0;
  for (const pieces of sentences)
    for (const piece of pieces) {
      counts[piece] = (counts[piece] ?? 0) + 1;
      total += 1;
    }
  return start.map((value, at) => {
    const share = ((counts[Math.floor(at / size)] ?? 0) + 0.5) / total;
    return value * (frequent / (frequent + share));
  });
}

function sumOf(pieces: readonly number[], vectors: Float32Array, size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const piece of pieces)
    for (let at = 0; at < size; at += 1) sum[at] = (sum[at] ?? 0) + (vectors[piece * size + at] ?? 0);
  return sum;
}

function meaningOf({ meanings, dimensions: size }: Lesson, sentence: number): Float64Array {
  const meaning = Float64Array.from(meanings.subarray(sentence * size, (sentence + 1) * size));
  const length = lengthOf(meaning);
  return meaning.map((value) => value / length);
}

function likenessOf(lesson: Lesson, vectors: Float32Array, sentence: number): number {
  const sum = sumOf(lesson.sentences[sentence] ?? [], vectors, lesson.dimensions);
  return dot(sum, meaningOf(lesson, sentence)) / lengthOf(sum);
}

/** The gradient of the cosine: the part of the meaning that the sum does not point along yet. */
function addGradient(
  lesson: Lesson,
  vectors: Float32Array,
  sentence: number,
  gradients: Map<number, Float32Array>,
): void {
  const { dimensions: size, sentences } = lesson;
  const pieces = sentences[sentence] ?? [];
  const sum = sumOf(pieces, vectors, size);
  const length = lengthOf(sum);
  const meaning = meaningOf(lesson, sentence);
  const along = dot(sum, meaning) / length;
  for (const piece of pieces) {
    const gradient = gradients.get(piece) ?? new Float32Array(size);
    gradients.set(piece, gradient);
    for (let at = 0; at < size; at += 1)
      gradient[at] = (gradient[at] ?? 0) - ((meaning[at] ?? 0) - (along * (sum[at] ?? 0)) / length) / length;
  }
}

class Adam {
  readonly #vectors: Float32Array;
  readonly #size: number;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;
  readonly #steps: Int32Array;

  constructor(vectors: Float32Array, size: number) {
    this.#vectors = vectors;
    this.#size = size;
    this.#means = new Float32Array(vectors.length);
    this.#squares = new Float32Array(vectors.length);
    this.#steps = new Int32Array(vectors.length / size);
  }

  move(piece: number, gradient: Float32Array, rate: number): void {
    const steps = (this.#steps[piece] ?? 0) + 1;
    this.#steps[piece] = steps;
    const [meanScale, squareScale] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
    for (let at = 0; at < this.#size; at += 1) {
      const place = piece * this.#size + at;
      const value = gradient[at] ?? 0;
      const mean = 0.9 * (this.#means[place] ?? 0) + 0.1 * value;
      const square = 0.999 * (this.#squares[place] ?? 0) + 0.001 * value * value;
      this.#means[place] = mean;
      this.#squares[place] = square;
      const step = (rate * (mean / meanScale)) / (Math.sqrt(square / squareScale) + 1e-8);
      this.#vectors[place] = (this.#vectors[place] ?? 0) - step;
    }
  }
}

const lengthOf = (vector: Float64Array): number => Math.sqrt(dot(vector, vector)) || 1;

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
