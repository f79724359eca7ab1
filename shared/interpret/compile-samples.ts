import type { PatternRule } from '../model/interpreter-record.ts';
import { trainingFor, type Training } from './classifier/remember-trained.ts';
import type { Classifier } from './classifier/classifier.ts';
import type { MeaningSource } from './classifier/meaning-model.ts';
import { readPattern, isSlot, type SamplePattern } from './sample-pattern.ts';
import { quoteSample } from './quote-sample.ts';
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
  /** The samples the classifier learned from, by its numbers. */
  readonly taught: readonly IndexedSample[];
  /** What is to be learned, begun when it is first asked for; null when there is nothing to learn from. */
  readonly training: () => Training | null;
  /** The same, learned. */
  readonly classifier: () => Classifier | null;
  /** Rules to go by instead of samples. */
  readonly rules: readonly PatternRule[] | null;
};

export type IndexedIntent = {
  readonly intentId: string;
  /** Attributes its samples have slots for. */
  readonly slots: readonly string[];
};
export type IndexedSample = PreparedSample & { readonly intent: number };

/** What a sample comes to, whatever intent it is of. */
type PreparedSample = {
  readonly pattern: SamplePattern;
  /** What texts that say the same share; empty where slots may hold anything. */
  readonly key: string;
  /** How a sentence about the sample shows it. */
  readonly quoted: string;
};

/** Without anything that tells what texts mean the classifier goes by the words alone. */
export function compileSamples(entries: readonly SampleEntry[], source: MeaningSource | null = null): SampleIndex {
  const numbers = new Map<string, number>();
  for (const { intentId } of entries) if (!numbers.has(intentId)) numbers.set(intentId, numbers.size);
  const samples = entries.flatMap((entry) =>
    entry.samples.map((sample): IndexedSample => ({
      intent: numbers.get(entry.intentId) ?? 0,
      ...prepareSample(sample),
    })),
  );
  const taught = samples.filter(({ pattern }) => pattern.items.some((item) => !isSlot(item)));
  const slots = slotsByIntent(samples, numbers.size);
  let begun: Training | null = null;
  const training = (): Training | null => {
    if (taught.length > 0)
      begun ??= trainingFor(
        taught.map(({ intent, pattern }) => ({ intent, items: pattern.items })),
        source,
      );
    return begun;
  };
  return {
    intents: [...numbers].map(([intentId, intent]) => ({ intentId, slots: [...(slots[intent] ?? [])] })),
    exact: groupBySentence(samples),
    patterns: samples.filter(({ pattern }) => pattern.hasSlots),
    taught,
    training,
    classifier: () => training()?.finish() ?? null,
    rules: null,
  };
}

const prepared = new Map<string, PreparedSample>();
/** About thirty megabytes. */
const mostPrepared = 40_000;

/** Once for the same text: scopes share samples, and an edit leaves most of them as they were. */
function prepareSample(sample: string): PreparedSample {
  const known = prepared.get(sample);
  if (known !== undefined) return known;
  if (prepared.size >= mostPrepared) prepared.clear();
  const pattern = readPattern(sample);
  const made = { pattern, key: pattern.hasSlots ? '' : sentenceKey(sample), quoted: quoteSample(sample) };
  prepared.set(sample, made);
  return made;
}

/** Intents that are told by patterns: their samples, if they have any, are not read. */
export const compileRules = (entries: readonly SampleEntry[], rules: readonly PatternRule[]): SampleIndex => ({
  ...compileSamples(entries.map(({ intentId }) => ({ intentId, samples: [] }))),
  rules,
});

/** What two texts share when they say the same: words without case, accents and punctuation; signs if there is no word. */
export function sentenceKey(text: string, words: readonly Word[] = readWords(text)): string {
  if (words.length === 0) return text.trim();
  let key = '';
  for (const { form } of words) key += key === '' ? form : ` ${form}`;
  return key;
}

function groupBySentence(samples: readonly IndexedSample[]): ReadonlyMap<string, readonly IndexedSample[]> {
  const groups = new Map<string, IndexedSample[]>();
  for (const sample of samples) {
    if (sample.key === '') continue;
    const group = groups.get(sample.key);
    if (group === undefined) groups.set(sample.key, [sample]);
    else group.push(sample);
  }
  return groups;
}

function slotsByIntent(samples: readonly IndexedSample[], intents: number): readonly ReadonlySet<string>[] {
  const slots = Array.from({ length: intents }, () => new Set<string>());
  for (const { intent, pattern } of samples)
    for (const item of pattern.items) if (isSlot(item)) slots[intent]?.add(item.attribute);
  return slots;
}
