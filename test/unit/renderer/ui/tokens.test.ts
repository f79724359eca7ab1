import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('../../../../renderer/ui/tokens.css', import.meta.url)), 'utf8');
const hues = ['accent', 'user', 'app', 'action', 'data', 'ok', 'problem'];
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
type Linear = readonly [number, number, number];

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

test('the measure itself: white on black is 21, a colour on itself is 1', () => {
  expect(contrast([1, 1, 1], [0, 0, 0])).toBeCloseTo(21, 5);
  expect(contrast(colourOf('text', 'light'), colourOf('text', 'light'))).toBe(1);
});

function tooFaint(theme: Theme, marks: readonly string[], grounds: readonly string[], least: number): string[] {
  return marks.flatMap((mark) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(colourOf(mark, theme), colourOf(ground, theme));
      return ratio < least ? [`--${mark} on --${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

function colourOf(token: string, theme: Theme): Linear {
  const value = new RegExp(`--${token}:\\s*(.+);`).exec(css)?.[1] ?? '';
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)|oklch\(([\d.]+) 0 0\)/g)];
  const match = colours.length === 1 ? colours[0] : colours[theme === 'light' ? 0 : 1];
  if (match === undefined) throw new Error(`--${token} is not an opaque colour for ${theme}: ${value}`);
  return fromOklch(Number(match[1] ?? match[4]), Number(match[2] ?? 0), Number(match[3] ?? 0));
}

/** OKLCH to linear sRGB, by Björn Ottosson's matrices. */
function fromOklch(lightness: number, chroma: number, hue: number): Linear {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function contrast(one: Linear, other: Linear): number {
  const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}
