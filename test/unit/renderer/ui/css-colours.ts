import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const renderer = fileURLToPath(new URL('../../../../renderer', import.meta.url));

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

type Declarations = ReadonlyMap<string, string>;
/** What the stylesheets of a folder say, by selector; what only some devices see is left out. */
export type Rules = ReadonlyMap<string, Declarations>;

/** Reads every stylesheet in the folders of the renderer that are named. */
export function readRules(...folders: readonly string[]): Rules {
  const rules = new Map<string, Map<string, string>>();
  for (const folder of folders)
    for (const file of readdirSync(join(renderer, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.css')) addRules(rules, readFileSync(join(renderer, folder, file), 'utf8'));
  return rules;
}

function addRules(rules: Map<string, Map<string, string>>, text: string): void {
  const plain = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const selector of splitAtTop(selectors)) {
      const declared = rules.get(selector) ?? new Map<string, string>();
      rules.set(selector, declared);
      for (const line of splitAtTop(body, ';')) {
        const [property = '', ...value] = line.split(':');
        if (value.length > 0) declared.set(property.trim(), value.join(':').trim().replaceAll(/\s+/g, ' '));
      }
    }
}

/** A colour in OKLab, and how much of it there is. */
type Colour = { readonly lab: readonly [number, number, number]; readonly alpha: number };

const transparent: Colour = { lab: [0, 0, 0], alpha: 0 };

/** What a value of a colour comes to in a theme; `own` are the custom properties set nearer than `:root`. */
export function colourOf(rules: Rules, value: string, theme: Theme, own: Declarations): Colour {
  const read = (inner: string): Colour => colourOf(rules, inner, theme, own);
  if (value === 'transparent' || value === 'none') return transparent;
  const [, name = '', inside = ''] = /^([\w-]+)\((.*)\)$/.exec(value) ?? [];
  if (name === 'light-dark') return read(splitAtTop(inside)[theme === 'light' ? 0 : 1] ?? '');
  if (name === 'oklch') return fromOklch(inside);
  if (name === 'color-mix') return mix(splitAtTop(inside), read);
  if (name === 'var') {
    const [token = '', otherwise] = splitAtTop(inside);
    const outer = ['.canvas', ':root[data-mantine-color-scheme]', ':root'].map((selector) =>
      rules.get(selector)?.get(token),
    );
    const found = [own.get(token), ...outer, otherwise].find((one) => one !== undefined);
    if (found !== undefined) return read(found);
  }
  throw new Error(`Not a colour that can be measured: ${value}`);
}

function fromOklch(inside: string): Colour {
  const [lightness = 0, chroma = 0, hue = 0, alpha = 1] = inside.split(/[\s/]+/).map(Number);
  const turn = (hue * Math.PI) / 180;
  return { lab: [lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)], alpha };
}

function mix([, first = '', second = '']: readonly string[], read: (value: string) => Colour): Colour {
  const [, value = '', percent = ''] = /^(.*) ([\d.]+)%$/.exec(first) ?? [];
  const share = Number(percent) / 100;
  if (value === '' || Number.isNaN(share)) throw new Error(`Not a mix that can be measured: ${first}, ${second}`);
  const [one, other] = [read(value), read(second)];
  const alpha = one.alpha * share + other.alpha * (1 - share);
  const part = (index: 0 | 1 | 2): number =>
    alpha === 0 ? 0 : (one.lab[index] * one.alpha * share + other.lab[index] * other.alpha * (1 - share)) / alpha;
  return { lab: [part(0), part(1), part(2)], alpha };
}

type Light = readonly [number, number, number];

/** What is seen of colours that lie on each other, the nearest first, in sRGB as a screen mixes it. */
export function seen(colours: readonly Colour[]): Light {
  let left = 1;
  let sum: Light = [0, 0, 0];
  for (const { lab, alpha } of colours) {
    const [red, green, blue] = toSrgb(lab);
    sum = [sum[0] + red * alpha * left, sum[1] + green * alpha * left, sum[2] + blue * alpha * left];
    left *= 1 - alpha;
  }
  if (left > 0.001) throw new Error('There is nothing opaque behind it.');
  return sum;
}

/** OKLab to sRGB, by Björn Ottosson's matrices. */
function toSrgb([lightness, a, b]: Colour['lab']): Light {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const encode = (value: number): number => {
    const clipped = Math.min(1, Math.max(0, value));
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
  };
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** As WCAG measures it: 1 for the same, 21 for black on white. */
export function contrast(one: Light, other: Light): number {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]: Light): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** Splits at commas, or semicolons, that stand in no bracket. */
function splitAtTop(text: string, at = ','): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    if (sign === at && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim().replaceAll(/\s+/g, ' ')).filter((part) => part !== '');
}
