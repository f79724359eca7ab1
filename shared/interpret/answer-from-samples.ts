import type { MeaningSource } from './classifier/meaning-model.ts';
import { compileSamples, interpret, type ExpectedAttribute, type SampleIndex } from './interpret-utterance.ts';
import type { RankedIntent } from './ranked-intent.ts';

type Asked = {
  readonly text: string;
  readonly at: number;
  readonly zone?: string;
  /** What may be chosen among. */
  readonly candidates: readonly {
    readonly intentId: string;
    readonly samples: readonly string[];
    readonly expected: readonly ExpectedAttribute[];
  }[];
};

/**
 * The built-in interpreter, asked about candidates from elsewhere: in the place of a service, or with a model of meaning
 * of its own. The same candidates are learned once.
 */
export function createSampleAnswers(source: MeaningSource | null = null): (asked: Asked) => readonly RankedIntent[] {
  let learned: { readonly from: string; readonly index: SampleIndex } | null = null;
  return ({ candidates, text, at, zone = 'UTC' }) => {
    const from = JSON.stringify(candidates.map(({ intentId, samples }) => [intentId, samples]));
    if (learned?.from !== from) learned = { from, index: compileSamples(candidates, source) };
    const expected = new Map(candidates.map((candidate) => [candidate.intentId, candidate.expected]));
    const ranking = interpret(learned.index, {}, { text, callback: null, value: '', fields: {}, at, zone }, expected);
    // What goes back as a result says who, how sure and why, as any other interpreter's would.
    return ranking.map(({ intentId, confidence, attributes, because }) => ({
      intentId,
      confidence,
      attributes,
      because,
    }));
  };
}
