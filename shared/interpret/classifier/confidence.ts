/** What the classifier knows about one intent and one utterance. */
export type Evidence = {
  /** Cosine of the words, letters and pairs to the intent's samples. */
  readonly wording: number;
  /** Cosine of the meaning; null without word vectors, or when no word of the utterance has one. */
  readonly meaning: number | null;
  /** Share of the intent among those in scope, 0 to 1. */
  readonly share: number;
  readonly samples: number;
  readonly intents: number;
};

/**
 * How sure to be, 0 to 1: about the share of utterances with this evidence that do mean the intent, when every second
 * one means none in scope. A share alone does not say that, for it only compares the intents with each other. One half,
 * the default threshold of an intent, is where one utterance in twenty that belongs elsewhere would still be taken.
 * The weights are a logistic regression over scopes of 1 to 20 intents with 1 to 10 samples of two public sets; the
 * calibration test holds what they promise.
 */
export function confidenceOf(
  { wording, meaning, share, samples, intents }: Evidence,
  reader: 'words' | 'texts' = 'words',
): number {
  const weights = meaning === null ? wordingAlone : reader === 'texts' ? wordingAndTexts : wordingAndMeaning;
  const sum =
    weights.wording * wording +
    weights.meaning * (meaning ?? 0) +
    weights.share * share +
    weights.samples * Math.log(samples) +
    weights.intents * Math.log(intents) -
    weights.even;
  return mostConfidence / (1 + Math.exp(-sum));
}

/** Only the same words are certain. */
const mostConfidence = 0.98;

const wordingAndMeaning = { wording: 5.12, meaning: 4.21, share: 4.39, samples: -0.34, intents: 0.75, even: 7.09 };
/** The same with the meaning of whole texts, read by a larger model. */
const wordingAndTexts = { wording: 1.12, meaning: 6.96, share: 4.93, samples: -0.48, intents: 0.85, even: 7.54 };
const wordingAlone = { wording: 13.73, meaning: 0, share: 1.59, samples: -0.13, intents: 0.14, even: 4.49 };
