/**
 * Prints the weights of shared/interpret/classifier/confidence.ts: a logistic regression on whether the best intent of
 * a scope is what an utterance meant. Scopes of many sizes are drawn from two public sets with a fixed seed; half of the
 * weight is on utterances that mean an intent of the scope, a quarter on those of other intents, a quarter on unrelated
 * ones. Run it after a change to the classifier: `node test/bench/nlu/fit-confidence.ts`. The weights for whole texts
 * need the model that `npm run semantic-model` installs.
 */
import { nextRandom } from '../../../shared/base/seeded-random.ts';
import { trainClassifier, weigh } from '../../../shared/interpret/classifier/classifier.ts';
import type { Evidence } from '../../../shared/interpret/classifier/confidence.ts';
import type { MeaningSource } from '../../../shared/interpret/classifier/meaning-model.ts';
import { createTextMemory, type TextMemory } from '../../../shared/interpret/classifier/text-meanings.ts';
import type { LabelledText } from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import { readWords } from '../../../shared/interpret/read-words.ts';
import { loadTextModel } from '../../../electron/worker/semantic/load-text-model.ts';
import { modelFolder } from '../../../electron/worker/semantic/model-files.ts';
import { loadSampleSets, loadWordVectors, type SampleSet } from './sample-sets.ts';

type Group = 'meant' | 'other' | 'unrelated';
type Case = { readonly evidence: Evidence; readonly isRight: boolean; readonly group: Group };

const scopeSizes = [1, 2, 4, 8, 15];
const sampleCounts = [1, 3, 5, 10];
const scopesEach = 6;
/** Of utterances that belong elsewhere, how many may reach the default threshold. */
const mostTaken = 0.05;

let seed = 1;
function randomBelow(limit: number): number {
  const random = nextRandom(seed);
  seed = random.seed;
  return Math.floor(random.value * limit);
}

function pick<Item>(items: readonly Item[], count: number): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(randomBelow(left.length), 1)).flat();
}

const itemsOf = (text: string): string[] => readWords(text).map(({ form }) => form);

function casesOf(set: SampleSet, source: MeaningSource | null): Case[] {
  const intents = [...new Set(set.train.map(({ intent }) => intent))];
  return scopeSizes.flatMap((size) =>
    sampleCounts.flatMap((each) =>
      Array.from({ length: scopesEach }, () => scopeCases(set, pick(intents, size), each, source)).flat(),
    ),
  );
}

function scopeCases(set: SampleSet, scope: readonly string[], each: number, source: MeaningSource | null): Case[] {
  const taught = scope.flatMap((intent, number) =>
    pick(
      set.train.filter((row) => row.intent === intent),
      each,
    ).map(({ text }) => ({ intent: number, items: itemsOf(text) })),
  );
  const classifier = trainClassifier(taught, source);
  const ask = ({ text, intent }: LabelledText, group: Group): Case => {
    const { shares, evidence } = weigh(classifier, itemsOf(text));
    const best = shares.indexOf(Math.max(...shares));
    return { evidence: evidence(best), isRight: scope[classifier.intents[best] ?? -1] === intent, group };
  };
  const isMeant = ({ intent }: LabelledText): boolean => scope.includes(intent);
  return [
    ...pick(set.test.filter(isMeant), 100).map((row) => ask(row, 'meant')),
    ...pick(
      set.test.filter((row) => !isMeant(row)),
      100,
    ).map((row) => ask(row, 'other')),
    ...pick(set.unrelated, 100).map((row) => ask(row, 'unrelated')),
  ];
}

const names = ['wording', 'meaning', 'share', 'samples', 'intents'] as const;
const valuesOf = ({ wording, meaning, share, samples, intents }: Evidence): number[] => [
  wording,
  meaning ?? 0,
  share,
  Math.log(samples),
  Math.log(intents),
];
const groupWeight: Readonly<Record<Group, number>> = { meant: 0.5, other: 0.25, unrelated: 0.25 };

function fit(cases: readonly Case[]): { readonly weights: readonly number[]; readonly even: number } {
  const sizes = { meant: 0, other: 0, unrelated: 0 };
  for (const { group } of cases) sizes[group] += 1;
  const rows = cases.map(({ evidence, isRight, group }) => ({
    values: valuesOf(evidence),
    isRight,
    weight: groupWeight[group] / sizes[group],
  }));
  const weights = names.map(() => 0);
  let bias = 0;
  for (let round = 0; round < 6000; round += 1) {
    const gradient = names.map(() => 0);
    let drift = 0;
    for (const { values, isRight, weight } of rows) {
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), bias);
      const error = weight * (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0));
      values.forEach((value, at) => (gradient[at] = (gradient[at] ?? 0) + error * value));
      drift += error;
    }
    names.forEach((_, at) => (weights[at] = (weights[at] ?? 0) - 2 * (gradient[at] ?? 0)));
    bias -= 2 * drift;
  }
  return { weights, even: -bias };
}

/** Moves the half, so that few utterances that belong elsewhere reach it. */
function moveHalf(cases: readonly Case[], weights: readonly number[]): number {
  const half = (group: Group): number => {
    const sums = cases
      .filter((one) => one.group === group)
      .map(({ evidence }) => valuesOf(evidence).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))
      .toSorted((left, right) => right - left);
    return sums[Math.floor(sums.length * mostTaken)] ?? 0;
  };
  return (half('other') + half('unrelated')) / 2;
}

/** Every text of the sets, read once; null where the model is not installed. */
async function readWithModel(sets: readonly SampleSet[]): Promise<TextMemory | null> {
  const model = await loadTextModel(modelFolder());
  if (!model.ok) return null;
  const memory = createTextMemory(model.value.dimensions, Infinity);
  const rows = sets.flatMap(({ train, test, unrelated }) => [...train, ...test, ...unrelated]);
  const all = [...new Set(rows.map(({ text }) => memory.textOf(itemsOf(text))))].toSorted(
    (a, b) => a.length - b.length,
  );
  for (let at = 0; at < all.length; at += 16) {
    const chunk = all.slice(at, at + 16);
    const vectors = await model.value.read(chunk);
    for (const [index, text] of chunk.entries()) memory.learn(text, vectors[index] ?? new Float32Array());
  }
  return memory;
}

const sets = loadSampleSets();
if (sets === null) throw new Error('The public sample sets are not on this machine; nothing to fit to.');
const texts = await readWithModel(sets);
const sources: readonly (readonly [name: string, source: MeaningSource | null])[] = [
  ['wording and meaning', loadWordVectors()],
  ['wording alone', null],
  ...(texts === null ? [] : [['wording and texts', texts] as const]),
];
for (const [name, source] of sources) {
  const cases = sets.flatMap((set) => casesOf(set, source));
  const { weights, even } = fit(cases);
  const moved = moveHalf(cases, weights);
  const shown = names.map((each, at) => `${each}: ${(weights[at] ?? 0).toFixed(2)}`).join(', ');
  console.log(name);
  console.log(
    `  { ${shown}, even: ${moved.toFixed(2)} } (the regression's own: ${even.toFixed(2)}, ${cases.length} cases)`,
  );
}
