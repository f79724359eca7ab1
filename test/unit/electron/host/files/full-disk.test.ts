import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { atomicWrite } from '../../../../../electron/host/files/atomic-write.ts';
import { nodeFiles } from '../../../../../electron/host/files/file-operations.ts';
import { createJournals } from '../../../../../electron/host/files/journal.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { createTestHost } from '../../../../builders/a-host.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const kilobyte = 1024;

/** A small disk of its own. Only root can make one; anybody else skips, and is told. */
function mountSmallDisk({ skip }: TestContext): string {
  const folder = join(makeTemporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    skip(`a small disk cannot be mounted here: ${String(error)}`);
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

/** Leaves so many bytes free, to the page. */
function leaveFree(folder: string, bytes: number): void {
  const filler = join(folder, 'filler');
  rmSync(filler, { force: true });
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

const oldText = 'o'.repeat(200 * kilobyte);
const newText = 'n'.repeat(300 * kilobyte);

test('on a full disk the old file stays whole and the failure is told, however little is free', async (context) => {
  const folder = mountSmallDisk(context);
  const path = join(folder, 'a.json');
  const outcomes: string[] = [];
  for (let free = 0; free <= 400 * kilobyte; free += 20 * kilobyte) {
    rmSync(`${path}.bak`, { force: true });
    writeFileSync(path, oldText);
    leaveFree(folder, free);
    const written = await atomicWrite(nodeFiles, path, Buffer.from(newText), { keepPrevious: true });
    const told = written.ok ? 'saved' : `${written.failure.code} ${written.failure.detail}`;
    const left = readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
    outcomes.push(`${told}; ${describeText(readFileSync(path, 'utf8'))}; ${left} left behind`);
    rmSync(join(folder, 'filler'));
  }
  const count = (outcome: string): number => outcomes.filter((other) => other === outcome).length;
  const kept = 'scenario.noSpace The disk is full. (ENOSPC); the old text; 0 left behind';
  const saved = 'saved; the new text; 0 left behind';
  expect(outcomes.filter((outcome) => outcome !== kept && outcome !== saved)).toEqual([]);
  expect(count(kept)).toBeGreaterThan(10);
  expect(count(saved)).toBeGreaterThan(2);
});

const describeText = (text: string): string =>
  text === oldText ? 'the old text' : text === newText ? 'the new text' : `${text.length} damaged bytes`;

test('the control: writing over the file loses it on the same disk', async (context) => {
  const folder = mountSmallDisk(context);
  const path = join(folder, 'a.json');
  writeFileSync(path, oldText);
  leaveFree(folder, 20 * kilobyte);
  await expect(writeFile(path, newText)).rejects.toThrow('ENOSPC');
  const present = readFileSync(path, 'utf8');
  expect(present.length).toBeLessThan(newText.length);
  expect(present).not.toBe(oldText);
});

test('a window hears that the disk is full, keeps its file, and saves once there is room', async (context) => {
  const folder = mountSmallDisk(context);
  const path = join(folder, 'orders.parley.json');
  writeFileSync(path, oldText);
  const { connect } = await createTestHost(makeTemporaryFolder());
  const { host } = connect(path);
  const { opened } = unwrap(await host.call('scenario.startup', {}));
  if (opened === null) throw new Error('nothing opened');
  leaveFree(folder, 0);
  const save = { file: opened.file, text: newText, ifHash: opened.hash };
  expect(await host.call('scenario.save', save)).toMatchObject({
    ok: false,
    failure: { code: 'scenario.noSpace', path },
  });
  expect(readFileSync(path, 'utf8')).toBe(oldText);
  rmSync(join(folder, 'filler'));
  expect(await host.call('scenario.save', save)).toMatchObject({ ok: true });
  expect(readFileSync(path, 'utf8')).toBe(newText);
});

test('a journal on a full disk says so, keeps every line it took, and goes on when there is room', async (context) => {
  const folder = mountSmallDisk(context);
  const scenario = aScenario('Full').build();
  const journals = createJournals(nodeFiles, folder, 1);
  const rename = (before: string, after: string): string =>
    JSON.stringify([
      {
        table: 'scenario',
        id: scenario.scenario.id,
        before: { ...scenario.scenario, description: before },
        after: { ...scenario.scenario, description: after },
      },
    ]);
  unwrap(await journals.append('key', null, printScenario(scenario), []));
  const { description } = scenario.scenario;
  const long = 'long '.repeat(4000);
  unwrap(await journals.append('key', null, null, [rename(description, 'first')]));
  leaveFree(folder, 4 * kilobyte);
  expect(await journals.append('key', null, null, [rename('first', long)])).toMatchObject({
    ok: false,
    failure: { code: 'scenario.noSpace' },
  });
  expect(await journals.read('key')).toMatchObject([{ edits: 1 }]);
  rmSync(join(folder, 'filler'));
  expect(await journals.append('key', null, null, [rename('first', long)])).toEqual({ ok: true, value: 2 });
  const [read] = await journals.read('key');
  expect(read).toMatchObject({ edits: 2 });
  expect(read === 'unreadable' ? '' : read?.text).toContain(long);
});
