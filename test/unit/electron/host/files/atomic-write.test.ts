import { createHash } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atomicWrite } from '../../../../../electron/host/files/atomic-write.ts';
import { nodeFiles, type FileOperations } from '../../../../../electron/host/files/file-operations.ts';
import { sweepTemporaries } from '../../../../../electron/host/files/temporary-file.ts';
import { createFailingFiles, reluctantFiles } from './failing-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const write = (path: string, text: string, files: FileOperations = nodeFiles) =>
  atomicWrite(files, path, Buffer.from(text), { keepPrevious: true });

describe('a file is replaced as a whole', () => {
  test('a new one appears, and nothing beside it', async () => {
    const folder = makeTemporaryFolder();
    const written = await write(join(folder, 'a.json'), 'new');
    expect(written).toEqual({ ok: true, value: { hash: sha256('new') } });
    expect(contents(folder)).toEqual({ 'a.json': 'new' });
  });

  test('bytes are on the disk before the name is theirs, and the name before it is said', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'old');
    const { files, asked } = createFailingFiles(Number.POSITIVE_INFINITY, 'never');
    await write(join(folder, 'a.json'), 'new', files);
    const steps = ['create', 'write', 'sync', 'close', 'openForReading', 'link', 'rename', 'rename', 'syncFolder'];
    expect(asked.filter((step) => steps.includes(step)).join(' ')).toBe(
      'create write sync close openForReading close link rename rename syncFolder',
    );
  });

  test('the generation before is kept, one deep', async () => {
    const folder = makeTemporaryFolder();
    for (const text of ['one', 'two', 'three']) await write(join(folder, 'a.json'), text);
    expect(contents(folder)).toEqual({ 'a.json': 'three', 'a.json.bak': 'two' });
  });

  test('a backup that already is the present file, as an interrupted save leaves it, is no obstacle', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'one');
    linkSync(join(folder, 'a.json'), join(folder, 'a.json.bak'));
    expect(await write(join(folder, 'a.json'), 'two')).toMatchObject({ ok: true });
    expect(contents(folder)).toEqual({ 'a.json': 'two', 'a.json.bak': 'one' });
  });

  test('who may read it stays as it was', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'old', { mode: 0o640 });
    await write(join(folder, 'a.json'), 'new');
    expect(statSync(join(folder, 'a.json')).mode & 0o777).toBe(0o640);
  });

  test('a disk that takes seven bytes at a time gets them all', async () => {
    const folder = makeTemporaryFolder();
    const text = 'a longer text than seven bytes, by far';
    expect(await write(join(folder, 'a.json'), text, reluctantFiles)).toMatchObject({ ok: true });
    expect(contents(folder)).toEqual({ 'a.json': text });
  });

  test('where links are not to be had, the generation before is copied', async () => {
    const folder = makeTemporaryFolder();
    const files = { ...nodeFiles, link: () => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' })) };
    await write(join(folder, 'a.json'), 'one', files);
    await write(join(folder, 'a.json'), 'two', files);
    expect(contents(folder)).toEqual({ 'a.json': 'two', 'a.json.bak': 'one' });
  });

  test('a disk that loses bytes on the way is found out', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'old');
    const files: FileOperations = {
      ...nodeFiles,
      create: async (path, mode) => {
        const file = await nodeFiles.create(path, mode);
        return {
          ...file,
          write: async (bytes) => {
            await file.write(bytes.subarray(0, bytes.length - 1));
            return bytes.length;
          },
        };
      },
    };
    expect(await write(join(folder, 'a.json'), 'new text', files)).toMatchObject({
      ok: false,
      failure: { code: 'scenario.notWritable' },
    });
    expect(contents(folder)).toEqual({ 'a.json': 'old' });
  });

  test('it is left alone when it is not what the writer thinks it is', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'somebody else wrote this');
    const mayReplace = (hash: string | null): boolean => hash === sha256('old');
    const written = await atomicWrite(nodeFiles, join(folder, 'a.json'), Buffer.from('new'), { mayReplace });
    expect(written).toMatchObject({ ok: false, failure: { code: 'scenario.changedOnDisk' } });
    expect(contents(folder)).toEqual({ 'a.json': 'somebody else wrote this' });
  });
});

