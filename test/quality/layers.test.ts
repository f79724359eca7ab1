import { describe, expect, test } from 'vitest';
import { checkLayers, findCycles } from './check-layers.ts';
import { layerRules } from './layer-rules.ts';
import { parseFile, readTree, repositoryRoot } from './source-tree.ts';
import { asParsed } from './temporary-tree.ts';

const files = readTree(repositoryRoot, ['shared', 'electron', 'renderer'], ['.ts', '.tsx', '.mjs']).map(parseFile);

describe('the repository', () => {
  // A guard that looked at nothing has found nothing. Raise these as the code grows, never lower them.
  test('was looked at', () => {
    const countIn = (root: string): number => files.filter(({ path }) => path.startsWith(`${root}/`)).length;
    expect(countIn('shared')).toBeGreaterThanOrEqual(30);
    expect(countIn('electron')).toBeGreaterThanOrEqual(18);
    expect(countIn('renderer')).toBeGreaterThanOrEqual(5);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(files.length);
  });

  test('imports along the arrows only', () => {
    expect(checkLayers(files, layerRules)).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(findCycles(files)).toEqual([]);
  });
});

describe('the guard turns red', () => {
  const check = (tree: Record<string, string>): string[] => checkLayers(asParsed(tree), layerRules);
  const model = { 'shared/model/ids.ts': 'export const id = 1;' };

  test('not for a tree that keeps to the arrows', () => {
    const tree = {
      ...model,
      'shared/commands/plan.ts':
        "import { z } from 'zod';\nimport { id } from '../model/ids.ts';\nexport const plan = [z, id];",
      'electron/host/save.ts': "import { rm } from 'node:fs/promises';\nexport const save = rm;",
      'renderer/ui/button.tsx': "import { useState } from 'react';\nexport const Button = () => <b>{useState(1)}</b>;",
    };
    expect(check(tree)).toEqual([]);
    expect(findCycles(asParsed(tree))).toEqual([]);
  });

  test.each([
    ['Node in shared', 'shared/model/a.ts', "import { rm } from 'node:fs'; export const a = rm;"],
    ['Node in shared, old spelling', 'shared/model/a.ts', "import { rm } from 'fs'; export const a = rm;"],
    ['React in shared', 'shared/model/a.ts', "import { useState } from 'react'; export const a = useState;"],
    ['Electron in the host', 'electron/host/a.ts', "import { app } from 'electron'; export const a = app;"],
    ['electron-store in the host', 'electron/host/a.ts', "import Store from 'electron-store'; export const a = Store;"],
    ['Node in the renderer', 'renderer/app/a.ts', "import { rm } from 'node:fs'; export const a = rm;"],
    ['Electron in the renderer', 'renderer/app/a.ts', "export const a = await import('electron');"],
    ['export *', 'shared/model/a.ts', "export * from './ids.ts';"],
    ['raw messages', 'electron/main/window.ts', "import { ipcMain } from 'electron'; export const a = ipcMain;"],
    ['a file that is not there', 'shared/model/a.ts', "import { b } from './b.ts'; export const a = b;"],
    ['a folder without a rule', 'shared/misc/a.ts', 'export const a = 1;'],
  ])('%s', (_what, path, text) => {
    expect(check({ ...model, [path]: text })).toEqual([expect.stringContaining(path)]);
  });

  test.each([
    ['upwards in shared', 'shared/base/a.ts', "import { id } from '../model/ids.ts'; export const a = id;"],
    ['upwards for a type', 'shared/base/a.ts', "import type { id } from '../model/ids.ts'; export type A = typeof id;"],
    ['upwards through import()', 'shared/base/a.ts', "export type A = import('../model/ids.ts').id;"],
    ['upwards through export', 'shared/base/a.ts', "export { id } from '../model/ids.ts';"],
    ['domain words in ui', 'renderer/ui/a.ts', "import { id } from '../../shared/model/ids.ts'; export const a = id;"],
    [
      'the preload past the bridge',
      'electron/preload/a.ts',
      "import { id } from '../../shared/model/ids.ts'; export const a = id;",
    ],
  ])('%s', (_what, path, text) => {
    expect(check({ ...model, [path]: text })).toEqual([expect.stringContaining('may not import shared/model/ids.ts')]);
  });

  test('the renderer reaching into the host', () => {
    const tree = {
      'electron/host/save.ts': 'export const save = 1;',
      'renderer/app/a.ts': "import { save } from '../../electron/host/save.ts'; export const a = save;",
    };
    expect(check(tree)).toEqual(['renderer/app/a.ts: renderer may not import electron/host/save.ts']);
  });

  test('a type may cross where a value may not', () => {
    const command = { 'shared/commands/command.ts': 'export const command = 1;' };
    const asType = "import type { command } from '../commands/command.ts'; export type A = typeof command;";
    const asValue = "import { command } from '../commands/command.ts'; export const a = command;";
    expect(check({ ...command, 'shared/bridge/a.ts': asType })).toEqual([]);
    expect(check({ ...command, 'shared/bridge/a.ts': asValue })).toEqual([
      'shared/bridge/a.ts: shared/bridge may not import shared/commands/command.ts',
    ]);
  });

  test('a cycle, told once', () => {
    const tree = {
      'shared/model/a.ts': "import { b } from './b.ts'; export const a = b;",
      'shared/model/b.ts': "import { c } from './c.ts'; export const b = c;",
      'shared/model/c.ts': "import type { a } from './a.ts'; export const c = 1; export type C = typeof a;",
      'shared/model/d.ts': "import { a } from './a.ts'; export const d = a;",
    };
    expect(findCycles(asParsed(tree))).toEqual([
      'shared/model/a.ts → shared/model/b.ts → shared/model/c.ts → shared/model/a.ts',
    ]);
  });
});
