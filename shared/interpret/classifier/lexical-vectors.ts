import type { PatternItem } from '../sample-pattern.ts';
import { eachFeature } from './text-features.ts';

/** The features some samples have, numbered, and how rare each is. */
export type LexicalSpace = {
  readonly rows: ReadonlyMap<number, number>;
  readonly rarity: Float64Array;
  /** The weight of a feature no sample has. */
  readonly unseen: number;
  /** Room to add up in, by row; all zero between two uses. */
  readonly scratch: Float64Array;
};

/** A text among the features of a space: of length one, or shorter when it has features no sample has. */
export type LexicalVector = {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** What the weights were divided by. */
  readonly length: number;
};

export function createLexicalSpace(samples: readonly (readonly PatternItem[])[]): LexicalSpace {
  const rows = new Map<number, number>();
  const holders: number[] = [];
  const heldBy: number[] = [];
  for (const [sample, items] of samples.entries())
    eachFeature(items, (feature) => {
      const row = rows.get(feature);
      if (row === undefined) {
        rows.set(feature, holders.length);
        holders.push(1);
        heldBy.push(sample);
      } else if (heldBy[row] !== sample) {
        heldBy[row] = sample;
        holders[row] = (holders[row] ?? 0) + 1;
      }
    });
  const rarityOf = (count: number): number => 1 + Math.log((samples.length + 1) / (count + 1));
  return {
    rows,
    rarity: Float64Array.from(holders, rarityOf),
    unseen: rarityOf(0),
    scratch: new Float64Array(holders.length),
  };
}

export function toLexicalVector(space: LexicalSpace, items: readonly PatternItem[]): LexicalVector {
  const { scratch, rarity } = space;
  const found: number[] = [];
  let squares = 0;
  eachFeature(items, (feature, weight) => {
    const row = space.rows.get(feature);
    if (row === undefined) squares += (weight * space.unseen) ** 2;
    else {
      const before = scratch[row] ?? 0;
      if (before === 0) found.push(row);
      scratch[row] = before + weight;
    }
  });
  const rows = Int32Array.from(found);
  const values = new Float64Array(rows.length);
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
export function withSpread<Result>({ scratch }: LexicalSpace, { rows, values }: LexicalVector, work: () => Result): Result {
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
