import { describe, expect, test } from 'vitest';
import { valueIn } from './read-values.ts';

describe('numbers', () => {
  test.each([
    ['I need 12 lamps', 12],
    ['twelve', 12],
    ['I need twenty five of them', 25],
    ['fifty-two please', 52],
    ['two hundred and six', 206],
    ['a hundred and one dalmatians', 101],
    ['one thousand two hundred', 1200],
    ['2 million', 2_000_000],
    ['half a million', 500_000],
    ['three point five', 3.5],
    ['minus five', -5],
    ['-5 degrees', -5],
    ['a dozen eggs', 12],
    ['around 5k', 5000],
    ['1,250.50 in all', 1250.5],
    ['one', 1],
    ['one lamp', 1],
  ])('[I19] %s', (text, value) => {
    expect(valueIn(text, { name: 'count', type: 'float' })).toBe(value);
  });

  test.each(['I want the red one', 'which one of those', 'nothing to count', 'and point', ''])(
    '[I19] no number: %s',
    (text) => {
      expect(valueIn(text, { name: 'count', type: 'int' })).toBeUndefined();
    },
  );

  test('[I19] words that do not make one number are several', () => {
    expect(valueIn('two and three', { name: 'counts', type: 'int[]' })).toEqual([2, 3]);
    expect(valueIn('nineteen ninety nine', { name: 'counts', type: 'int[]' })).toEqual([19, 99]);
    expect(valueIn('five two', { name: 'counts', type: 'int[]' })).toEqual([5, 2]);
  });
});

describe('amounts', () => {
  test.each([
    ['it cost $1,250.50 too much', 1250.5],
    ['twenty dollars', 20],
    ['50 cents', 0.5],
    ['about 300', 300],
    ['pay 200 parts for 20 bucks', 20],
    ['2 for €15', 15],
  ])('[I20] %s', (text, value) => {
    expect(valueIn(text, { name: 'amount', type: 'float' })).toBe(value);
  });

  test('[I20] a text keeps the words', () => {
    expect(valueIn('it was twenty dollars or so', { name: 'price', type: 'string' })).toBe('twenty dollars');
  });
});

describe('durations', () => {
  test.each([
    ['for two weeks', 1_209_600],
    ['an hour and a half', 5400],
    ['1 hour 30 minutes', 5400],
    ['half an hour', 1800],
    ['90min', 5400],
    ['a fortnight', 1_209_600],
    ['two and a half', undefined],
    ['3', undefined],
  ])('[I21] %s is so many seconds', (text, value) => {
    expect(valueIn(text, { name: 'duration', type: 'int' })).toBe(value);
  });

  test('[I21] the name of the attribute gives the unit, and a bare number is in it', () => {
    expect(valueIn('an hour and a half', { name: 'waiting_minutes', type: 'int' })).toBe(90);
    expect(valueIn('two weeks', { name: 'days', type: 'int' })).toBe(14);
    expect(valueIn('three', { name: 'nights', type: 'int' })).toBe(3);
    expect(valueIn('we stay for two weeks', { name: 'duration', type: 'string' })).toBe('two weeks');
  });
});
