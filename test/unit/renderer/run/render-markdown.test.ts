// @vitest-environment jsdom
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../../renderer/run/render-markdown.ts';
import { escapeMarkdown } from '../../../../shared/reference/escape-markdown.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

const html = (text: string): string => renderMarkdown(text).trim();

test('text keeps its shape: emphasis, lists, code, lines, tables', () => {
  expect(html('It is **in** _the_ ~~mail~~ `post`.')).toBe(
    '<p>It is <strong>in</strong> <em>the</em> <s>mail</s> <code>post</code>.</p>',
  );
  expect(html('one\ntwo')).toBe('<p>one<br>\ntwo</p>');
  expect(html('- a\n- b')).toContain('<li>a</li>');
  expect(html('| a |\n| :-: |\n| b |')).toContain('<td>b</td>');
});

test('links lead nowhere: their words, and the address once', () => {
  expect(html('[here](https://a.example/x)')).toBe(
    '<p><span class="message-link">here</span> <span class="message-address">https://a.example/x</span></p>',
  );
  expect(html('<https://a.example>')).toBe('<p><span class="message-link">https://a.example</span></p>');
  expect(html('![cat](https://a.example/cat.png)')).not.toContain('<img');
  expect(html('![cat](https://a.example/cat.png)')).toContain('cat');
});

test('nothing styles itself, and nothing of HTML gets through', () => {
  const hostile = html('<b onclick="x()">hi</b> <style>*{}</style>\n\n| a |\n| :-: |\n| b |');
  expect(hostile).not.toMatch(/<(b|style)|style=/);
  expect(hostile).toContain('&lt;b onclick');
});

test('a value put into a message shows as it is', () => {
  const value = '**x** <img src=a onerror=b> [l](javascript:c) # `d`';
  const place = document.createElement('div');
  place.innerHTML = renderMarkdown(`You said: ${escapeMarkdown(value)}`);
  expect(place.textContent?.trim()).toBe(`You said: ${value}`);
  expect(place.querySelectorAll('p > *')).toHaveLength(0);
});

const loading = new Set(
  'script iframe object embed img svg math video audio link style base form input meta a'.split(' '),
);
const leading = /^\s*(javascript|data|vbscript):/i;
const place = document.createElement('template');

/** Elements that run, load or lead somewhere. */
function dangers(markup: string): string[] {
  place.innerHTML = markup;
  return [...place.content.querySelectorAll('*')]
    .filter(
      (element) =>
        loading.has(element.localName) ||
        [...element.attributes].some(({ name, value }) => /^on/i.test(name) || name === 'style' || leading.test(value)),
    )
    .map(({ localName }) => localName);
}

test('none of the hostile strings becomes anything but text; a renderer that lets HTML through shows they could', ({
  skip,
}) => {
  const corpus = readSharedData('corpora/xss/xss.json');
  if (corpus === null) {
    skip('the corpus is not here');
    return;
  }
  // The document simulated here takes 20 ms a text; all of them go through the real browser in the end-to-end tests.
  const payloads = (JSON.parse(corpus) as { readonly payload: string }[])
    .map(({ payload }) => payload)
    .filter((_, index) => index % 16 === 0);
  const naive = new MarkdownIt({ html: true });
  const control = payloads.filter((payload) => dangers(naive.render(payload)).length > 0);
  expect(control.length).toBeGreaterThan(60);
  expect(payloads.flatMap((payload) => dangers(renderMarkdown(payload)))).toEqual([]);
  expect(payloads.flatMap((payload) => dangers(renderMarkdown(`Hello ${escapeMarkdown(payload)}!`)))).toEqual([]);
}, 60_000);
