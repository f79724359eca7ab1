import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../../../electron/host/effects/redactor.ts';
import { MASK as mask } from '../../../../../shared/engine/mask.ts';

const secret = 'sk-live/9f+Ü "quoted" & <tagged>=';

const spellings: readonly (readonly [name: string, spell: (value: string) => string])[] = [
  ['as it is', (value) => value],
  ['in a URL', (value) => encodeURIComponent(value)],
  ['in a URL with small hex', (value) => encodeURIComponent(value).replace(/%../g, (hex) => hex.toLowerCase())],
  ['in a form', (value) => encodeURIComponent(value).replaceAll('%20', '+')],
  ['in a URL in a URL', (value) => encodeURIComponent(encodeURIComponent(value))],
  [
    'every byte percent-encoded',
    (value) => [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  ],
  ['in base64', (value) => Buffer.from(value).toString('base64').replace(/=+$/, '')],
  ['in base64url', (value) => Buffer.from(value).toString('base64url')],
  ['in hex', (value) => Buffer.from(value).toString('hex')],
  ['in capital hex', (value) => Buffer.from(value).toString('hex').toUpperCase()],
  ['in JSON', (value) => JSON.stringify(value).slice(1, -1)],
  ['in JSON with escaped slashes', (value) => JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/')],
  [
    'in \\u escapes',
    (value) => [...value].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  [
    'in HTML',
    (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  ],
  ['in capitals', (value) => value.toUpperCase()],
  ['backwards', (value) => [...value].toReversed().join('')],
];

describe('createRedactor', () => {
  const redactor = createRedactor([secret]);

  test.each(spellings)('hides a secret %s', (_name, spell) => {
    const spelled = spell(secret);
    const shown = redactor.text(`before ${spelled} after`);
    expect(shown).toContain(mask);
    expect(shown).not.toContain(spelled);
    expect(shown.startsWith('before ') && shown.endsWith(' after')).toBe(true);
  });

  test.each(spellings)('hides a secret %s in a long text, and a long secret too', (_name, spell) => {
    const filler = 'x'.repeat(5_000);
    expect(redactor.text(`${filler}${spell(secret)}${filler}`)).toBe(filler + redactor.text(spell(secret)) + filler);
    const key = `${secret}${'Kü='.repeat(3_000)}`;
    const shown = createRedactor([key]).text(`before ${spell(key)}`);
    // Of base64 at most what shares bits with a neighbour is left.
    expect(shown).toMatch(new RegExp(`^before ${mask}.{0,3}$`));
  });

  test('hides a secret wherever it stands inside base64', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const encoded = Buffer.from(`${before}${secret}${after}`).toString('base64');
        const shown = redactor.text(encoded);
        expect(shown).toContain(mask);
        // At most the characters that share bits with the neighbours are left.
        expect(shown.length).toBeLessThan(encoded.length - Buffer.from(secret).length + mask.length + 4);
      }),
    );
  });

  test('says nothing about the length of a secret', () => {
    const short = createRedactor(['a'.repeat(8)]).text('a'.repeat(8));
    const long = createRedactor(['a'.repeat(80)]).text('a'.repeat(80));
    expect([short, long]).toEqual([mask, mask]);
  });

  test('a secret of one letter leaves the text readable (T23)', () => {
    expect(createRedactor(['a']).text('an apple a day')).toBe('an apple a day');
  });

  test('hides a secret in every string and key of a JSON value', () => {
    expect(redactor.json({ [secret]: [secret, 1, null, { deep: `x${secret}` }] })).toEqual({
      [mask]: [mask, 1, null, { deep: `x${mask}` }],
    });
  });
});
