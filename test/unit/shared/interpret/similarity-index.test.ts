import { describe, expect, test } from 'vitest';
import { compileSamples, interpret, type SampleIndex } from '../../../../shared/interpret/interpret-utterance.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

type Row = { readonly text: string; readonly intent: string };

/** Two columns, `text,intent`; a text with a comma is in quotes. */
function readRows(name: string): readonly Row[] {
  const lines = (readSharedData(`samples/nlu/${name}.csv`) ?? '').trim().split('\n').slice(1);
  return lines.map((line) => {
    const cut = line.lastIndexOf(',');
    const text = line.slice(0, cut);
    return {
      text: text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text,
      intent: line.slice(cut + 1).trim(),
    };
  });
}

function train(rows: readonly Row[], intents: readonly string[], each: number): SampleIndex {
  return compileSamples(
    intents.map((intentId) => ({
      intentId,
      samples: rows
        .filter(({ intent }) => intent === intentId)
        .slice(0, each)
        .map(({ text }) => text),
    })),
  );
}

const threshold = 0.5;
const top = (index: SampleIndex, text: string) =>
  interpret(index, {}, { text, callback: null, value: '', fields: {} }, new Map())[0];
const answered = (index: SampleIndex, text: string): boolean => (top(index, text)?.confidence ?? 0) >= threshold;
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

const samples = readRows('clinc150-15.train');
const said = readRows('clinc150-15.val');
const unrelated = readRows('clinc150-15.oos');
const intents = [...new Set(samples.map(({ intent }) => intent))];

describe.skipIf(samples.length === 0)('the default threshold on public data', () => {
  test.each([
    [1, 0.65, 0.35],
    [3, 0.75, 0.45],
    [5, 0.8, 0.55],
    [10, 0.85, 0.65],
  ])('[I4] 15 intents with %i samples each', (each, rightBest, rightAndAnswered) => {
    const index = train(samples, intents, each);
    expect(share(said, ({ text, intent }) => top(index, text)?.intentId === intent)).toBeGreaterThan(rightBest);
    expect(
      share(said, ({ text, intent }) => answered(index, text) && top(index, text)?.intentId === intent),
    ).toBeGreaterThan(rightAndAnswered);
    expect(share(unrelated, ({ text }) => !answered(index, text))).toBeGreaterThanOrEqual(0.95);
  });

  test.each([1, 2, 4])('[I4] small scopes of %i intents refuse what belongs to others', (size) => {
    const scopes = Array.from({ length: intents.length - size + 1 }, (_, at) => intents.slice(at, at + size));
    const refused = scopes.map((scope) => {
      const index = train(samples, scope, 3);
      const others = said.filter(({ intent }) => !scope.includes(intent));
      return share([...others, ...unrelated], ({ text }) => !answered(index, text));
    });
    expect(refused.reduce((sum, each) => sum + each, 0) / refused.length).toBeGreaterThan(0.96);
  });
});

describe.skipIf(samples.length === 0)('cost', () => {
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
    expect(
      cost(
        train(samples, intents, 10),
        said.map(({ text }) => text),
      ),
    ).toBeLessThan(250);
  });

  test('[I11] a long text costs what its first 64 words cost', () => {
    const index = train(samples, intents, 10);
    const words = said.flatMap(({ text }) => text.split(' '));
    const short = words.slice(0, 64).join(' ');
    const long = words.slice(0, 3000).join(' ');
    expect(cost(index, [long])).toBeLessThan(3 * cost(index, [short]) + 50);
  });
});
