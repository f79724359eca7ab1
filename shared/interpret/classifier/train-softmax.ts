import { nextRandom } from '../../base/seeded-random.ts';
import type { Steps } from './finish-steps.ts';

/** Something that scores a sample for each class, and can be moved. */
export type Head = {
  readonly classes: number;
  /** Puts the scores of a sample where they are wanted, one for each class. */
  readonly score: (sample: number, scores: Float64Array) => void;
  /** Moves the scores of this sample down by `gradient`, times `rate`. */
  readonly nudge: (sample: number, gradient: Float64Array, rate: number) => void;
};

/** How often all samples are gone through, and how far the first ones move the head. */
export type Course = { readonly rounds: number; readonly firstRate: number };

/** A sample that is as good as certain teaches nothing more. */
const learned = 0.03;
/** Samples that are gone through before it may rest. */
const samplesAStep = 16;

/**
 * Stochastic gradient descent on the probability of the right class. The head starts at the centroids, which is nearly
 * right already, so a few rounds do; the order is shuffled by a fixed seed, so the same samples give the same head.
 */
export function* trainSoftmax(head: Head, labels: Int32Array, { rounds, firstRate }: Course): Steps<void> {
  const order = Int32Array.from(labels, (_, sample) => sample);
  const scores = new Float64Array(head.classes);
  let seed = 1;
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate * (1 - round / rounds);
    seed = shuffle(order, seed);
    for (let at = 0; at < order.length; at += 1) {
      learn(head, order[at] ?? 0, labels, rate, scores);
      if (at % samplesAStep === 0) yield;
    }
  }
}

function learn(head: Head, sample: number, labels: Int32Array, rate: number, scores: Float64Array): void {
  head.score(sample, scores);
  const gradient = toProbabilities(scores);
  const label = labels[sample] ?? 0;
  const missing = 1 - (gradient[label] ?? 0);
  if (missing < learned) return;
  gradient[label] = -missing;
  head.nudge(sample, gradient, rate);
}

/** Softmax in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  let best = -Infinity;
  for (const score of scores) if (score > best) best = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] ?? 0) - best);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
}

function shuffle(order: Int32Array, start: number): number {
  let seed = start;
  for (let last = order.length - 1; last > 0; last -= 1) {
    const random = nextRandom(seed);
    seed = random.seed;
    const other = Math.floor(random.value * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return seed;
}
