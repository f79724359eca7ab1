import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSafetyRows } from './check-safety-rows.ts';
import { readTree, repositoryRoot } from './source-tree.ts';
import { asFiles } from './temporary-tree.ts';

const tests = readTree(repositoryRoot, ['test'], ['.test.ts', '.test.tsx', '.spec.ts']).filter(
  ({ path }) => !path.startsWith('test/quality/'),
);

test('every threat that is said to be held off is named by a test, and none is forgotten in the table', () => {
  const decisions = readFileSync(join(repositoryRoot, 'shared/DECISIONS.md'), 'utf8');
  expect(decisions.match(/^\| T\d{2} \|/gm)?.length).toBeGreaterThanOrEqual(24);
  expect(checkSafetyRows(decisions, tests)).toEqual([]);
});

describe('the guard turns red', () => {
  const table = '| T07 | goes nowhere |\n| T08 | ends |\n';
  const check = (text: string): string[] => checkSafetyRows(table, asFiles({ 'test/unit/a.test.ts': text }));

  test('not when all is there', () => {
    expect(check("test('holds (T07, T08)', f)")).toEqual([]);
  });

  test('at a threat nobody tests', () => {
    expect(check("test('holds (T07)', f)")).toEqual(['T08: no test names it']);
  });

  test('at a threat that is not in the table', () => {
    expect(check("test('holds (T07, T08)', f); test('holds (T09)', f)")).toEqual([
      'test/unit/a.test.ts: T09 is not in the table',
    ]);
  });
});
