import { expect, test } from 'vitest';
import { escapeStyled, parseStyled, withoutStyles } from '../../../../shared/values/styled-text.ts';

const words = (text: string): string =>
  parseStyled(text)
    .map((part) => `${part.style[0]}:${part.text}`)
    .join('|');

test.each([
  ['', ''],
  ['plain', 'p:plain'],
  ['**bold** and *italic* and ++under++', 'b:bold|p: and |i:italic|p: and |u:under'],
  ['a \\*star\\*', 'p:a *star*'],
  ['2 * 3', 'p:2 * 3'],
  ['**open', 'p:**open'],
  ['****', 'p:****'],
  ['**a \\* b**', 'b:a * b'],
  ['C:\\dir', 'p:C:\\dir'],
])('%j is %j', (text, expected) => {
  expect(words(text)).toBe(expected);
});

test.each(['**x**', 'a\\*b', '++', '*'])('what is escaped shows as it is: %j', (text) => {
  expect(withoutStyles(escapeStyled(text))).toBe(text);
  expect(words(`**${escapeStyled(text)}**`)).toBe(`b:${text}`);
});
