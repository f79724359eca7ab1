import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { unwrap } from '../../../builders/unwrap.ts';
import { document, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

const execute = promisify(execFile);
const parley = `"${process.execPath}" "${resolve(import.meta.dirname, '../../../../electron/cli/parley.ts')}"`;

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
  await run(['new', 'order-support', folder.path('base.parley.json')]);
});
afterAll(() => folder.remove());

const read = (name: string): Promise<string> => readFile(folder.path(name), 'utf8');
async function write(name: string, change: (text: string) => string): Promise<string> {
  const text = await read('base.parley.json');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(folder.path(name), changed);
  return folder.path(name);
}
/** Every scenario has its name and description side by side. */
const rename = (text: string): string => text.replace(/("scenario": \{[^}]*?"name": )"[^"]*"/, '$1"Renamed"');
const describeAnew = (text: string): string => text.replace(/("scenario": \{[^}]*?"description": )"[^"]*"/, '$1"New"');
const note = { text: 'Look', x: 0, y: 0, width: 200, height: 100 };
const addNote = (text: string): string => {
  const file = JSON.parse(text) as { canvas: { notes: Record<string, unknown> } };
  file.canvas.notes['look'] = note;
  return JSON.stringify(file);
};

describe('parley diff', () => {
  test('[D3] tells fields before and after', async () => {
    const other = await write('renamed.parley.json', rename);
    const ran = await run(['diff', folder.path('base.parley.json'), other]);
    expect(ran.exit).toBe(1);
    expect(ran.out).toMatch(/^~ scenario Renamed\n {4}name: ".+" → "Renamed"\n$/);
  });

  test('[D2] counts what is only drawn elsewhere', async () => {
    const other = await write('noted.parley.json', addNote);
    const ran = await run(['diff', folder.path('base.parley.json'), other, '--json']);
    expect(document(ran)).toMatchObject({ logic: [], layout: [{ what: 'added', word: 'note', name: 'Look' }] });
  });

  test('finds nothing in a file and itself', async () => {
    const same = folder.path('base.parley.json');
    expect(await run(['diff', same, same])).toMatchObject({ exit: 0, out: 'No difference\n' });
  });
});

describe('parley merge', () => {
  test('[D4] writes both changes into ours', async () => {
    const ours = await write('ours.parley.json', rename);
    const theirs = await write('theirs.parley.json', describeAnew);
    expect(await run(['merge', folder.path('base.parley.json'), ours, theirs])).toMatchObject({ exit: 0, err: [] });
    const { scenario } = unwrap(readScenario(await read('ours.parley.json'))).document;
    expect(scenario).toMatchObject({ name: 'Renamed', description: 'New' });
  });

  test('[D5] tells a conflict, keeps ours, and exits with 1', async () => {
    const ours = await write('ours.parley.json', rename);
    const theirs = await write('theirs.parley.json', (text) => rename(text).replace('"Renamed"', '"Theirs"'));
    const ran = await run(['merge', folder.path('base.parley.json'), ours, theirs, '-o', folder.path('out.json')]);
    expect(ran.exit).toBe(1);
    expect(ran.err.join('\n')).toContain('name: both changed it differently; ours was kept. Theirs: "Theirs"');
    expect(unwrap(readScenario(await read('out.json'))).document.scenario.name).toBe('Renamed');
  });

  test('leaves ours alone when one of the files cannot be used', async () => {
    const ours = await write('ours.parley.json', rename);
    const before = await read('ours.parley.json');
    await writeFile(folder.path('broken.parley.json'), '{');
    const ran = await run(['merge', folder.path('base.parley.json'), ours, folder.path('broken.parley.json')]);
    expect(ran.exit).toBe(2);
    expect(await read('ours.parley.json')).toBe(before);
  });
});

describe('as drivers of git', () => {
  test('[D4, D8] two branches merge, and git shows the difference in the words of the design', async () => {
    const work = await temporaryFolder();
    const git = async (...args: string[]): Promise<string> =>
      (
        await execute('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
          cwd: work.path('.'),
        })
      ).stdout;
    const file = work.path('shop.parley.json');
    await git('init', '-q', '-b', 'main');
    await git('config', 'merge.parley.driver', `${parley} merge %O %A %B`);
    await git('config', 'diff.parley.command', `${parley} diff`);
    await appendFile(work.path('.gitattributes'), '*.parley.json merge=parley diff=parley\n');
    const base = await read('base.parley.json');
    await writeFile(file, base);
    await git('add', '.');
    await git('commit', '-q', '-m', 'base');
    await git('checkout', '-q', '-b', 'theirs');
    await writeFile(file, describeAnew(base));
    await git('commit', '-q', '-am', 'theirs');
    await git('checkout', '-q', 'main');
    await writeFile(file, rename(base));
    expect(await git('diff')).toContain('~ scenario Renamed');
    await git('commit', '-q', '-am', 'ours');
    await git('merge', '-q', '-m', 'both', 'theirs');
    const merged = unwrap(readScenario(await readFile(file, 'utf8'))).document.scenario;
    await work.remove();
    expect(merged).toMatchObject({ name: 'Renamed', description: 'New' });
  }, 60_000);
});
