import { expect, test } from 'vitest';
import { parseValue, printValue } from '../../../../renderer/inspector/conditions/value-entry.ts';
import { readJson } from '../../../../renderer/inspector/fields/read-json.ts';
import { fail, succeed } from '../../../../shared/base/result.ts';

test.each([
  ['  as typed ', 'string', '  as typed '],
  ['12', 'string', '12'],
  ['12', 'int', 12],
  ['-1.5', 'float', -1.5],
  ['true', 'boolean', true],
  ['', 'int', null],
  ['1769900400', 'timestamp', 1769900400],
  ['2026-01-31T23:00:00Z', 'timestamp', 1769900400],
  ['["a"]', 'string[]', ['a']],
  ['{"a": 1}', 'json', { a: 1 }],
] as const)('%j as %s is %j', (typed, type, value) => {
  expect(parseValue(typed, type)).toEqual(succeed(value));
});

test.each([
  ['12.5', 'int', 'Expected a whole number.'],
  ['twelve', 'float', 'Expected a number.'],
  ['perhaps', 'boolean', 'Expected true or false.'],
  ['soon', 'timestamp', 'Expected a time, like 2026-01-31T09:00 or seconds since 1970.'],
] as const)('%j is no %s, and the sentence says what is', (typed, type, sentence) => {
  expect(parseValue(typed, type)).toEqual(fail(sentence));
});

test.each([
  [null, 'string', ''],
  ['text', 'string', 'text'],
  [1769900400, 'timestamp', '2026-01-31T23:00:00+00:00'],
  [['a'], 'list', '["a"]'],
  [{ a: 1 }, 'string', '{"a":1}'],
  [false, 'boolean', 'false'],
] as const)('%j as %s stands in its field as %j', (value, type, text) => {
  expect(printValue(value, type)).toBe(text);
});

test.each([
  ['{\n  "a": 1,\n  b: 2\n}', 'line 3'],
  ['{\n  "a": 1', 'line 2'],
  ['[1, 2,, 3]', 'line 1'],
  ['', 'line 1'],
])('%j says on which line it stops being JSON', (text, line) => {
  const read = readJson(text);
  expect(read.ok ? '' : read.failure).toContain(line);
});
