import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repairScenario } from '../../../../shared/persistence/repair-scenario.ts';
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

/** A repository that knows our drivers. */
async function repository(attributes = '*.parley.json merge=parley diff=parley\n') {
  const work = await temporaryFolder();
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const git = async (...args: string[]): Promise<string> =>
    (await execute('git', [...who, ...args], { cwd: work.path('.') })).stdout;
  await git('init', '-q', '-b', 'main');
  await git('config', 'merge.parley.driver', `${parley} merge %O %A %B`);
  await git('config', 'diff.parley.command', `${parley} diff`);
  await appendFile(work.path('.gitattributes'), attributes);
  return { work, git, file: work.path('shop.parley.json') };
}

/** Two branches that give the scenario different names; what the merge says, which must not go through. */
async function mergeTwoNames({ git, file }: Awaited<ReturnType<typeof repository>>): Promise<string> {
  const base = await read('base.parley.json');
  const commit = async (text: string, name: string) => {
    await writeFile(file, text);
    await git('add', '.');
    await git('commit', '-q', '-m', name);
  };
  await commit(base, 'base');
  await git('checkout', '-q', '-b', 'theirs');
  await commit(describeAnew(rename(base).replace('"Renamed"', '"Renamed by them"')), 'theirs');
  await git('checkout', '-q', 'main');
  await commit(rename(base), 'ours');
  return git('merge', '-q', '-m', 'both', 'theirs').then(
    () => 'merged',
    (refusal: { readonly stdout: string; readonly stderr: string }) => refusal.stdout + refusal.stderr,
  );
}

describe('as drivers of git', () => {
  test('[D4, D8] two branches merge, and git shows the difference in the words of the design', async () => {
    const { work, git, file } = await repository();
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

  test('[D4] a conflict stops git and says what; the file stays a scenario, with ours in it and the rest of theirs', async () => {
    const repo = await repository();
    const said = await mergeTwoNames(repo);
    expect(said).toContain('both changed it differently; ours was kept. Theirs: "Renamed by them"');
    expect(said).toMatch(/CONFLICT .*shop\.parley\.json/);
    expect(await repo.git('status', '--porcelain')).toContain('UU shop.parley.json');
    const { scenario } = unwrap(readScenario(await readFile(repo.file, 'utf8'))).document;
    expect(scenario).toMatchObject({ name: 'Renamed', description: 'New' });
    await repo.git('add', '.');
    await repo.git('commit', '-q', '-m', 'both');
    await repo.work.remove();
  }, 60_000);

  test('without the driver git leaves both versions in the file: that is said, and a repaired copy takes ours', async () => {
    const repo = await repository('');
    expect(await mergeTwoNames(repo)).toMatch(/CONFLICT .*shop\.parley\.json/);
    const text = await readFile(repo.file, 'utf8');
    expect(text).toContain('<<<<<<< HEAD');
    await repo.work.remove();
    const sentence = expect.stringMatching(/^Git left two versions in this file, in 1 place from line \d+ on/);
    expect(readScenario(text)).toEqual({ ok: false, failure: [{ pointer: '', sentence }] });
    const { document: repaired, leftOut } = unwrap(repairScenario(text));
    expect([repaired.scenario.name, leftOut]).toEqual(['Renamed', [{ pointer: '', sentence }]]);
    // Half a mark is damage like any other.
    expect(repairScenario(text.replace('>>>>>>> theirs', '')).ok).toBe(false);
  }, 60_000);
});
