import { describe, expect, test } from 'vitest';
import type { WordVectors } from '../../../../../shared/interpret/classifier/word-vectors.ts';
import { compileSamples, interpret, type SampleIndex } from '../../../../../shared/interpret/interpret-utterance.ts';
import type { LabelledText } from '../../../../../shared/interpret/workbench/read-labelled-texts.ts';
import { saidPolitely } from '../../../../bench/nlu/polite-frames.ts';
import { firstOfEach, loadSampleSets, loadWordVectors } from '../../../../bench/nlu/sample-sets.ts';

function train(rows: readonly LabelledText[], vectors: WordVectors | null): SampleIndex {
  const intents = [...new Set(rows.map(({ intent }) => intent))];
  return compileSamples(
    intents.map((intentId) => ({
      intentId,
      samples: rows.filter(({ intent }) => intent === intentId).map(({ text }) => text),
    })),
    vectors,
  );
}

const threshold = 0.5;
const top = (index: SampleIndex, text: string) =>
  interpret(index, {}, { text, callback: null, value: '', fields: {} }, new Map())[0];
const answered = (index: SampleIndex, text: string): boolean => (top(index, text)?.confidence ?? 0) >= threshold;
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

const [clinc, banking] = loadSampleSets() ?? [];
const noSet = { name: '', train: [], test: [], unrelated: [] };

describe.skipIf(clinc === undefined)('the default threshold on public data', () => {
  const { train: samples, test: said, unrelated } = clinc ?? noSet;
  const vectors = loadWordVectors();

  test.each([
    ['by words alone', null, 1, 0.7, 0.45],
    ['by words alone', null, 3, 0.8, 0.55],
    ['by words alone', null, 5, 0.82, 0.57],
    ['by words alone', null, 10, 0.87, 0.63],
    ['by words and meaning', vectors, 1, 0.76, 0.52],
    ['by words and meaning', vectors, 3, 0.88, 0.6],
    ['by words and meaning', vectors, 5, 0.86, 0.63],
    ['by words and meaning', vectors, 10, 0.9, 0.74],
  ] as const)('[I4, I14] %s, 15 intents with samples each: %#', (_how, table, each, rightBest, rightAndAnswered) => {
    const index = train(firstOfEach(samples, each), table);
    const isRight = ({ text, intent }: LabelledText): boolean => top(index, text)?.intentId === intent;
    expect(share(said, isRight)).toBeGreaterThan(rightBest);
    expect(share(said, (row) => isRight(row) && answered(index, row.text))).toBeGreaterThan(rightAndAnswered);
    expect(share(unrelated, ({ text }) => !answered(index, text))).toBeGreaterThanOrEqual(0.95);
  });

  test.each([3, 5, 10])('[I35] polite sentences say what plain ones say, %i samples each', (each) => {
    const index = train(firstOfEach(samples, each), vectors);
    const isRight = ({ text, intent }: LabelledText): boolean => top(index, text)?.intentId === intent;
    const sureAndRight = (row: LabelledText): boolean => isRight(row) && answered(index, row.text);
    expect(share(said, isRight) - share(saidPolitely(said), isRight)).toBeLessThan(0.02);
    expect(share(said, sureAndRight) - share(saidPolitely(said), sureAndRight)).toBeLessThan(0.02);
    expect(share(saidPolitely(unrelated), ({ text }) => !answered(index, text))).toBeGreaterThanOrEqual(0.95);
  });

  test.each([1, 2, 4])('[I14] small scopes of %i intents refuse what belongs to others', (size) => {
    const intents = [...new Set(samples.map(({ intent }) => intent))];
    for (const table of [null, vectors]) {
      const refused = intents.slice(0, intents.length - size + 1).map((_, at) => {
        const scope = intents.slice(at, at + size);
        const rows = firstOfEach(samples, 3).filter(({ intent }) => scope.includes(intent));
        const index = train(rows, table);
        const others = said.filter(({ intent }) => !scope.includes(intent));
        return share([...others, ...unrelated], ({ text }) => !answered(index, text));
      });
      expect(refused.reduce((sum, each) => sum + each, 0) / refused.length).toBeGreaterThan(0.95);
    }
  });

  test('[I13] meaning finds more than words, where intents are few and alike and where they are many', () => {
    for (const set of [clinc ?? noSet, banking ?? noSet])
      for (const each of [1, 3, 5]) {
        const [byWords, byMeaning] = [null, vectors].map((table) => {
          const index = train(firstOfEach(set.train, each), table);
          return share(set.test, ({ text, intent }) => top(index, text)?.intentId === intent);
        });
        expect(byMeaning).toBeGreaterThan((byWords ?? 1) + 0.02);
      }
  });
});

describe.skipIf(clinc === undefined)('cost', () => {
  const { train: samples, test: said } = clinc ?? noSet;

  /** Microseconds of one utterance, the best of some rounds so that a busy machine does not decide. */
  function cost(index: SampleIndex, texts: readonly string[]): number {
    const rounds = Array.from({ length: 8 }, () => {
      const start = performance.now();
      for (const text of texts) top(index, text);
      return ((performance.now() - start) * 1000) / texts.length;
    });
    return Math.min(...rounds);
  }

  test('[I11] tens of microseconds for 15 intents with 10 samples', () => {
    const index = train(firstOfEach(samples, 10), loadWordVectors());
    expect(
      cost(
        index,
        said.map(({ text }) => text),
      ),
    ).toBeLessThan(300);
  });

  test('[I11] a long text costs what its first 64 words cost', () => {
    const index = train(firstOfEach(samples, 10), null);
    const words = said.flatMap(({ text }) => text.split(' '));
    const short = words.slice(0, 64).join(' ');
    const long = words.slice(0, 3000).join(' ');
    expect(cost(index, [long])).toBeLessThan(3 * cost(index, [short]) + 50);
  });
});
