import { sentenceKey } from '../interpret/compile-samples.ts';
import { isSlot, readPattern } from '../interpret/sample-pattern.ts';
import type { HeardIntent } from './heard-intents.ts';
import type { Overlap } from './score-schema.ts';

type Said = {
  readonly intentId: string;
  readonly intent: string;
  readonly sample: string;
  readonly key: string;
  readonly words: ReadonlySet<string>;
};

/** Samples that share so many of their words say nearly the same. */
const leastShared = 0.6;
/** A word that so many samples have brings nobody together.
 */
const mostCommon = 200;
/** A list nobody reads to its end helps nobody. */
const mostOverlaps = 100;

/**
 * Samples of different intents that say the same, or nearly. The same before the alike; none that no place of the
 * talk listens for together.
 */
export function overlappingSamples(
  intents: readonly HeardIntent[],
  together: (left: string, right: string) => boolean,
): Overlap[] {
  const samples = intents.flatMap(saidBy);
  const found: (Overlap & { readonly share: number })[] = [];
  for (const [left, right] of pairsWithWords(samples)) {
    const share = sharedWords(left.words, right.words);
    if (share < leastShared || !together(left.intentId, right.intentId)) continue;
    const kind = left.key === right.key ? 'same' : 'alike';
    found.push({
      kind,
      left: sideOf(left),
      right: sideOf(right),
      share: kind === 'same' ? 2 : share,
    });
  }
  return found
    .sort((left, right) => right.share - left.share)
    .slice(0, mostOverlaps)
    .map(({ kind, left, right }) => ({ kind, left, right }));
}

const sideOf = ({ intentId, intent, sample }: Said): Overlap['left'] => ({ intentId, intent, sample });

/** A value to fill in counts as a word: where is {order} is not where is it. Samples without words are left out. */
function saidBy({ intentId, intents }: HeardIntent): readonly Said[] {
  return intents.flatMap(({ id, record }) =>
    record.samples.flatMap((sample): Said[] => {
      const { items } = readPattern(sample);
      if (items.every(isSlot)) return [];
      const words = new Set(items.map((item) => (isSlot(item) ? '{}' : item)));
      return [{ intentId, intent: id, sample, key: sentenceKey(sample), words }];
    }),
  );
}

/** Pairs of different intents that share a word worth sharing, each once. */
function* pairsWithWords(samples: readonly Said[]): Generator<readonly [Said, Said]> {
  const byWord = new Map<string, Said[]>();
  for (const sample of samples) {
    const met = new Set<Said>();
    for (const word of sample.words) {
      const others = byWord.get(word) ?? [];
      if (others.length <= mostCommon) for (const other of others) met.add(other);
      byWord.set(word, others);
      others.push(sample);
    }
    for (const other of met) if (other.intentId !== sample.intentId) yield [other, sample];
  }
}

function sharedWords(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / (left.size + right.size - shared);
}