describe('whatever fails, the old bytes or the new ones are there, and a failure is told', () => {
  const cases = [
    ['ENOSPC', 'scenario.noSpace'],
    ['EDQUOT', 'scenario.noSpace'],
    ['EIO', 'scenario.notWritable'],
    ['EROFS', 'scenario.notWritable'],
    ['EACCES', 'scenario.notWritable'],
    ['EMFILE', 'scenario.notWritable'],
  ] as const;

  test.each(cases)('%s at every operation in turn', async (code, failureCode) => {
    const outcomes: FaultOutcome[] = [];
    for (let failAt = 1; outcomes.at(-1)?.failed !== null; failAt += 1)
      outcomes.push(await writeWithFault(failAt, code));
    expect(outcomes.filter((outcome) => outcome.told !== null).length).toBeGreaterThan(12);
    expect(outcomes.flatMap((outcome) => judge(outcome, failureCode) ?? [])).toEqual([]);
    expect(outcomes.at(-1)).toEqual({ failed: null, told: null, present: 'new', left: [] });
  });

  test('a read-only file is not replaced, whoever asks', async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'old', { mode: 0o444 });
    expect(await write(join(folder, 'a.json'), 'new')).toMatchObject({
      ok: false,
      failure: { code: 'scenario.notWritable', detail: 'The file is read-only.' },
    });
    expect(contents(folder)).toEqual({ 'a.json': 'old' });
  });

  test('a fault of ours is no failure: it is thrown', async () => {
    const files = { ...nodeFiles, look: () => Promise.reject(new TypeError('a bug')) };
    await expect(write(join(makeTemporaryFolder(), 'a.json'), 'x', files)).rejects.toThrow('a bug');
  });
});

/** What came of a write one of whose operations failed; `failed` is null when it got through before that one. */
type FaultOutcome = {
  readonly failed: string | null;
  readonly told: string | null;
  readonly present: string;
  readonly left: readonly string[];
};

async function writeWithFault(failAt: number, code: string): Promise<FaultOutcome> {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'a.json');
  writeFileSync(path, 'old');
  const { files, asked } = createFailingFiles(failAt, code);
  const mayReplace = (presentHash: string | null): boolean => presentHash === sha256('old');
  const written = await atomicWrite(files, path, Buffer.from('new'), { keepPrevious: true, mayReplace });
  return {
    failed: asked[failAt - 1] ?? null,
    told: written.ok ? null : written.failure.code,
    present: readFileSync(path, 'utf8'),
    left: readdirSync(folder).filter((name) => name.endsWith('.tmp')),
  };
}

/** What is wrong with an outcome; null when nothing is. */
function judge({ failed, told, present, left }: FaultOutcome, failureCode: string): string | null {
  const at = `${failed} failed, told ${told}, there is "${present}"`;
  if (left.length > 0) return `${at}, left behind ${left.join(', ')}`;
  if (present !== 'old' && present !== 'new') return `damaged: ${at}`;
  // Only what comes after the work is done, or what has another way, may fail unnoticed.
  if (told === null) return present === 'new' && [null, 'remove', 'link'].includes(failed) ? null : `silent: ${at}`;
  // Once the new name is on the disk, the one thing left to fail is making it outlive a power loss.
  return told === failureCode && (present === 'old' || failed === 'syncFolder') ? null : `told wrong: ${at}`;
}

