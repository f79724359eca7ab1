import { classify, type Classifier, type Verdict } from './classifier/classifier.ts';
import { readsWholeTexts } from './classifier/meaning-model.ts';
import { nearestSample, unknownWords, wordWeights } from './classifier/explain-verdict.ts';
import type { IndexedSample, SampleIndex } from './compile-samples.ts';
import type { LikenessDetail } from './ranked-intent.ts';
import type { Word } from './read-words.ts';
import { withinFrame } from './sentence-frame.ts';

/** How like an intent's samples an utterance is, and why when somebody asks. */
export class Likeness {
  readonly confidence: number;
  readonly #index: SampleIndex;
  readonly #classifier: Classifier;
  readonly #read: Read;
  readonly #label: number;

  constructor(index: SampleIndex, classifier: Classifier, read: Read, label: number) {
    this.confidence = read.verdict.confidences[label] ?? 0;
    this.#index = index;
    this.#classifier = classifier;
    this.#read = read;
    this.#label = label;
  }

  /** The sample of the intent that is nearest. */
  nearest(): IndexedSample | undefined {
    return this.#index.taught[nearestSample(this.#classifier, this.#label, this.#read.verdict.reading)];
  }

  /** What spoke for it, compared with the intent that came second, by its number. */
  describe(runnerUp: number | null): Pick<LikenessDetail, 'share' | 'words' | 'unknown'> {
    const other = runnerUp === null ? -1 : this.#classifier.intents.indexOf(runnerUp);
    return describe(this.#classifier, this.#read, this.#label, other < 0 ? null : other);
  }
}

/** The likeness to each intent that has samples, and its number. */
export function rateLikeness(
  index: SampleIndex,
  words: readonly Word[],
  take: (intent: number, likeness: Likeness) => void,
): void {
  const classifier = words.length === 0 ? null : index.classifier();
  if (classifier === null) return;
  const read = readToThePoint(classifier, words);
  for (let label = 0; label < classifier.intents.length; label += 1)
    take(classifier.intents[label] ?? 0, new Likeness(index, classifier, read, label));
}

/** A frame of so many words is no more than that; a shorter one may be what is meant, as in "hey, you". */
const surelyFrame = 3;

/** Reads what stands between "good morning, could you tell me" and "thanks", or all of it, if that is surer. */
function readToThePoint(classifier: Classifier, words: readonly Word[]): Read {
  const forms = words.map(({ form }) => form);
  const [start, end] = withinFrame(forms);
  const framing = words.length - (end - start);
  // A model that reads whole texts knows manners.
  const readsAll = classifier.meaning !== null && readsWholeTexts(classifier.meaning.source);
  const whole = (): Read => ({ words, verdict: classify(classifier, forms) });
  if (framing === 0 || readsAll) return whole();
  const point = { words: words.slice(start, end), verdict: classify(classifier, forms.slice(start, end)) };
  if (framing >= surelyFrame && point.words.length > 1) return point;
  const all = whole();
  return surest(point) >= surest(all) ? point : all;
}

/** The words that were read, and what was made of them. */
type Read = { readonly words: readonly Word[]; readonly verdict: Verdict };

const surest = ({ verdict }: Read): number => verdict.confidences.reduce((most, each) => Math.max(most, each), 0);

/** More would be a wall of numbers; long utterances show the words that matter most. */
const mostWords = 12;
/** Of the strongest word: weaker ones are noise. */
const leastWeight = 0.05;

function describe(
  classifier: Classifier,
  { words, verdict: { reading, shares } }: Read,
  label: number,
  other: number | null,
): Pick<LikenessDetail, 'share' | 'words' | 'unknown'> {
  const weights = wordWeights(classifier, reading, label, other);
  const strongest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const weighed = words
    .map(({ raw }, at) => ({ word: raw, weight: rounded(weights[at] ?? 0), at }))
    .filter(({ weight }) => Math.abs(weight) > leastWeight * strongest)
    .sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight))
    .slice(0, mostWords)
    .sort((left, right) => left.at - right.at);
  return {
    share: rounded(shares[label] ?? 0),
    words: weighed.map(({ word, weight }) => ({ word, weight })),
    unknown: unknownWords(classifier, reading)
      .slice(0, mostWords)
      .map((at) => words[at]?.raw ?? ''),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
