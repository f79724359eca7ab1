import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { escapeMarkdown, unescapeMarkdown } from '../../../../shared/reference/escape-markdown.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

/** Everything switched on that could turn a value into something else. */
const markdown = new MarkdownIt({ html: true, linkify: false });

/** What a person sees: one paragraph, tags gone, entities read, runs of blanks as one. */
function shown(source: string): { readonly text: string; readonly tags: readonly string[] } {
  const html = markdown.render(source);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag = '']) => tag);
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return { text: blanks(text), tags: tags.filter((tag) => tag !== 'p' && tag !== 'br') };
}

const blanks = (text: string): string => text.replaceAll('\u0000', ' ').replace(/\s+/g, ' ').trim();

const values = [
  '*bold* _it_ **b** __b__ ~~s~~ `code`',
  '# heading',
  'a\n# heading\n## another',
  '- item\n+ item\n1. one\n2) two',
  '> quote',
  'text\n===\nmore\n---',
  '***',
  '[link](javascript:alert(1)) ![image](http://x/y.png)',
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '<https://example.com> &amp; &#60; &copy;',
  '    indented code',
  '\tindented code',
  'a\n\n    code after a blank line',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```\nfence\n```',
  '~~~\nfence\n~~~',
  'back\\slash \\* \\',
  '[ref]: http://example.com "title"',
  '2024-05-01 at 10.30, -5 degrees, (optional) C# a+b=c 100%',
  '.5 and 1.5',
  '{user.name} {{x}}',
];

test.each(values)('[R12] shows as it is: %j', (value) => {
  for (const source of [escapeMarkdown(value), `Hello ${escapeMarkdown(value)}!`]) {
    const expected = source.startsWith('Hello ') ? `Hello ${value}!` : value;
    expect(shown(source)).toEqual({ text: blanks(expected), tags: [] });
  }
});

test('[R12] without the escape the same values do become markup', () => {
  const marked = values.filter((value) => shown(value).tags.length > 0);
  expect(marked.length).toBeGreaterThan(12);
});

test.each(values)('[R12] the escape can be taken away again: %j', (value) => {
  expect(unescapeMarkdown(escapeMarkdown(value))).toBe(value);
});

const naughty = readSharedData('corpora/blns/blns.json');

test.skipIf(naughty === null)('[R12] naughty strings show as they are', () => {
  const strings = JSON.parse(naughty ?? '[]') as readonly string[];
  expect(strings.length).toBeGreaterThan(500);
  const changed = strings.filter((value) => {
    const { text, tags } = shown(escapeMarkdown(value));
    return tags.length > 0 || text !== blanks(value.replaceAll('\u0000', '\ufffd'));
  });
  expect(changed).toEqual([]);
});
