import { readPattern, isSlot, type SamplePattern } from './sample-pattern.ts';
import { indexSamples, type SimilarityIndex } from './similarity-index.ts';
import { readWords, type Word } from './read-words.ts';

/** One intent in scope with its sample utterances. Several entries may share an intent id. */
export type SampleEntry = { readonly intentId: string; readonly samples: readonly string[] };

/** Samples prepared for matching: made once for a scope, then asked for every utterance. */
export type SampleIndex = {
  readonly intents: readonly IndexedIntent[];
  /** Normalised sentence to the samples that say it. */
  readonly exact: ReadonlyMap<string, readonly IndexedSample[]>;
  /** Samples with slots. */
  readonly patterns: readonly IndexedSample[];
  /** The samples the similarity index knows, by its numbers. */
  readonly similar: readonly IndexedSample[];
  readonly similarity: SimilarityIndex;
};

export type IndexedIntent = {
  readonly intentId: string;
  /** Attributes its samples have slots for. */
  readonly slots: readonly string[];
};
export type IndexedSample = { readonly intent: number; readonly pattern: SamplePattern };

export function compileSamples(entries: readonly SampleEntry[]): SampleIndex {
  const numbers = new Map<string, number>();
  for (const { intentId } of entries) if (!numbers.has(intentId)) numbers.set(intentId, numbers.size);
  const samples = entries.flatMap((entry) =>
    entry.samples.map((sample): IndexedSample => ({
      intent: numbers.get(entry.intentId) ?? 0,
      pattern: readPattern(sample),
    })),
  );
  const similar = samples.filter(({ pattern }) => pattern.items.some((item) => !isSlot(item)));
  return {
    intents: [...numbers].map(([intentId, intent]) => ({ intentId, slots: slotsOf(samples, intent) })),
    exact: groupBySentence(samples),
    patterns: samples.filter(({ pattern }) => pattern.hasSlots),
    similar,
    similarity: indexSamples(
      similar.map(({ intent, pattern }) => ({ intent, items: pattern.items })),
      numbers.size,
    ),
  };
}

/** What two texts share when they say the same: words without case, accents and punctuation; signs if there is no word. */
export function sentenceKey(text: string, words: readonly Word[] = readWords(text)): string {
  return words.length === 0 ? text.trim() : words.map(({ form }) => form).join(' ');
}

function groupBySentence(samples: readonly IndexedSample[]): ReadonlyMap<string, readonly IndexedSample[]> {
  const groups = new Map<string, IndexedSample[]>();
  for (const sample of samples) {
    const key = sample.pattern.hasSlots ? '' : sentenceKey(sample.pattern.sample);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sample]);
    else group.push(sample);
  }
  return groups;
}

const slotsOf = (samples: readonly IndexedSample[], intent: number): readonly string[] => [
  ...new Set(
    samples
      .filter((sample) => sample.intent === intent)
      .flatMap(({ pattern }) => pattern.items.filter(isSlot).map(({ attribute }) => attribute)),
  ),
];
