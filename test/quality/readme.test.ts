import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandList } from '../../electron/cli/command-list.ts';
import { runCommandLine } from '../../electron/cli/command-line.ts';
import type { Terminal } from '../../electron/cli/terminal.ts';
import { repositoryRoot } from './source-tree.ts';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');

/** Every `parley …` line that can run by itself; one is a talk at the keyboard. */
const lines = [...readme.matchAll(/^parley (.+?)(?: {2,}#.*)?$/gm)].map(([, command = '']) => command.trim());
const unattended = lines.filter((line) => !/^chat \S+$/.test(line));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-readme-'));
  writeFileSync(join(folder, 'talk.txt'), 'where is order A-1001\nada@example.com\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the command lines it shows run, in the order they are shown', { timeout: 60_000 }, async () => {
  expect(unattended.length).toBeGreaterThan(10);
  for (const line of unattended) {
    const errors: string[] = [];
    const exitCode = await runCommandLine(wordsOf(line), silentTerminal(errors));
    // 1 is a finding: what another format cannot hold is told.
    expect(exitCode, `parley ${line}\n${errors.join('\n')}`).toBeLessThan(2);
  }
});

test('it shows every command there is', () => {
  const shown = new Set(lines.map((line) => line.split(' ')[0]));
  expect(commandList.map(({ name }) => name).filter((name) => !shown.has(name) && name !== 'help')).toEqual([]);
});

test('it names no script, file or picture that is not there', () => {
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { scripts: object };
  const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
});

test('it can be read in one sitting', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(250);
});

/** As a shell would pass them, with files in the folder of the test. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .map((word) => (/\.(json|jsonl|txt|csv)$/.test(word) ? join(folder, word) : word));

const silentTerminal = (errors: string[]): Terminal => ({
  out: () => undefined,
  err: (line) => errors.push(line),
  input: Readable.from([]),
  isInteractive: false,
  env: {},
});
