import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkEscapes, checkLines, checkNames } from './check-budgets.ts';
import { parseFile, readTree, repositoryRoot } from './source-tree.ts';
import { asFiles, asParsed, makeTree } from './temporary-tree.ts';

const roots = ['shared', 'electron', 'renderer', 'test'];
const canary = 'shared/base/canary.ts';

/** Files between the usual and the hard limit, each with its reason. Splitting one is better than adding one. */
const longer: readonly string[] = [];

const code = readTree(repositoryRoot, roots, ['.ts', '.tsx', '.mjs']);
const parsed = code.map(parseFile);

describe('the repository', () => {
  // Raise as the code grows, never lower.
  test('was looked at', () => {
    expect(code.length).toBeGreaterThanOrEqual(60);
    expect(code.map(({ path }) => path)).toContain(canary);
  });

  test('keeps its files short', () => {
    expect(checkLines([...code, ...readTree(repositoryRoot, roots, ['.css'])], longer)).toEqual([]);
    expect(longer.length).toBeLessThanOrEqual(5);
  });

  test('names files after what they hold', () => {
    expect(checkNames(code)).toEqual([]);
  });

  test('switches no check off', () => {
    expect(checkEscapes(parsed, canary)).toEqual([]);
  });

  test('has a canary that the compiler watches', () => {
    const text = readFileSync(join(repositoryRoot, canary), 'utf8');
    const watched = [...text.matchAll(/@ts-expect-error.*\n.*typeof (\w+)/g)].map(([, name]) => name);
    expect(watched).toEqual(['window', 'process', 'setTimeout']);
  });

  test('locks every package by hash and names no host', () => {
    const lock: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'));
    expect(checkLock(lock)).toEqual([]);
  });
});

describe('the guard turns red', () => {
  const lines = (count: number): string => 'x\n'.repeat(count);

  test('at 401 lines, wherever they are', () => {
    expect(checkLines(asFiles({ 'test/a.ts': lines(400), 'test/b.ts': lines(401) }), [])).toEqual([
      'test/b.ts: 401 lines, the limit is 400',
    ]);
    expect(checkLines(asFiles({ 'shared/b.ts': lines(401) }), ['shared/b.ts'])).toHaveLength(1);
  });

  test('at 251 lines of a file that is not on the list, and at an entry without need', () => {
    const files = asFiles({ 'shared/a.ts': lines(251), 'shared/b.ts': lines(250) });
    expect(checkLines(files, [])).toEqual(['shared/a.ts: 251 lines, split it (usual limit 250)']);
    expect(checkLines(files, ['shared/a.ts', 'shared/b.ts', 'shared/gone.ts'])).toEqual([
      'shared/b.ts: is on the list of longer files without need',
      'shared/gone.ts: is on the list of longer files without need',
    ]);
  });

  test.each(['index.ts', 'types.ts', 'utils.ts', 'helpers.ts', 'common.ts', 'misc.ts', 'PlanCommand.ts', 'plan_it.ts'])(
    'at a file called %s',
    (name) => {
      expect(checkNames(asFiles({ [`shared/model/${name}`]: '' }))).toHaveLength(1);
    },
  );

  test('not at good names', () => {
    expect(checkNames(asFiles({ 'a/plan-command.ts': '', 'a/step.test.ts': '', 'a/vite.config.ts': '' }))).toEqual([]);
  });

  test.each([
    ['any', 'export const a = (x: any) => x;'],
    ['any inside a type', 'export type A = Record<string, any[]>;'],
    ['@ts-ignore', '// @ts-ignore because\nexport const a = 1;'],
    ['@ts-expect-error', '// @ts-expect-error because\nexport const a = 1;'],
    ['a silenced lint rule', '/* oxlint-disable no-console */\nexport const a = 1;'],
    ['a silenced line', 'export const a = 1; // eslint-disable-line'],
    ['a default export', 'export default 1;'],
  ])('at %s', (_what, text) => {
    expect(checkEscapes(asParsed({ 'shared/a.ts': text }), canary)).toHaveLength(1);
  });

  test('not at the same words in a string, nor at the canary', () => {
    expect(
      checkEscapes(asParsed({ 'shared/a.ts': "export const any = '@ts-ignore any eslint-disable';" }), canary),
    ).toEqual([]);
    expect(
      checkEscapes(asParsed({ [canary]: '// @ts-expect-error it is not there\nexport type W = 1;' }), canary),
    ).toEqual([]);
  });

  test('at a lock file with a host, or without a hash', () => {
    const entry = { version: '1.0.0', integrity: 'sha512-x' };
    expect(checkLock({ packages: { 'node_modules/a': entry } })).toEqual([]);
    expect(
      checkLock({ packages: { 'node_modules/a': { ...entry, resolved: 'https://example.org/a.tgz' } } }),
    ).toHaveLength(1);
    expect(checkLock({ packages: { 'node_modules/a': { version: '1.0.0' } } })).toHaveLength(1);
    expect(checkLock({ packages: {} })).toHaveLength(1);
  });

  test('when the tree it reads is not there', () => {
    const root = makeTree({ 'shared/a.ts': 'export const a = 1;' });
    expect(existsSync(root)).toBe(true);
    expect(readTree(root, ['shared'], ['.ts'])).toHaveLength(1);
    expect(() => readTree(root, ['renderer'], ['.ts'])).toThrow('renderer');
  });
});

/** Packages come by hash from whatever registry the machine uses. */
function checkLock(lock: unknown): string[] {
  const { packages } = lock as { packages: Record<string, { resolved?: string; integrity?: string }> };
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  if (locked.length === 0) return ['the lock file locks nothing'];
  return locked.flatMap(([path, { resolved, integrity }]) => {
    if (resolved !== undefined) return [`${path}: names where it came from`];
    return integrity === undefined ? [`${path}: has no hash`] : [];
  });
}
