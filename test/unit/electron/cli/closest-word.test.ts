import { expect, test } from 'vitest';
import { closestWord, suggest } from '../../../../electron/cli/closest-word.ts';

const options = ['say', 'script', 'set', 'seed', 'actions', 'now', 'trace', 'json'];

test.each([
  ['sya', 'say'],
  ['scipt', 'script'],
  ['JSON', 'json'],
  ['action', 'actions'],
  ['tarce', 'trace'],
  ['verbose', null],
  ['', null],
])('"%s" may be meant as %s', (word, meant) => {
  expect(closestWord(word, options)).toBe(meant);
});

test('says nothing when nothing is near', () => {
  expect([suggest('sya', options, (word) => `--${word}`), suggest('verbose', options)]).toEqual([
    ' Did you mean --say?',
    '',
  ]);
});
