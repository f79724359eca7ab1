import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addWord, readWordVectors, wordPieces } from '../../../../../shared/interpret/classifier/word-vectors.ts';
import { printWordVectors } from '../../../../bench/word-vectors/print-word-vectors.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

const small = printWordVectors(['play', '##ing', 'a', 'b'], Float32Array.from([1, 2, 0.5, -0.5, 0, 0, 3, -127]), 2);
const file = fileURLToPath(new URL('../../../../../shared/interpret/assets/word-vectors.bin', import.meta.url));

describe('a table', () => {
  test('[I13] is read as it was written, within what a byte can say', () => {
    const table = unwrap(readWordVectors(small));
    const sum = new Float64Array(2);
    expect(addWord(table, 'playing', sum)).toBe(true);
    expect(sum[0]).toBeCloseTo(1.5, 1);
    expect(sum[1]).toBeCloseTo(1.5, 1);
  });

  test('[I13] cuts words into the longest pieces, and says when it cannot', () => {
    const table = unwrap(readWordVectors(small));
    expect(wordPieces(table, 'playing')).toEqual([0, 1]);
    expect(wordPieces(table, 'b')).toEqual([3]);
    expect(wordPieces(table, 'ab')).toEqual([]);
    expect(wordPieces(table, 'ing')).toEqual([]);
    expect(wordPieces(table, '')).toEqual([]);
    expect(addWord(table, 'ab', new Float64Array(2))).toBe(false);
  });

  test('[I17] that is damaged is refused', () => {
    const changed = (at: number, value: number): Uint8Array => {
      const bytes = Uint8Array.from(small);
      bytes[at] = value;
      return bytes;
    };
    const damaged = [
      new Uint8Array(),
      small.subarray(0, 12),
      small.subarray(0, small.length - 1),
      Uint8Array.from([...small, 0]),
      changed(0, 0x51),
      changed(4, 0),
      changed(4, 3),
      changed(8, 200),
      changed(11, 255),
    ];
    for (const bytes of damaged) expect(readWordVectors(bytes).ok).toBe(false);
  });

  test('[I13] as shipped, knows which words are used alike', () => {
    const table = unwrap(readWordVectors(new Uint8Array(readFileSync(file))));
    const meaning = (...words: string[]): Float64Array => {
      const sum = new Float64Array(table.dimensions);
      for (const word of words) addWord(table, word, sum);
      const length = Math.hypot(...sum);
      return sum.map((value) => value / length);
    };
    const likeness = (left: Float64Array, right: Float64Array): number =>
      left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
    const parcel = meaning('parcel');
    expect(likeness(parcel, meaning('package'))).toBeGreaterThan(likeness(parcel, meaning('banana')) + 0.2);
    expect(likeness(meaning('refund', 'me'), meaning('give', 'my', 'money', 'back'))).toBeGreaterThan(
      likeness(meaning('refund', 'me'), meaning('what', 'time', 'is', 'it')) + 0.2,
    );
    expect(table.rows.length).toBe(table.dimensions * table.pieces().size);
  });
});
