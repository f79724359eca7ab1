import { expect, test } from 'vitest';
import { lineCount, textWidth } from '../../../../../renderer/canvas/layout/estimate-text.ts';

test('a text takes as many lines as it needs, and no more than it may', () => {
  const long = 'Where is my order, please? I have been waiting for it since the day before yesterday.';
  expect(lineCount('hello', 15, 250, 4)).toBe(1);
  expect(lineCount('', 15, 250, 4)).toBe(1);
  expect(lineCount(long, 15, 250, 4)).toBeGreaterThanOrEqual(3);
  expect(lineCount(long, 15, 250, 2)).toBe(2);
  expect(lineCount(long, 15, 2000, 4)).toBe(1);
});

test('line breaks are kept, and a word longer than a line is broken', () => {
  expect(lineCount('one\ntwo\nthree', 15, 250, 4)).toBe(3);
  expect(lineCount('m'.repeat(60), 15, 250, 9)).toBeGreaterThanOrEqual(3);
});

test('letters that fill a square count for more', () => {
  expect(textWidth('漢字', 10)).toBeGreaterThan(textWidth('ab', 10));
  expect(textWidth('mm', 10)).toBeGreaterThan(textWidth('ii', 10));
});
