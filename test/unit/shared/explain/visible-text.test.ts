import { expect, test } from 'vitest';
import { visibleText } from '../../../../shared/explain/visible-text.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

test('what hides is marked', () => {
  expect(visibleText('a\u202Eb\u200Bc\u0007d\uFEFF')).toBe('a⟨U+202E⟩b⟨U+200B⟩c⟨U+0007⟩d⟨U+FEFF⟩');
  expect(visibleText('one\ntwo\tthree\r')).toBe('one↵two⇥three␍');
  expect(visibleText('\uD800')).toBe('⟨U+D800⟩');
});

test('what shows stays as it is, joined emoji and all', () => {
  for (const text of ['', 'Grüße, 東京', '👩‍💻 and 👨🏽‍🚀', '£1.50 — “ok”', 'مرحبا']) expect(visibleText(text)).toBe(text);
});

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

test('nothing that hides is left, whatever the character', () => {
  const blocks = Array.from({ length: 0x110000 / 256 }, (_, block) =>
    Array.from({ length: 256 }, (_one, index) => String.fromCodePoint(block * 256 + index)).join(' '),
  );
  expect(blocks.filter((block) => hidden.test(block)).length).toBeGreaterThan(15);
  expect(blocks.filter((block) => hidden.test(visibleText(block)))).toEqual([]);
});

test('nothing that hides is left in naughty strings', ({ skip }) => {
  const data = readSharedData('corpora/blns/blns.json');
  if (data === null) {
    skip('the corpus is not here');
    return;
  }
  const strings = JSON.parse(data) as string[];
  expect(strings.filter((text) => hidden.test(text)).length).toBeGreaterThan(3);
  for (const text of strings) expect(visibleText(text).replaceAll('\u200D', '')).not.toMatch(hidden);
});
