import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { parseReference } from '../../../../shared/reference/parse-reference.ts';
import { readReference } from '../../../../shared/reference/read-reference.ts';
import { filters } from '../../../../shared/reference/filters/filter-table.ts';
import { aScope } from '../../../builders/a-scope.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

type Piped = { readonly value: Json; readonly warnings: readonly string[] };

/** Sends a value through a pipe as a designer writes it. */
function pipe(value: Json, filter: string, others: Readonly<Record<string, Json>> = {}, timeZone?: string): Piped {
  const warnings: string[] = [];
  const parsed = parseReference(`user.value | ${filter}`);
  if (!parsed.ok) throw new Error(parsed.failure.sentence);
  const scope = aScope(
    { 'user.value': value, ...others },
    { warn: (sentence) => warnings.push(sentence), ...(timeZone === undefined ? {} : { timeZone }) },
  );
  return { value: readReference(parsed.value, scope), warnings };
}

const silent = (value: Json): Piped => ({ value, warnings: [] });

describe('a filter that cannot work', () => {
  test.each([
    ['text', 'shout', 'no filter called shout'],
    ['text', 'toString', 'no filter called toString'],
    [['a'], 'uppercase', 'needs a text'],
    ['many', 'ordinal', 'needs a number'],
    [1e300, 'number_to_words', 'needs a number'],
    ['text', 'count', 'needs a list'],
    ['text', 'range 0 1', 'needs a list'],
    ['text', 'select name', 'needs an object'],
    [[{ a: 1 }], 'where a 1 like', 'compares with one of'],
    ['soon', 'format_date "Y"', 'needs a timestamp'],
    [0, 'format_date', 'needs a format'],
    [0, 'format_date "Y" "Mars/Olympus"', 'no time zone Mars/Olympus'],
    ['%%%', 'base64 -d', 'not base64'],
    ['text', 'hmac rot13 key', 'knows md5'],
    ['text', 'hmac sha256 xyz hex', 'not hex'],
  ] as const)('[R15] %j | %s: the value stays', (value, filter, warning) => {
    const piped = pipe(value, filter);
    expect(piped.value).toEqual(value);
    expect(piped.warnings).toEqual([expect.stringContaining(warning)]);
  });

  test('[R15] the rest of the pipe goes on', () => {
    expect(pipe('ada', 'shout | uppercase').value).toBe('ADA');
  });

  test('[R15] a missing value goes through every filter without a warning', () => {
    const results = [...filters.keys()].map((name) => [name, pipe(null, `${name} a b`)] as const);
    expect(results.filter(([name, { value }]) => value !== (name === 'count' ? 0 : null))).toEqual([]);
    expect(results.flatMap(([, { warnings }]) => warnings)).toEqual([]);
  });
});

test.each([
  ['ada LOVELACE', 'uppercase', 'ADA LOVELACE'],
  ['Ada LOVELACE', 'lowercase', 'ada lovelace'],
  ['émile zola', 'uppercase_first', 'Émile zola'],
  ['émile du châtelet', 'uppercase_words', 'Émile Du Châtelet'],
  [12, 'replace 1 2', '22'],
  ['a.b.c', 'replace . ""', 'abc'],
  ['$& $1', 'replace $ "$$"', '$$& $$1'],
  ['abc', 'replace "" x', 'abc'],
] as const)('[R16] %j | %s', (value, filter, expected) => {
  expect(pipe(value, filter)).toEqual(silent(expected));
});

test('[R3] an argument is read from the conversation when it starts with @', () => {
  expect(pipe('Hi NAME', 'replace NAME @user.first[0]', { 'user.first': ['Ada'] })).toEqual(silent('Hi Ada'));
  expect(pipe('a@b', 'replace @ " at "')).toEqual(silent('a at b'));
});

