import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from './source-tree.ts';
import { makeTree } from './temporary-tree.ts';

const configs = [
  'shared/tsconfig.base.json',
  'shared/tsconfig.json',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
];

/** The codes of the compiler's complaints about a small tree under this repository's own configurations. */
function compile(files: Readonly<Record<string, string>>): string[] {
  const copied = configs.map((path) => [path, readFileSync(join(repositoryRoot, path), 'utf8')]);
  const filler = {
    'shared/a.ts': 'export const a = 1;',
    'electron/b.ts': 'export const b = 1;',
    'renderer/c.ts': 'export const c = 1;',
  };
  const references = configs.slice(1).map((path) => ({ path }));
  const root = makeTree({
    ...Object.fromEntries(copied),
    ...filler,
    ...files,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ files: [], references }),
  });
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  const compiler = join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
  return [...done.stdout.matchAll(/^(\S+)\(.*?error (TS\d+)/gm)].map(([, path, code]) => `${path} ${code}`);
}

describe('the compiler', () => {
  test('accepts a tree that keeps to its runtimes', () => {
    expect(
      compile({
        'electron/host.ts':
          "import { readFile } from 'node:fs/promises';\nimport { a } from '../shared/a.ts';\nexport const host = [readFile, a];",
        'renderer/page.tsx': "import { a } from '../shared/a.ts';\nexport const Page = () => <b>{window.name + a}</b>;",
      }),
    ).toEqual([]);
  });

  test.each([
    ['the browser', 'export const x = (): string => window.name;'],
    ['a timer', 'export const x = (f: () => void): unknown => setTimeout(f, 1);'],
    ['the process', 'export const x = (): unknown => process.env;'],
    ['the console', 'export const x = (): void => console.log(1);'],
    ['a file', "import { readFile } from 'node:fs/promises';\nexport const x = readFile;"],
    ['the host', "import { b } from '../electron/b.ts';\nexport const x = b;"],
    ['the page', "import { c } from '../renderer/c.ts';\nexport const x = c;"],
  ])('refuses %s in shared', (_what, text) => {
    expect(compile({ 'shared/x.ts': text }).join()).toContain('shared/x.ts TS');
  });

  test.each([
    ['a file', "import { readFile } from 'node:fs/promises';\nexport const x = readFile;"],
    ['the process', 'export const x = (): unknown => process.env;'],
    ['the host', "import { b } from '../electron/b.ts';\nexport const x = b;"],
  ])('refuses %s in the renderer', (_what, text) => {
    expect(compile({ 'renderer/x.ts': text }).join()).toContain('renderer/x.ts TS');
  });

  test('refuses the page in the host', () => {
    expect(compile({ 'electron/x.ts': 'export const x = (): string => document.title;' })).toEqual([
      'electron/x.ts TS2584',
    ]);
  });

  test('notices when the canary can see what it should not', () => {
    const canary = readFileSync(join(repositoryRoot, 'shared/base/canary.ts'), 'utf8');
    expect(compile({ 'shared/canary.ts': canary })).toEqual([]);
    const leak =
      'declare global {\n  var window: string;\n  var process: string;\n  var setTimeout: string;\n}\nexport {};\n';
    expect(compile({ 'shared/canary.ts': canary, 'shared/leak.ts': leak })).toEqual(
      Array(3).fill('shared/canary.ts TS2578'),
    );
  });
});