describe('links never lead the writer to a foreign file', () => {
  const foreign = (): string => {
    const path = join(makeTemporaryFolder(), 'foreign.json');
    writeFileSync(path, 'foreign');
    return path;
  };

  test.each([
    ['a link to a file', (folder: string, target: string) => symlinkSync(target, join(folder, 'a.json'))],
    ['a link to nothing', (folder: string, target: string) => symlinkSync(`${target}.not`, join(folder, 'a.json'))],
    ['a link to itself', (folder: string) => symlinkSync('a.json', join(folder, 'a.json'))],
    [
      'a link to a link',
      (folder: string, target: string) => {
        symlinkSync(target, join(folder, 'b.json'));
        symlinkSync('b.json', join(folder, 'a.json'));
      },
    ],
    ['a relative link upwards', (folder: string) => symlinkSync('../../../etc/hosts', join(folder, 'a.json'))],
  ])('%s is refused', async (_what, arrange) => {
    const folder = makeTemporaryFolder();
    const target = foreign();
    arrange(folder, target);
    expect(await write(join(folder, 'a.json'), 'new')).toMatchObject({
      ok: false,
      failure: { code: 'scenario.symbolicLink' },
    });
    expect(readFileSync(target, 'utf8')).toBe('foreign');
    expect(lstatSync(join(folder, 'a.json')).isSymbolicLink()).toBe(true);
  });

  test('a link under the name of the backup is replaced, not followed', async () => {
    const folder = makeTemporaryFolder();
    const target = foreign();
    writeFileSync(join(folder, 'a.json'), 'old');
    symlinkSync(target, join(folder, 'a.json.bak'));
    expect(await write(join(folder, 'a.json'), 'new')).toMatchObject({ ok: true });
    expect(readFileSync(target, 'utf8')).toBe('foreign');
    expect(lstatSync(join(folder, 'a.json.bak')).isSymbolicLink()).toBe(false);
    expect(contents(folder)).toEqual({ 'a.json': 'new', 'a.json.bak': 'old' });
  });

  test('a hard link shared with a foreign file leaves that file as it was', async () => {
    const folder = makeTemporaryFolder();
    const target = foreign();
    linkSync(target, join(folder, 'a.json'));
    for (const text of ['new', 'newer']) expect(await write(join(folder, 'a.json'), text)).toMatchObject({ ok: true });
    expect(readFileSync(target, 'utf8')).toBe('foreign');
  });

  test('something waiting at the temporary name is not opened', async () => {
    const folder = makeTemporaryFolder();
    const target = foreign();
    const files: FileOperations = {
      ...nodeFiles,
      create: (path, mode) => {
        symlinkSync(target, path);
        return nodeFiles.create(path, mode);
      },
    };
    expect(await write(join(folder, 'a.json'), 'new', files)).toMatchObject({ ok: false });
    expect(readFileSync(target, 'utf8')).toBe('foreign');
  });

  test.each(['a folder', 'a pipe'])('%s in its place is refused', async (what) => {
    const folder = makeTemporaryFolder();
    if (what === 'a folder') mkdirSync(join(folder, 'a.json'));
    const files =
      what === 'a folder'
        ? nodeFiles
        : { ...nodeFiles, look: async () => ({ kind: 'other' as const, mode: 0o644, size: 0, changedAt: 0 }) };
    expect(await write(join(folder, 'a.json'), 'new', files)).toMatchObject({
      ok: false,
      failure: { code: 'scenario.notWritable' },
    });
  });
});

describe('what killed processes leave is swept', () => {
  test('temporary files of processes that are gone go; other files and those of running processes stay', async () => {
    const folder = makeTemporaryFolder();
    const name = (process: number): string => `.parley-${process}-0123456789abcdef.tmp`;
    const kept = ['a.json', '.parley-notes.tmp', `.parley-1-0123.tmp`, name(process.ppid)];
    for (const file of [...kept, name(process.pid), name(4_194_000)]) writeFileSync(join(folder, file), 'x');
    expect(await sweepTemporaries(nodeFiles, folder)).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });

  test('a folder that is not there is no trouble', async () => {
    expect(await sweepTemporaries(nodeFiles, join(makeTemporaryFolder(), 'gone'))).toBe(0);
  });
});

/** Every file of a folder with its text. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