test.each([
  [0, 'number_to_words', 'zero'],
  [13, 'number_to_words', 'thirteen'],
  [30, 'number_to_words', 'thirty'],
  [-21, 'number_to_words', 'minus twenty-one'],
  [100, 'number_to_words', 'one hundred'],
  [1_234_567, 'number_to_words', 'one million two hundred thirty-four thousand five hundred sixty-seven'],
  ['12.05', 'number_to_words', 'twelve point zero five'],
  [1, 'ordinal', '1st'],
  [2, 'ordinal', '2nd'],
  [3, 'ordinal', '3rd'],
  [11, 'ordinal', '11th'],
  [112, 'ordinal', '112th'],
  [121, 'ordinal', '121st'],
  [1, 'ordinal_words', 'first'],
  [12, 'ordinal_words', 'twelfth'],
  [20, 'ordinal_words', 'twentieth'],
  [99, 'ordinal_words', 'ninety-ninth'],
  [1003, 'ordinal_words', 'one thousand third'],
] as const)('[R17] %j | %s', (value, filter, expected) => {
  expect(pipe(value, filter)).toEqual(silent(expected));
});

const list = [1, 2, 3, 4, 5];

test.each([
  [list, 'count', 5],
  [{ a: 1, b: 2 }, 'count', 2],
  [[], 'count', 0],
  [list, 'last', 5],
  [[], 'last', null],
  [list, 'last 2', [4, 5]],
  [list, 'last 0', []],
  [list, 'last 99', list],
  [list, 'range 0 3', [1, 2, 3]],
  [list, 'range(0, 3)', [1, 2, 3]],
  [list, 'range -3 2', [3, 4]],
  [list, 'range 3', [4, 5]],
  [list, 'range 1 -1', [2, 3, 4]],
  [list, 'range -99 2', [1, 2]],
  [list, 'range 9 2', []],
] as const)('[R19] %j | %s', (value, filter, expected) => {
  expect(pipe(value as Json, filter)).toEqual(silent(expected as Json));
});

const orders = [
  { id: 'A', total: 5, status: 'open', customer: { name: 'Ada' } },
  { id: 'B', total: '10', status: 'closed' },
  { id: 'C', status: 'open' },
];

test.each([
  ['where status open', ['A', 'C']],
  ['where(status, "open", "!=")', ['B']],
  ['where total 6 >', ['B']],
  ['where total 10 lte', ['A', 'B']],
  ['where total 9', []],
  ['where total 5 not_eq', ['B', 'C']],
  ["where customer.name 'Ada'", ['A']],
  ['where __proto__ x', []],
])('[R20] orders | %s', (filter, ids) => {
  expect(pipe(orders, `${filter} | select id`)).toEqual(silent(ids));
});

test('[R20] select reads one field of an object, and own fields only', () => {
  expect(pipe({ name: 'Trip', description: 'far' }, 'select name')).toEqual(silent('Trip'));
  expect(pipe({ name: 'Trip' }, "select('name')")).toEqual(silent('Trip'));
  expect(pipe({ name: 'Trip' }, 'select constructor')).toEqual(silent(null));
  expect(pipe([1, { a: 2 }], 'select a')).toEqual(silent([null, 2]));
});

test.each([
  ['hello world', 'url_encode', 'hello+world'],
  ['hello world~', 'url_encode true', 'hello%20world~'],
  ['a/b?c=d&é', 'url_encode', 'a%2Fb%3Fc%3Dd%26%C3%A9'],
  ['hello%20world+again', 'url_decode', 'hello world again'],
  ['100% %zz %C3%A9 %FF', 'url_decode', '100% %zz é %FF'],
  ['hello', 'base64', 'aGVsbG8='],
  ['hello!', 'base64 -e', 'aGVsbG8h'],
  ['aGVsbG8=', 'base64 -d', 'hello'],
  ['aGVsbG8', 'base64 -d', 'hello'],
  ['naïve – ☃', 'base64 | base64 -d', 'naïve – ☃'],
] as const)('[R21] %j | %s', (value, filter, expected) => {
  expect(pipe(value, filter)).toEqual(silent(expected));
});

