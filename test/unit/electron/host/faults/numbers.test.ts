import { describe, expect, test } from 'vitest';
import { readSharedCorpus } from '../../../../builders/shared-corpus.ts';
import { readAnswerText } from '../../../../../electron/host/effects/answer-text.ts';
import { lostDigits } from '../../../../../electron/host/effects/lost-digits.ts';

const inexact = /has more digits than can be kept; it is read as/;
const twice = /is there twice|twice|again/i;
const noText = /not text in UTF-8/;

/** What becomes of everything that programs read in different ways: its value, or the sentence that refuses it. */
const verdicts: Readonly<
  Record<string, { readonly json?: unknown; readonly warns?: RegExp; readonly refused?: RegExp }>
> = {
  'number_-9223372036854775808.json': { json: [-9223372036854775808] },
  'number_-9223372036854775809.json': { json: [-9223372036854775808], warns: inexact },
  'number_1.0.json': { json: [1] },
  'number_1.000000000000000005.json': { json: [1], warns: inexact },
  'number_1000000000000000.json': { json: [1000000000000000] },
  'number_10000000000000000999.json': { json: [10000000000000000000], warns: inexact },
  'number_1e-999.json': { json: [0] },
  'number_1e6.json': { json: [1_000_000] },
  'number_9223372036854775807.json': { json: [9223372036854775808], warns: inexact },
  'number_9223372036854775808.json': { json: [9223372036854775808] },
  'object_key_nfc_nfd.json': { json: { é: 'NFC', 'e\u0301': 'NFD' } },
  'object_key_nfd_nfc.json': { json: { 'e\u0301': 'NFD', é: 'NFC' } },
  'object_same_key_different_values.json': { refused: twice },
  'object_same_key_same_value.json': { refused: twice },
  'object_same_key_unclear_values.json': { refused: twice },
  'string_1_escaped_invalid_codepoint.json': { json: ['\ud800'] },
  'string_1_invalid_codepoint.json': { refused: noText },
  'string_2_escaped_invalid_codepoints.json': { json: ['\ud800\ud800'] },
  'string_2_invalid_codepoints.json': { refused: noText },
  'string_3_escaped_invalid_codepoints.json': { json: ['\ud800\ud800\ud800'] },
  'string_3_invalid_codepoints.json': { refused: noText },
  'string_with_escaped_NULL.json': { json: ['A\0B'] },
};
const corpus = readSharedCorpus('jsontestsuite/test_transform') ?? [];

describe.skipIf(corpus.length === 0)('22 answers that programs read in different ways (T16)', () => {
  test('every one of them has its verdict', () => {
    expect(corpus.map(({ name }) => name).toSorted()).toEqual(Object.keys(verdicts).toSorted());
  });

  test.each(Object.entries(verdicts))('%s', (file, { json = null, warns, refused }) => {
    const bytes = corpus.find(({ name }) => name === file)?.bytes ?? new Uint8Array();
    const read = readAnswerText(Buffer.from(bytes));
    expect(read.json).toEqual(json);
    expect(read.warning).toMatch(warns ?? /^$/);
    expect(read.problem ?? '').toMatch(refused ?? /^$/);
  });
});

test.skipIf(corpus.length === 0)('read carelessly, every one of them passes for something (T15, T16)', () => {
  const careless = corpus.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  const told = JSON.stringify(careless);
  // The second of two keys, digits nobody sent, letters nobody sent.
  expect(told).toMatch(/\{"a":2\}/);
  expect(told).toContain('9223372036854776000');
  expect(told).toContain('\ufffd');
});

describe('a number with more digits than can be kept', () => {
  test.each(['{"id":9007199254740993}', '[1,{"a":[-12345678901234567890]}]', '0.1234567890123456789'])('%s', (text) => {
    expect(lostDigits(text)).toMatch(inexact);
  });

  test('of a million digits takes no time', () => {
    expect(lostDigits(`[1.${'0'.repeat(1_000_000)}1]`)).toMatch(inexact);
  });

  test('is looked for in millions of escapes without running out of anything', () => {
    expect(lostDigits(`["${'\\\\'.repeat(2_000_000)}",9007199254740993]`)).toMatch(inexact);
  });

  test.each([
    '{"id":9007199254740992}',
    '{"id":"9007199254740993"}',
    '["\\"9007199254740993", 1]',
    '[1e300,0.1,1.5,-0,123456789012345]',
    '{"price":189.50000000000000000}',
  ])('not %s', (text) => {
    expect(lostDigits(text)).toBe('');
  });
});
