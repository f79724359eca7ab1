import { describe, expect, test } from 'vitest';
import {
  classify,
  trainClassifier,
  wordingShare,
  type TaughtSample,
} from '../../../../../shared/interpret/classifier/classifier.ts';
import {
  nearestSample,
  unknownWords,
  wordWeights,
} from '../../../../../shared/interpret/classifier/explain-verdict.ts';
import { lexicalScores } from '../../../../../shared/interpret/classifier/lexical-model.ts';
import { meaningScores } from '../../../../../shared/interpret/classifier/meaning-model.ts';
import { trainingFor } from '../../../../../shared/interpret/classifier/remember-trained.ts';
import { compileSamples, interpret } from '../../../../../shared/interpret/interpret-utterance.ts';
import { readPattern } from '../../../../../shared/interpret/sample-pattern.ts';
import { loadWordVectors } from '../../../../bench/nlu/sample-sets.ts';

const vectors = loadWordVectors();
const samples = {
  status: ['where is my parcel', 'has my order been shipped', 'track {user.order_id}'],
  refund: ['I want my money back', 'please refund me', 'this is broken, I return it'],
  hours: ['when do you open', 'opening times please', 'are you open on sunday'],
};
const taught: readonly TaughtSample[] = Object.values(samples).flatMap((each, intent) =>
  each.map((sample) => ({ intent, items: readPattern(sample).items })),
);
const wordsOf = (text: string): string[] => text.toLowerCase().split(' ');
const entries = Object.entries(samples).map(([intentId, each]) => ({ intentId, samples: each }));
const ask = (text: string, table = vectors as typeof vectors | null) =>
  interpret(compileSamples(entries, table), {}, { text, callback: null, value: '', fields: {} }, new Map());

describe('learning', () => {
  test('[I12] the same samples give the same numbers', () => {
    const texts = ['where did my package go', 'give back my money', 'hello', 'open open open'];
    for (const table of [vectors, null]) {
      const [one, other] = [trainClassifier(taught, table), trainClassifier(taught, table)];
      for (const text of texts) expect(classify(one, wordsOf(text))).toEqual(classify(other, wordsOf(text)));
    }
  });

  test('[I12] the same samples are learned once, until they change', () => {
    const first = trainingFor(taught, vectors);
    expect(trainingFor([...taught], vectors)).toBe(first);
    expect(trainingFor(taught.slice(1), vectors)).not.toBe(first);
    expect(trainingFor(taught, null)).not.toBe(first);
    const [compiled, again] = [compileSamples(entries, vectors), compileSamples(structuredClone(entries), vectors)];
    expect(compiled.classifier()).toBe(again.classifier());
  });

  test('[I12] a forgotten scope is learned again, and the same', () => {
    const first = trainingFor(taught, null);
    const many = (offset: number): TaughtSample[] =>
      Array.from({ length: 30_000 }, (_, at) => ({
        intent: at % 2,
        items: [`w${String.fromCodePoint(97 + ((at + offset) % 26))}`],
      }));
    trainingFor(many(0), null);
    trainingFor(many(1), null);
    const again = trainingFor(taught, null);
    expect(again).not.toBe(first);
    expect(classify(again.finish(), ['refund'])).toEqual(classify(first.finish(), ['refund']));
  });

  test('[I18] thousands of samples take seconds', () => {
    const words = Array.from(
      { length: 3000 },
      (_, at) => `word${String.fromCodePoint(97 + (at % 26))}${(at * 7919) % 1000}`,
    );
    const large = Array.from({ length: 6000 }, (_, at) => ({
      intent: at % 1000,
      items: [0, 1, 2, 3, 4, 5].map((place) => words[(at * 31 + place * 977) % words.length] ?? ''),
    }));
    const start = performance.now();
    const classifier = trainClassifier(large, vectors);
    expect(classify(classifier, large[0]?.items ?? []).shares).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('likeness', () => {
  test('[I13] what means the same is near without a word in common', () => {
    expect(ask('did the package get dispatched')[0]?.intentId).toBe('status');
    expect(ask('reimburse customers')[0]?.intentId).toBe('refund');
    const [withMeaning, without] = [ask('reimburse customers'), ask('reimburse customers', null)];
    expect(withMeaning[0]?.confidence).toBeGreaterThan(without[0]?.confidence ?? 0);
  });

  test('[I13] words without a meaning are compared as words', () => {
    const greek = compileSamples([{ intentId: 'order', samples: ['πού είναι η παραγγελία μου'] }], vectors);
    const heard = { text: 'η παραγγελία μου πού είναι', callback: null, value: '', fields: {} };
    expect(interpret(greek, {}, heard, new Map())[0]).toMatchObject({ intentId: 'order' });
  });

  test('[I14] what has nothing in common is not ranked', () => {
    expect(ask('zyx', null)).toEqual([]);
    expect(ask('xylophone quartz', vectors).every(({ confidence }) => confidence < 0.5)).toBe(true);
  });
});

describe('explanation', () => {
  test('[I15] the best answer says what decided', () => {
    const [best, second] = ask('where is my broken parcel from Narnia');
    expect(best).toMatchObject({ intentId: 'status', because: 'like “where is my parcel”' });
    expect(best?.detail).toMatchObject({
      sample: 'where is my parcel',
      unknown: ['from', 'Narnia'],
      runnerUp: { intentId: second?.intentId, confidence: second?.confidence },
    });
    expect(best?.detail?.gap).toBeCloseTo((best?.confidence ?? 0) - (second?.confidence ?? 0), 4);
    const strongest = best?.detail?.words.toSorted((left, right) => right.weight - left.weight)[0];
    expect(strongest?.word).toBe('parcel');
    expect(second?.detail).toBeUndefined();
  });

  test('[I15] alone in its scope an answer has nobody behind it', () => {
    const only = compileSamples([{ intentId: 'status', samples: samples.status }], vectors);
    const heard = { text: 'where did my parcel go', callback: null, value: '', fields: {} };
    const [best] = interpret(only, {}, heard, new Map());
    expect(best?.detail).toMatchObject({ runnerUp: null, gap: best?.confidence, share: 1 });
  });

  test.each([
    ['meaning', vectors],
    ['words', null],
  ])('[I15] the weights of the words add up, by %s', (_how, table) => {
    const classifier = trainClassifier(taught, table);
    const { reading } = classify(classifier, wordsOf('where is my my refund please'));
    const { lexical, meaning } = classifier;
    const part = wordingShare(classifier);
    const byWords = lexicalScores(lexical, reading.wording).map((score, at) => score - (lexical.bias[at] ?? 0));
    const byMeaning =
      meaning === null
        ? byWords.map(() => 0)
        : meaningScores(meaning, reading.meaning).map((score, at) => score - (meaning.bias[at] ?? 0));
    const total = (at: number): number => part * (byWords[at] ?? 0) + (1 - part) * (byMeaning[at] ?? 0);
    const weights = wordWeights(classifier, reading, 1, 0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(total(1) - total(0), 6);
  });

  test('[I15] the nearest sample is one of the class', () => {
    const classifier = trainClassifier(taught, vectors);
    const { reading } = classify(classifier, wordsOf('are you open tomorrow'));
    expect(nearestSample(classifier, 2, reading)).toBe(8);
    expect(unknownWords(classifier, reading)).toEqual([3]);
  });

  test('[I16] a sample whose slot fits keeps what it took', () => {
    const [best] = ask('track A-1001');
    expect(best).toMatchObject({ intentId: 'status', attributes: { order_id: 'A-1001' } });
    expect(best?.because).toMatch(/^fits/);
    expect(best?.detail).toBeUndefined();
  });
});
