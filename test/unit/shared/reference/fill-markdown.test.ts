import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { fillMarkdown } from '../../../../shared/reference/fill-markdown.ts';
import { parseTemplate } from '../../../../shared/reference/parse-template.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

const markdown = new MarkdownIt({ html: false, linkify: false });
const fill = (text: string, values: Readonly<Record<string, Json>> = {}): string =>
  fillMarkdown(parseTemplate(text), {
    now: 0,
    read: (_, attribute) => values[attribute] ?? null,
    typeOf: () => 'string',
    memberTypeOf: () => undefined,
  });

describe('around nothing', () => {
  test.each([
    ['It is **{x}**.', 'It is .'],
    ['It is *{x}* and __{x}__ and ~~{x}~~.', 'It is  and  and .'],
    ['***{x}***', ''],
    ['It is **{x} {x}**.', 'It is  .'],
    ['**{x}** `{x}`', ' '],
    ['**a *{x}* b**', '**a  b**'],
    ['**bold *{x}***', '**bold** '],
    ['***{x}* b**', ' **b**'],
  ])('no mark is left over: %j', (text, expected) => {
    expect(fill(text)).toBe(expected);
    expect(markdown.renderInline(fill(text)).replace(/<[^>]*>/g, '')).not.toMatch(/[*_~`]/);
  });

  test('marks that are words stay words', () => {
    expect(fill('2 * {x} * 3 and \\*\\*{x}\\*\\* and **{x}')).toBe('2 *  * 3 and \\*\\*\\*\\* and **');
  });
});

describe('around a value', () => {
  test.each([
    ['**{x}** is here', ' Ada ', ' <strong>Ada</strong>  is here'],
    ['**{x}**さん', 'Ada (VIP)', '<strong>Ada (VIP)</strong>さん'],
    ['from**{x}**', '(5)', 'from<strong>(5)</strong>'],
    ['**{x}**', 'a**b', '<strong>a**b</strong>'],
    ['*{x}*', 'a*', '<em>a*</em>'],
    ['**{x}**', 'one\n\ntwo', '<strong>one</strong>\n\n<strong>two</strong>'],
    ['`{x}`', 'a*b_c', '<code>a*b_c</code>'],
    ['`{x}`', '`', '<code>`</code>'],
    ['`run {x}`', 'a``b', '<code>run a``b</code>'],
    ['[**{x}**](https://a.b/*{x}*)', 'c', '<a href="https://a.b/*c*"><strong>c</strong></a>'],
  ])('%j with %j', (text, value, html) => {
    const shown = fill(text, { x: value })
      .split(/(\n\n)/)
      .map((part) =>
        part.trim() === '' ? part : (/^\s*/.exec(part)?.[0] ?? '') + markdown.renderInline(part.trimStart()),
      );
    expect(shown.join('').replaceAll('\u2060', '')).toBe(html);
  });

  test('a block of code holds a value as it is, and ends where it ends', () => {
    const html = markdown.render(fill('```\n{x}\n```\nand **{x}**', { x: 'a```b*' }));
    expect(html).toBe('<pre><code>a```b*\n</code></pre>\n<p>and <strong>a```b*</strong></p>\n');
  });
});

const templates = [
  '**{x}**',
  'a **{x}** b',
  'a**{x}**b',
  '*{x}*, ~~{x}~~',
  '***{x}***',
  '**a *{x}* b**',
  '- **{x}**\n- *{x}*',
  '> **{x}**',
];

/** What is read from the page: which words stand in which marks. Blanks at the ends of marks are outside of them. */
const seen = (html: string): string =>
  html
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .replace(/((?:<(?:strong|em|s)>)+) /g, ' $1')
    .replace(/ ((?:<\/(?:strong|em|s)>)+)/g, '$1 ')
    .replace(/ +/g, ' ')
    .replace(/ (?=<\/(?:p|li)>)|(?<=<(?:p|li)>) /g, '');

function sameAsReadFirst(template: string, value: string): void {
  const readFirst = markdown
    .render(template.replaceAll('{x}', 'QXQ'))
    .replaceAll('QXQ', () => markdown.utils.escapeHtml(value));
  expect([template, value, seen(markdown.render(fill(template, { x: value })))]).toEqual([
    template,
    value,
    seen(readFirst),
  ]);
}

test('any value shows as if the marks had been read before it was put in', () => {
  const sign = fc.constantFrom(...'aB1 *_~`[]()<>\\!#-+.&|"'.split(''));
  const anyValue = fc
    .array(sign, { minLength: 1, maxLength: 12 })
    .map((signs) => signs.join('').trim())
    .filter((value) => value !== '');
  fc.assert(
    fc.property(fc.constantFrom(...templates), anyValue, (template, value) => sameAsReadFirst(template, value)),
    { numRuns: 3000 },
  );
});

test('so do strings that break programs', () => {
  const strings = readSharedData('corpora/blns/blns.json');
  if (strings === null) return;
  const lines = (JSON.parse(strings) as string[])
    .map((each) => each.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim())
    .filter((each) => each !== '');
  for (const line of lines) for (const template of templates) sameAsReadFirst(template, line);
  expect(lines.length).toBeGreaterThan(400);
});
