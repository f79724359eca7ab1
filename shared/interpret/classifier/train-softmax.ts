import { nextRandom } from '../../base/seeded-random.ts';

/** Something that scores a sample for each class, and can be moved. */
export type Head = {
  readonly classes: number;
  readonly scores: (sample: number) => Float64Array;
  /** Moves the scores of this sample down by `gradient`, times `rate`. */
  readonly nudge: (sample: number, gradient: Float64Array, rate: number) => void;
};

/** How often all samples are gone through, and how far the first ones move the head. */
export type Course = { readonly rounds: number; readonly firstRate: number };

/** A sample that is as good as certain teaches nothing more. */
const learned = 0.03;

/**
 * Stochastic gradient descent on the probability of the right class. The head starts at the centroids, which is nearly
 * right already, so a few rounds do; the order is shuffled by a fixed seed, so the same samples give the same head.
 */
export function trainSoftmax(head: Head, labels: Int32Array, { rounds, firstRate }: Course): void {
  const order = Int32Array.from(labels, (_, sample) => sample);
  let seed = 1;
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate * (1 - round / rounds);
    seed = shuffle(order, seed);
    for (const sample of order) {
      const gradient = toProbabilities(head.scores(sample));
      const label = labels[sample] ?? 0;
      const missing = 1 - (gradient[label] ?? 0);
      if (missing < learned) continue;
      gradient[label] = -missing;
      head.nudge(sample, gradient, rate);
    }
  }
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
