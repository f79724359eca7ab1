import type { PatternItem } from '../sample-pattern.ts';
import { FeatureRows } from './feature-rows.ts';
import type { Steps } from './finish-steps.ts';
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
  readonly rows: FeatureRows;
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
    take(rows.find(featureOfPair(before, word.feature)), pairWeight * word.weight, at);
    before = word.feature;
  }
}

/** A word no sample has may share runs of letters with others. */
function strangeWord(rows: FeatureRows, form: string): KnownWord {
  const features = featuresOfWord(form);
  return {
    feature: features[0] ?? 0,
    weight: weightOfWord(form),
    rows: features.map((feature) => rows.find(feature)),
  };
}

/** A guess that is rarely too low. */
const featuresAWord = 22;
/** Samples that are looked at before it may rest. */
const samplesAStep = 32;

/** The space some samples span, and their vectors in it. */
export function* spanLexicalSpace(
  samples: readonly (readonly PatternItem[])[],
): Steps<{ readonly space: LexicalSpace; readonly vectors: readonly LexicalVector[] }> {
  const words = samples.reduce((sum, items) => sum + items.length, 0);
  const counter = new FeatureCounter(words * featuresAWord);
  for (const [sample, items] of samples.entries()) {
    counter.count(items);
    if (sample % samplesAStep === 0) yield;
  }
  const { rows, words: known, holders } = counter;
  const rarities = Float64Array.from({ length: samples.length + 1 }, (_, count) => rarityOf(count, samples.length));
  const rarity = new Float64Array(rows.size);
  for (let row = 0; row < rarity.length; row += 1) rarity[row] = rarities[holders[row] ?? 0] ?? 0;
  const space = { rows, words: known, rarity, unseen: rarities[0] ?? 0, scratch: new Float64Array(rows.size) };
  return { space, vectors: counter.counted().map((each) => weigh(each, rarity, 0)) };
}

const rarityOf = (holders: number, all: number): number => 1 + Math.log((all + 1) / (holders + 1));

/** How much each feature of a text counts, by row. */
type Counted = { readonly rows: Int32Array; readonly values: Float64Array };

/** Numbers the features of one sample after the other, and counts them. */
class FeatureCounter {
  readonly rows = new FeatureRows();
  readonly words = new Map<string, KnownWord>();
  /** How many samples have a feature, by row; longer than there are rows. */
  holders = new Int32Array(firstRoom);
  /** Text after text: the rows it has, and how much each counts. One array each: hundreds take longer to make. */
  #found: Int32Array;
  #counts: Float64Array;
  #end = 0;
  readonly #ends: number[] = [0];
  #sums = new Float64Array(firstRoom);

  constructor(room: number) {
    this.#found = new Int32Array(room);
    this.#counts = new Float64Array(room);
  }

  count(items: readonly PatternItem[]): void {
    const start = this.#end;
    let before = sentenceStart;
    for (const item of items) {
      const form = comparedForm(item);
      const word = this.words.get(form) ?? this.#learn(form);
      for (const row of word.rows) this.#add(row, word.weight);
      this.#add(this.#number(featureOfPair(before, word.feature)), pairWeight * word.weight);
      before = word.feature;
    }
    for (let at = start; at < this.#end; at += 1) {
      const row = this.#found[at] ?? 0;
      this.#counts[at] = this.#sums[row] ?? 0;
      this.#sums[row] = 0;
      this.holders[row] = (this.holders[row] ?? 0) + 1;
    }
    this.#ends.push(this.#end);
  }

  counted(): readonly Counted[] {
    return this.#ends.slice(1).map((end, text) => {
      const start = this.#ends[text] ?? 0;
      return { rows: this.#found.subarray(start, end), values: this.#counts.subarray(start, end) };
    });
  }

  #learn(form: string): KnownWord {
    const features = featuresOfWord(form);
    const rows = features.map((feature) => this.#number(feature));
    const word = { feature: features[0] ?? 0, weight: weightOfWord(form), rows };
    this.words.set(form, word);
    return word;
  }

  #number(feature: number): number {
    const row = this.rows.number(feature);
    if (row === this.#sums.length) {
      this.#sums = grown(this.#sums, new Float64Array(2 * row));
      this.holders = grown(this.holders, new Int32Array(2 * row));
    }
    return row;
  }

  #add(row: number, weight: number): void {
    const before = this.#sums[row] ?? 0;
    this.#sums[row] = before + weight;
    if (before !== 0) return;
    if (this.#end === this.#found.length) {
      this.#found = grown(this.#found, new Int32Array(2 * this.#end + 1));
      this.#counts = grown(this.#counts, new Float64Array(2 * this.#end + 1));
    }
    this.#found[this.#end] = row;
    this.#end += 1;
  }
}

const firstRoom = 4096;

function grown<Numbers extends Int32Array | Float64Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}

export function toLexicalVector(space: LexicalSpace, items: readonly PatternItem[]): LexicalVector {
  const { scratch, rarity, unseen } = space;
  const found: number[] = [];
  let strange = 0;
  const add = (row: number, weight: number): void => {
    const before = scratch[row] ?? 0;
    if (before === 0) found.push(row);
    scratch[row] = before + weight;
  };
  let before = sentenceStart;
  for (const item of items) {
    const form = comparedForm(item);
    const word = space.words.get(form) ?? strangeWord(space.rows, form);
    for (const row of word.rows)
      if (row < 0) strange += (word.weight * unseen) ** 2;
      else add(row, word.weight);
    const pair = space.rows.find(featureOfPair(before, word.feature));
    if (pair < 0) strange += (pairWeight * word.weight * unseen) ** 2;
    else add(pair, pairWeight * word.weight);
    before = word.feature;
  }
  const rows = new Int32Array(found);
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    values[at] = scratch[row] ?? 0;
    scratch[row] = 0;
  }
  return weigh({ rows, values }, rarity, strange);
}

/** What was counted, as a vector. `strange`: the squares of the weights no row stands for. */
function weigh({ rows, values }: Counted, rarity: Float64Array, strange: number): LexicalVector {
  let squares = strange;
  for (let at = 0; at < rows.length; at += 1) {
    const value = (values[at] ?? 0) * (rarity[rows[at] ?? 0] ?? 0);
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
