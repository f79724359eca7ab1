import type { PatternItem } from '../sample-pattern.ts';
import { confidenceOf, type Evidence } from './confidence.ts';
import { finishSteps, type Steps } from './finish-steps.ts';
import type { Meaning } from './meaning.ts';
import { lexicalLikeness, lexicalScores, trainLexicalModel, type LexicalModel } from './lexical-model.ts';
import { toLexicalVector, type LexicalVector } from './lexical-vectors.ts';
import {
  meaningLikeness,
  meaningScores,
  readsWholeTexts,
  toMeaning,
  trainMeaningModel,
  type MeaningModel,
  type MeaningSource,
} from './meaning-model.ts';
import { toProbabilities } from './train-softmax.ts';

/** A sample utterance and the intent it teaches, as numbers of the scope. */
export type TaughtSample = { readonly intent: number; readonly items: readonly PatternItem[] };

/** What was learned from the samples of a scope. Classes are the intents that have samples. */
export type Classifier = {
  readonly taught: readonly TaughtSample[];
  /** Class to intent. */
  readonly intents: Int32Array;
  /** Class to its samples. */
  readonly members: readonly (readonly number[])[];
  readonly lexical: LexicalModel;
  readonly meaning: MeaningModel | null;
};

/** How much of the decision is left to the words themselves; the rest is theirs by meaning. */
export function wordingShare({ meaning }: Classifier): number {
  if (meaning === null) return 1;
  // A model that reads whole texts knows more than the sum of their words.
  return readsWholeTexts(meaning.source) ? 0.3 : 0.4;
}

export const trainClassifier = (taught: readonly TaughtSample[], source: MeaningSource | null): Classifier =>
  finishSteps(learnClassifier(taught, source));

/** The same at any pace. */
export function* learnClassifier(taught: readonly TaughtSample[], source: MeaningSource | null): Steps<Classifier> {
  const classes = new Map<number, number>();
  for (const { intent } of taught) if (!classes.has(intent)) classes.set(intent, classes.size);
  const labels = Int32Array.from(taught, ({ intent }) => classes.get(intent) ?? 0);
  const members = Array.from(classes, (): number[] => []);
  for (const [sample, label] of labels.entries()) members[label]?.push(sample);
  const texts = taught.map(({ items }) => items);
  return {
    taught,
    intents: Int32Array.from(classes.keys()),
    members,
    lexical: yield* trainLexicalModel(texts, labels, classes.size),
    meaning: source === null ? null : yield* trainMeaningModel(source, texts, labels, classes.size),
  };
}

/** An utterance as the classifier sees it. */
export type Reading = {
  readonly items: readonly PatternItem[];
  readonly wording: LexicalVector;
  readonly meaning: Meaning;
};

/** What the classifier makes of an utterance, by class. */
export type Verdict = {
  readonly reading: Reading;
  readonly confidences: Float64Array;
  readonly shares: Float64Array;
};

export function classify(classifier: Classifier, items: readonly PatternItem[]): Verdict {
  const { reading, shares, evidence } = weigh(classifier, items);
  const reader = classifier.meaning !== null && readsWholeTexts(classifier.meaning.source) ? 'texts' : 'words';
  const confidences = new Float64Array(shares.length);
  for (let at = 0; at < shares.length; at += 1) {
    const found = evidence(at);
    if (hasInCommon(found)) confidences[at] = confidenceOf(found, reader);
  }
  return { reading, shares, confidences };
}

/** A few letters, or a mood, are shared by any two texts. */
const hasInCommon = ({ wording, meaning }: Evidence): boolean => wording >= 0.08 || (meaning ?? 0) >= 0.25;

/** What speaks for each class, before it is made a confidence. */
export function weigh(
  classifier: Classifier,
  items: readonly PatternItem[],
): Pick<Verdict, 'reading' | 'shares'> & { readonly evidence: (label: number) => Evidence } {
  const { lexical, meaning: meant, members } = classifier;
  const wording = toLexicalVector(lexical.space, items);
  const meaning = meant === null ? null : toMeaning(meant.source, items);
  const shares = toProbabilities(lexicalScores(lexical, wording));
  if (meant !== null && meaning !== null)
    mix(shares, toProbabilities(meaningScores(meant, meaning)), wordingShare(classifier));
  const byWording = lexicalLikeness(lexical, wording);
  const byMeaning = meant === null || meaning === null ? null : meaningLikeness(meant, meaning);
  const evidence = (label: number): Evidence => ({
    wording: byWording[label] ?? 0,
    meaning: byMeaning === null ? null : (byMeaning[label] ?? 0),
    share: shares[label] ?? 0,
    samples: members[label]?.length ?? 1,
    intents: members.length,
  });
  return { reading: { items, wording, meaning }, shares, evidence };
}

/** Mixes other shares into these, by their logarithms. */
function mix(shares: Float64Array, others: Float64Array, own: number): void {
  for (let at = 0; at < shares.length; at += 1)
    shares[at] = own * logOf(shares[at] ?? 0) + (1 - own) * logOf(others[at] ?? 0);
  toProbabilities(shares);
}

/** Never the logarithm of nothing. */
const logOf = (share: number): number => Math.log(share + 1e-9);
