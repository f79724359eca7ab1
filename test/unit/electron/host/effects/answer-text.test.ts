import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAnswerText } from '../../../../../electron/host/effects/answer-text.ts';

const bytes = (...values: readonly number[]): Buffer => Buffer.from(values);
const object = '{"a":"ä"}';

describe('an answer', () => {
  test.each<[string, Buffer, unknown]>([
    ['is JSON', Buffer.from(object), { a: 'ä' }],
    ['is JSON behind a byte order mark', Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from(object)]), { a: 'ä' }],
    ['is a number', Buffer.from('-0'), -0],
    ['is a large number', Buffer.from('9007199254740993'), 9007199254740992],
    ['is nothing', Buffer.from(''), null],
    ['is a page', Buffer.from('<!doctype html>'), null],
    ['is a sentence', Buffer.from('"truly', 'utf8'), null],
  ])('that %s is read without a problem', (_what, body, json) => {
    expect(readAnswerText(body)).toMatchObject({ json, problem: null });
  });

  test.each<[string, Buffer]>([
    ['UTF-16', Buffer.from(object, 'utf16le')],
    ['UTF-16 with a mark', Buffer.concat([bytes(0xff, 0xfe), Buffer.from(object, 'utf16le')])],
    ['a byte that is none', Buffer.from([0x22, 0xff, 0x22])],
    ['half a character', Buffer.from([0x22, 0xe2, 0x82, 0x22])],
    ['a surrogate by itself', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a character in too many bytes', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ])('in %s is never read in part', (_what, body) => {
    const read = readAnswerText(body);
    expect(read.json).toBeNull();
    expect(read.text).not.toContain('\ufffd');
  });

  test.each([
    ['1e400, which is no number here', '{"a":1e400}'],
    ['the same key twice', '{"a":1,"a":2}'],
    ['a key that reaches for a prototype', '{"__proto__":{"a":1}}'],
    ['lists in lists in lists', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['a comma too many', '{"a":1,}'],
  ])('with %s is a problem told in a sentence', (_what, text) => {
    const read = readAnswerText(Buffer.from(text));
    expect(read.json).toBeNull();
    expect(read.problem).toMatch(/^The answer cannot be used as JSON: .+/);
  });

  test('that is no text is shown as bytes', () => {
    expect(readAnswerText(bytes(0x89, 0x50, 0x4e, 0x47, 0xff))).toEqual({
      text: '5 bytes: 89 50 4e 47 ff',
      isText: false,
      json: null,
      problem: 'The answer is not text in UTF-8; it was not read.',
      warning: '',
    });
  });

  const corpus = fileURLToPath(new URL('../../../../../../shared/corpora/utf8/utf8tests.bin', import.meta.url));
  if (!existsSync(corpus)) console.info('Skipped: the corpus of broken UTF-8 is not on this machine.');

  test.skipIf(!existsSync(corpus))('from the corpus of broken UTF-8 is whole or refused, line by line (T15)', () => {
    const whole = readFileSync(corpus);
    const lines = whole
      .toString('latin1')
      .split('\n')
      .map((line) => Buffer.from(line, 'latin1'));
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) {
      const isWhole = Buffer.from(line.toString('utf8')).equals(line);
      expect(readAnswerText(line).problem === null).toBe(isWhole);
    }
  });
});
