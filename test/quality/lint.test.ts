import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from './source-tree.ts';
import { makeTree } from './temporary-tree.ts';

/** The rules that complained about one file in a tree of its own, with this repository's configuration at its root. */
function lint(path: string, text: string): string[] {
  const config = readFileSync(join(repositoryRoot, '.oxlintrc.json'), 'utf8');
  const root = makeTree({ '.oxlintrc.json': config, [path]: text });
  const executable = join(repositoryRoot, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const done = spawnSync(process.execPath, [executable, '--format=json', '.'], { cwd: root, encoding: 'utf8' });
  const report = JSON.parse(done.stdout) as { diagnostics: { code: string }[]; number_of_files: number };
  expect(report.number_of_files).toBe(1);
  return report.diagnostics.map(({ code }) => code);
}

describe('the linter turns red', () => {
  test.each([
    [
      'the clock in shared',
      'shared/engine/a.ts',
      'export const a = (): number => Date.now();',
      'no-restricted-globals',
    ],
    ['the date in shared', 'shared/engine/a.ts', 'export const a = (): Date => new Date();', 'no-restricted-globals'],
    [
      'chance in shared',
      'shared/engine/a.ts',
      'export const a = (): number => Math.random();',
      'no-restricted-properties',
    ],
    [
      'the console in the renderer',
      'renderer/app/a.ts',
      "export const a = (): void => console.log('x');",
      'no-console',
    ],
    ['any', 'shared/engine/a.ts', 'export const a = (x: any): number => Number(x);', 'no-explicit-any'],
    ['@ts-ignore', 'shared/engine/a.ts', '// @ts-ignore\nexport const a = 1;', 'ban-ts-comment'],
    [
      'a promise nobody waits for',
      'electron/host/a.ts',
      'export function a(): void { Promise.resolve(1); }',
      'no-floating-promises',
    ],
    ['a default export', 'shared/engine/a.ts', 'export default 1;', 'no-default-export'],
    ['an empty catch', 'electron/host/a.ts', 'export function a(): void { try { f(); } catch {} }', 'no-empty'],
    [
      'a function of 61 lines in shared',
      'shared/engine/a.ts',
      `export function a(x: number): number {\n${'  x += 1;\n'.repeat(59)}  return x;\n}\n`,
      'max-lines-per-function',
    ],
  ])('at %s', (_what, path, text, rule) => {
    expect(lint(path, text)).toEqual(expect.arrayContaining([expect.stringContaining(rule)]));
  });

  test('not at a clock in the tests of shared', () => {
    expect(lint('test/unit/shared/a.ts', 'export const a = (): number => Date.now();\n')).toEqual([]);
  });

  test('not at plain code', () => {
    expect(lint('shared/engine/a.ts', 'export const a = (x: number): number => x + 1;\n')).toEqual([]);
  });
});
