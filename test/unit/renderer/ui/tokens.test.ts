import { expect, test } from 'vitest';
import { colourOf, contrast, readRules, seen, themes, type Theme } from './css-colours.ts';

const rules = readRules('ui');
const hues = ['accent', 'user', 'app', 'action', 'data', 'ok', 'problem'];

for (const theme of themes) {
  test(`words can be read on every surface (${theme})`, () => {
    const words = ['text', 'text-soft', 'text-faint', ...hues.map((hue) => `${hue}-text`)];
    const surfaces = ['canvas', 'surface-sunken', 'surface', 'surface-raised'];
    expect(tooFaint(theme, words, surfaces, 4.5)).toEqual([]);
  });

  test(`words can be read on the tint of their own hue (${theme})`, () => {
    for (const hue of hues)
      expect(tooFaint(theme, ['text', 'text-soft', `${hue}-text`], [`${hue}-tint`], 4.5)).toEqual([]);
    expect(tooFaint(theme, ['on-accent'], ['accent-solid', 'accent-solid-hover'], 4.5)).toEqual([]);
  });

  test(`marks and edges that mean something stand out (${theme})`, () => {
    expect(tooFaint(theme, [...hues, 'line-control'], ['canvas', 'surface', 'surface-raised'], 3)).toEqual([]);
  });
}

test('the measure itself: white on black is 21, #767676 on white just readable, a colour on itself is 1', () => {
  expect(contrast([1, 1, 1], [0, 0, 0])).toBeCloseTo(21, 5);
  const grey = 0x76 / 255;
  expect(contrast([grey, grey, grey], [1, 1, 1])).toBeCloseTo(4.54, 2);
  const text = seen([colourOf(rules, 'var(--text)', 'light', new Map())]);
  expect(contrast(text, text)).toBe(1);
});

function tooFaint(theme: Theme, marks: readonly string[], grounds: readonly string[], least: number): string[] {
  const read = (token: string) => seen([colourOf(rules, `var(--${token})`, theme, new Map())]);
  return marks.flatMap((mark) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(read(mark), read(ground));
      return ratio < least ? [`--${mark} on --${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}
