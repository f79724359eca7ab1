import { expect, test } from 'vitest';
import { parseStyled, withoutStyles } from '../../../../shared/values/styled-text.ts';

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

test('the words are there without their marks', () => {
  expect(withoutStyles('**bold** and a \\*star\\*')).toBe('bold and a *star*');
});
