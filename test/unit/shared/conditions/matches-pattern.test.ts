import { describe, expect, test } from 'vitest';
import { matchesPattern, patternProblem } from '../../../../shared/conditions/matches-pattern.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

test.each([
  ['order A-1001', '[A-Z]-\\d{4}', true],
  ['order A-1001', '^A', false],
  ['A-1001', '^[A-Z]-\\d{4}$', true],
  ['ORDER', '(?i)order', true],
  ['straße 7', '\\p{L}+ \\d', true],
  ['two\nlines', '^lines$', false],
  ['two\nlines', '(?m)^lines$', true],
])('[K12] %j matches %s: %j', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

test('[K12] a text longer than anybody says matches nothing', () => {
  expect(matchesPattern('a'.repeat(100_000), 'a')).toBe(true);
  expect(matchesPattern('a'.repeat(100_001), 'a')).toBe(false);
});

describe('patterns that cannot be used', () => {
  test.each([
    ['(', 'not a pattern'],
    ['[a-', 'not a pattern'],
    ['*a', 'not a pattern'],
    ['(?=a)b', 'look ahead'],
    ['(?<!a)b', 'look ahead or behind'],
    ['(a)\\1', 'refer back'],
    ['(a{1000}){1000}', 'not a pattern'],
    ['(a|ab|abc){500}', 'repeats too much'],
    ['a'.repeat(1001), '1,000 characters'],
  ])('[K13] %s', (pattern, problem) => {
    expect(patternProblem(pattern)).toContain(problem);
    expect(matchesPattern('a b ab', pattern)).toBe(false);
  });

  test('[K13] the others have no problem', () => {
    expect(['^a+$', '(?i)yes|no', '\\d{3}-\\d{2}', ''].map(patternProblem)).toEqual([null, null, null, null]);
  });
});

test('[K12] forgetting old patterns changes no answer', () => {
  const answers = Array.from({ length: 500 }, (_, index) => matchesPattern(`x${index}y`, `^x${index}y$`));
  expect(answers.every(Boolean)).toBe(true);
  expect(matchesPattern('x0y', '^x0y$')).toBe(true);
});

type Attack = {
  readonly pattern: string;
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
};
const attacks = readSharedData('corpora/redos/redos.json');
/** Milliseconds, generous for a busy machine; an engine that backtracks needs hours. */
const worst = 50;

test.skipIf(attacks === null)('[K12] no attack takes longer than 50 ms on 50,000 characters (T41)', () => {
  const all = JSON.parse(attacks ?? '[]') as readonly Attack[];
  expect(all.length).toBeGreaterThanOrEqual(25);
  const slow = all.flatMap(({ pattern, prefix, pump, suffix }) => {
    const text = prefix + pump.repeat(Math.ceil(50_000 / pump.length)).slice(0, 50_000) + suffix;
    // The best of three: a garbage collection in between is not the pattern's fault.
    const times = [1, 2, 3].map(() => workOf(() => matchesPattern(text, pattern)));
    const best = Math.min(...times);
    return best > worst ? [`${pattern}: ${best.toFixed(0)} ms`] : [];
  });
  expect(slow).toEqual([]);
});

test('[K12] four characters more make an engine that backtracks many times slower', () => {
  const attack = (length: number): number => workOf(() => /^(a+)+$/.test(`${'a'.repeat(length)}!`));
  attack(16);
  expect(attack(24)).toBeGreaterThan(3 * attack(20));
});

/** Milliseconds of this thread's own work, whatever else the machine does. */
function workOf(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
