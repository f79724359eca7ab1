import type { PatternItem } from '../sample-pattern.ts';
import {
  comparedForm,
  featureOfPair,
  featuresOfWord,
  pairWeight,
  sentenceStart,
  weightOfWord,
} from './text-features.ts';

/** The features some samples have, numbered, and how rare each is. */
export type LexicalSpace = {
  readonly rows: ReadonlyMap<number, number>;
  /** The words of the samples. */
  readonly words: ReadonlyMap<string, KnownWord>;
  readonly rarity: Float64Array;
  /** The weight of a feature no sample has. */
  readonly unseen: number;
  /** Room to add up in, by row; all zero between two uses. */
  readonly scratch: Float64Array;
};

/** A word by itself, its weight, and the rows of all its features. */
type KnownWord = { readonly feature: number; readonly weight: number; readonly rows: readonly number[] };

/** A text among the features of a space: of length one, or shorter when it has features no sample has. */
export type LexicalVector = {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** What the weights were divided by. */
  readonly length: number;
};

/** Takes a feature of a text, by its row (below zero: no sample has it), how much it counts, and the word it is of. */
type TakeRow = (row: number, weight: number, word: number) => void;

/** Words, pairs of neighbours and runs of letters of a text. */
export function eachRow(
  { words, rows }: Pick<LexicalSpace, 'words' | 'rows'>,
  items: readonly PatternItem[],
  take: TakeRow,
): void {
  let before = sentenceStart;
  for (let at = 0; at < items.length; at += 1) {
    const form = comparedForm(items[at] ?? '');
    const word = words.get(form) ?? strangeWord(rows, form);
    for (const row of word.rows) take(row, word.weight, at);
    take(rows.get(featureOfPair(before, word.feature)) ?? -1, pairWeight * word.weight, at);
    before = word.feature;
  }
}

/** A word no sample has may share runs of letters with others. */
function strangeWord(rows: ReadonlyMap<number, number>, form: string): KnownWord {
  const features = featuresOfWord(form);
  return {
    feature: features[0] ?? 0,
    weight: weightOfWord(form),
    rows: features.map((feature) => rows.get(feature) ?? -1),
  };
}

/** The space some samples span, and their vectors in it. */
export function spanLexicalSpace(samples: readonly (readonly PatternItem[])[]): {
  readonly space: LexicalSpace;
  readonly vectors: readonly LexicalVector[];
} {
  const { rows, words } = numberFeatures(samples);
  const holders = new Int32Array(rows.size);
  const heldBy = new Int32Array(rows.size).fill(-1);
  for (const [sample, items] of samples.entries())
    eachRow({ rows, words }, items, (row) => {
      if (heldBy[row] === sample) return;
      heldBy[row] = sample;
      holders[row] = (holders[row] ?? 0) + 1;
    });
  const rarities = Float64Array.from({ length: samples.length + 1 }, (_, count) => rarityOf(count, samples.length));
  const rarity = new Float64Array(rows.size);
  for (let row = 0; row < rarity.length; row += 1) rarity[row] = rarities[holders[row] ?? 0] ?? 0;
  const space: LexicalSpace = {
    rows,
    words,
    rarity,
    unseen: rarities[0] ?? 0,
    scratch: new Float64Array(rows.size),
  };
  return { space, vectors: samples.map((items) => toLexicalVector(space, items)) };
}

const rarityOf = (holders: number, all: number): number => 1 + Math.log((all + 1) / (holders + 1));

function numberFeatures(samples: readonly (readonly PatternItem[])[]): {
  readonly rows: ReadonlyMap<number, number>;
  readonly words: ReadonlyMap<string, KnownWord>;
} {
  const rows = new Map<number, number>();
  const words = new Map<string, KnownWord>();
  const rowOf = (feature: number): number => {
    let row = rows.get(feature);
    if (row === undefined) rows.set(feature, (row = rows.size));
    return row;
  };
  const learn = (form: string): KnownWord => {
    const features = featuresOfWord(form);
    const word = { feature: features[0] ?? 0, weight: weightOfWord(form), rows: features.map(rowOf) };
    words.set(form, word);
    return word;
  };
  for (const items of samples) {
    let before = sentenceStart;
    for (const item of items) {
      const form = comparedForm(item);
      const { feature } = words.get(form) ?? learn(form);
      rowOf(featureOfPair(before, feature));
      before = feature;
    }
  }
  return { rows, words };
}

export function toLexicalVector(space: LexicalSpace, items: readonly PatternItem[]): LexicalVector {
  const found: number[] = [];
  let strange = 0;
  eachRow(space, items, (row, weight) => {
    if (row < 0) strange += (weight * space.unseen) ** 2;
    else addUp(space, found, row, weight);
  });
  return gather(space, found, strange);
}

function addUp({ scratch }: LexicalSpace, found: number[], row: number, weight: number): void {
  const before = scratch[row] ?? 0;
  if (before === 0) found.push(row);
  scratch[row] = before + weight;
}

/** What was added up, as a vector. `strange`: the squares of the weights no row stands for. */
function gather({ scratch, rarity }: LexicalSpace, found: readonly number[], strange: number): LexicalVector {
  const rows = new Int32Array(found);
  const values = new Float64Array(rows.length);
  let squares = strange;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const value = (scratch[row] ?? 0) * (rarity[row] ?? 0);
    scratch[row] = 0;
    squares += value * value;
    values[at] = value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
  return { rows, values, length };
}

/** Spreads a vector out in the scratch, works with it, and clears it away again. */
export function withSpread<Result>(
  { scratch }: LexicalSpace,
  { rows, values }: LexicalVector,
  work: () => Result,
): Result {
  for (let at = 0; at < rows.length; at += 1) scratch[rows[at] ?? 0] = values[at] ?? 0;
  const result = work();
  for (let at = 0; at < rows.length; at += 1) scratch[rows[at] ?? 0] = 0;
  return result;
}

/** The product of a vector with the one that is spread out. */
export function productWithSpread({ scratch }: LexicalSpace, { rows, values }: LexicalVector): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) sum += (values[at] ?? 0) * (scratch[rows[at] ?? 0] ?? 0);
  return sum;
}
