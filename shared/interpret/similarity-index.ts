import { featuresOf, type Features } from './features-of.ts';
import type { PatternItem } from './sample-pattern.ts';

/** Samples as unit vectors, turned around: for each feature, the samples that have it and how much. */
export type SimilarityIndex = {
  readonly postings: ReadonlyMap<string, Posting>;
  /** The weight of a feature no sample has. */
  readonly unseenWeight: number;
  /** The length of the sum of each intent's vectors. */
  readonly centroids: Float64Array;
  /** Which intent each sample belongs to. */
  readonly owners: Int32Array;
};

type Posting = { readonly weight: number; readonly samples: Int32Array; readonly values: Float64Array };

export type Likeness = { readonly confidence: number; readonly sample: number };

export function indexSamples(
  samples: readonly { readonly intent: number; readonly items: readonly PatternItem[] }[],
  intentCount: number,
): SimilarityIndex {
  const vectors = samples.map(({ items }) => featuresOf(items));
  const rarity = rarities(vectors);
  const lists = new Map<string, { samples: number[]; values: number[] }>();
  const sums: Map<string, number>[] = Array.from({ length: intentCount }, () => new Map());
  for (const [sample, vector] of vectors.entries()) {
    const length = lengthOf(vector, (feature) => rarity.get(feature) ?? 0) || 1;
    const sum = sums[samples[sample]?.intent ?? -1];
    for (const [feature, count] of vector) {
      const value = (count * (rarity.get(feature) ?? 0)) / length;
      const list = lists.get(feature) ?? { samples: [], values: [] };
      lists.set(feature, list);
      list.samples.push(sample);
      list.values.push(value);
      sum?.set(feature, (sum.get(feature) ?? 0) + value);
    }
  }
  return {
    postings: new Map(
      [...lists].map(([feature, { samples, values }]) => [
        feature,
        { weight: rarity.get(feature) ?? 0, samples: Int32Array.from(samples), values: Float64Array.from(values) },
      ]),
    ),
    unseenWeight: rarityOf(0, samples.length),
    centroids: Float64Array.from(sums, (sum) => lengthOf(sum, () => 1)),
    owners: Int32Array.from(samples, ({ intent }) => intent),
  };
}

/** How much an utterance is like each intent, 0 to 1, and which sample is nearest. Index is the intent. */
export function likenesses(index: SimilarityIndex, items: readonly PatternItem[]): readonly (Likeness | null)[] {
  const dots = new Float64Array(index.owners.length);
  let squares = 0;
  for (const [feature, count] of featuresOf(items)) {
    const posting = index.postings.get(feature);
    const value = count * (posting?.weight ?? index.unseenWeight);
    squares += value * value;
    if (posting === undefined) continue;
    const { samples, values } = posting;
    for (let at = 0; at < samples.length; at += 1) {
      const sample = samples[at] ?? 0;
      dots[sample] = (dots[sample] ?? 0) + value * (values[at] ?? 0);
    }
  }
  return rate(index, dots, Math.sqrt(squares) || 1);
}

function rate(index: SimilarityIndex, dots: Float64Array, length: number): readonly (Likeness | null)[] {
  const nearest = Array.from(index.centroids, () => ({ dot: 0, sample: -1, sum: 0 }));
  for (const [sample, intent] of index.owners.entries()) {
    const best = nearest[intent];
    const dot = dots[sample] ?? 0;
    if (best === undefined) continue;
    best.sum += dot;
    if (dot > best.dot) {
      best.dot = dot;
      best.sample = sample;
    }
  }
  return nearest.map(({ dot, sample, sum }, intent) => {
    if (sample < 0) return null;
    const likeness =
      nearestShare * (dot / length) + (1 - nearestShare) * (sum / ((index.centroids[intent] || 1) * length));
    return { confidence: calibrate(likeness, index.owners.length), sample };
  });
}

/** The nearest sample says most; the intent as a whole steadies it. */
const nearestShare = 0.6;

/**
 * Likeness to confidence, so that the default threshold of 0.5 keeps unrelated text out. Among many samples one is
 * always a little like anything said, so the likeness that counts as even grows with their number. The figures were
 * read off public intent sets; the calibration test holds them.
 */
function calibrate(likeness: number, samples: number): number {
  const even = Math.min(mostEven, evenAtOne + evenGrowth * Math.log(samples));
  if (likeness <= even) return (0.5 * likeness) / even;
  return Math.min(mostConfidence, 0.5 + ((mostConfidence - 0.5) * (likeness - even)) / (sureAt - even));
}

const evenAtOne = 0.14;
const evenGrowth = 0.025;
const mostEven = 0.24;
const sureAt = 0.9;
/** Only the same words are certain. */
const mostConfidence = 0.95;

const rarityOf = (holders: number, all: number): number => 1 + Math.log((all + 1) / (holders + 1));

function rarities(vectors: readonly Features[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const vector of vectors)
    for (const feature of vector.keys()) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  return new Map([...holders].map(([feature, count]) => [feature, rarityOf(count, vectors.length)]));
}

function lengthOf(vector: Features, weight: (feature: string) => number): number {
  let squares = 0;
  for (const [feature, count] of vector) squares += (count * weight(feature)) ** 2;
  return Math.sqrt(squares);
}