test.each([
  ['hello', 'md5', '5d41402abc4b2a76b9719d911017c592'],
  ['hello', 'md5 true | base64', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ['hello', 'md5 true', '5d41402abc4b2a76b9719d911017c592'],
  ['', 'md5 true', ''],
  [
    'The quick brown fox jumps over the lazy dog',
    'hmac sha256 key text',
    'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
  ],
  [
    'The quick brown fox jumps over the lazy dog',
    'hmac sha256 6b6579 hex | base64',
    '97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=',
  ],
  [
    'The quick brown fox jumps over the lazy dog',
    'hmac sha256 a2V5 base64 | base64',
    '97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=',
  ],
  ['The quick brown fox jumps over the lazy dog', 'hmac md5 key', '80070713463e7749b90c2dc24911e275'],
  ['The quick brown fox jumps over the lazy dog', 'hmac sha1 key', 'de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9'],
] as const)('[R22] %j | %s', (value, filter, expected) => {
  expect(pipe(value, filter)).toEqual(silent(expected));
});

const moment = 1_709_174_045; // Thursday 29 February 2024, 02:34:05 UTC

test.each([
  ['d D j l N S w z', '29 Thu 29 Thursday 4 th 4 59'],
  ['W o', '09 2024'],
  ['F m M n t L', 'February 02 Feb 2 29 1'],
  ['Y y', '2024 24'],
  ['a A g G h H i s u v', 'am AM 2 2 02 02 34 05 000000 000'],
  ['e I O P p Z U', 'UTC 0 +0000 +00:00 Z 0 1709174045'],
  ['c', '2024-02-29T02:34:05+00:00'],
  ['r', 'Thu, 29 Feb 2024 02:34:05 +0000'],
  ['jS \\o\\f F', '29th of February'],
  ['B', '148'],
])('[R18] %s', (format, expected) => {
  expect(pipe(moment, `format_date '${format}'`)).toEqual(silent(expected));
});

test.each([
  ['America/New_York', 'Y-m-d H:i P I', '2024-02-28 21:34 -05:00 0'],
  ['Europe/Athens', 'Y-m-d H:i P I', '2024-02-29 04:34 +02:00 0'],
  ['Asia/Kathmandu', 'H:i P', '08:19 +05:45'],
])('[R18] in %s', (zone, format, expected) => {
  expect(pipe(moment, `format_date "${format}" "${zone}"`)).toEqual(silent(expected));
  expect(pipe(moment, `format_date "${format}"`, {}, zone)).toEqual(silent(expected));
});

test.each([
  ['2025-07-23', 'l jS F', 'Wednesday 23rd July'],
  ['2025-07-23T12:00:00Z', 'c', '2025-07-23T14:00:00+02:00'],
  ['2025-07-23 12:00', 'c I', '2025-07-23T12:00:00+02:00 1'],
  ['2025-07-23T12:00:00-04:00', 'H:i', '18:00'],
  ['2025-03-30 01:59', 'c', '2025-03-30T01:59:00+01:00'],
  ['2025-03-30 03:00', 'c', '2025-03-30T03:00:00+02:00'],
  ['1700000000', 'Y', '2023'],
  ['2020-12-31', 'W o', '53 2020'],
  ['2021-01-03', 'W o N', '53 2020 7'],
] as const)('[R18] reads %s', (value, format, expected) => {
  expect(pipe(value, `format_date "${format}" "Europe/Paris"`)).toEqual(silent(expected));
});

test.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T25:00'])('[R18] %s is no date', (text) => {
  expect(pipe(text, 'format_date "Y"').warnings).toHaveLength(1);
});

type FilterCase = {
  readonly area: string;
  readonly input: { readonly value: Json; readonly filter: string };
  readonly expected: Json;
};
const cases = readSharedData('cases/opendialog-cases.json');

test.skipIf(cases === null)('[R16, R17, R18, R21, R22] every documented example gives the documented result', () => {
  const examples = (JSON.parse(cases ?? '[]') as readonly FilterCase[]).filter(({ area }) => area === 'filter');
  expect(examples.length).toBeGreaterThanOrEqual(8);
  const results = examples.map(({ input }) => pipe(input.value, input.filter).value);
  expect(results).toEqual(examples.map(({ expected }) => expected));
});
