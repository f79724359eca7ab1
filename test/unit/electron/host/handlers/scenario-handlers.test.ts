import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createTestHost, type TestWindow } from '../../../../builders/a-host.ts';
import { unwrap, unwrapFailure } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

/** A folder with one scenario file, and a host beside it. */
async function setUp() {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'orders.parley.json');
  writeFileSync(path, 'first');
  const testHost = await createTestHost(join(folder, 'user'));
  return { folder, path, ...testHost };
}

async function open({ host, answers }: TestWindow, path: string) {
  answers.open = path;
  const outcome = unwrap(await host.call('scenario.choose', {}));
  if (outcome.kind !== 'opened') throw new Error('nothing was opened');
  return outcome.scenario;
}

async function saveAs({ host }: TestWindow, suggestedName: string, text: string) {
  const outcome = unwrap(await host.call('scenario.saveAs', { suggestedName, text }));
  if (outcome.kind !== 'saved') throw new Error('nothing was saved');
  return outcome;
}

describe('opening', () => {
  test('gives the text, the hash and a token, and never a path to call by', async () => {
    const { folder, path, connect } = await setUp();
    expect(await open(connect(), path)).toEqual({
      file: expect.stringMatching(/^file-[0-9a-f]{32}$/),
      name: 'orders.parley.json',
      place: folder,
      text: 'first',
      hash: 'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e',
      trusted: false,
      recovery: null,
    });
  });

  test('what is not there, no file, too large or no text is refused with its reason', async () => {
    const { folder, connect } = await setUp();
    const window = connect();
    const refused = async (name: string) => {
      window.answers.open = join(folder, name);
      return unwrapFailure(await window.host.call('scenario.choose', {}));
    };
    mkdirSync(join(folder, 'folder.json'));
    writeFileSync(join(folder, 'bytes.json'), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    writeFileSync(join(folder, 'large.json'), '');
    truncateSync(join(folder, 'large.json'), 64 * 1024 * 1024 + 1);
    expect(await refused('gone.json')).toMatchObject({ code: 'scenario.notFound' });
    expect(await refused('orders.parley.json/inside.json')).toMatchObject({ code: 'scenario.notFound' });
    expect(await refused('folder.json')).toMatchObject({ code: 'scenario.notReadable', detail: 'It is not a file.' });
    expect(await refused('bytes.json')).toMatchObject({
      code: 'scenario.notReadable',
      detail: 'It is not UTF-8 text.',
    });
    expect(await refused('large.json')).toMatchObject({ code: 'scenario.tooLarge', detail: 'The limit is 64 MB.' });
  });

  test('through a link it opens, and saves, the file the link leads to; the link stays', async () => {
    const { folder, path, connect } = await setUp();
    symlinkSync(path, join(folder, 'link.json'));
    const window = connect();
    const { file, name, hash } = await open(window, join(folder, 'link.json'));
    expect(name).toBe('orders.parley.json');
    unwrap(await window.host.call('scenario.save', { file, text: 'second', ifHash: hash }));
    expect(readFileSync(join(folder, 'link.json'), 'utf8')).toBe('second');
    expect(readFileSync(path, 'utf8')).toBe('second');
  });

  test('a file that becomes a link after it was opened is not written through', async () => {
    const { folder, path, connect } = await setUp();
    const window = connect();
    const { file, hash } = await open(window, path);
    writeFileSync(join(folder, 'foreign.json'), 'first');
    rmSync(path);
    symlinkSync(join(folder, 'foreign.json'), path);
    expect(unwrapFailure(await window.host.call('scenario.save', { file, text: 'x', ifHash: hash }))).toMatchObject({
      code: 'scenario.symbolicLink',
    });
    expect(readFileSync(join(folder, 'foreign.json'), 'utf8')).toBe('first');
  });

  test('is remembered, newest first; what is gone is forgotten when asked for', async () => {
    const { folder, path, connect } = await setUp();
    writeFileSync(join(folder, 'b.json'), 'b');
    const window = connect();
    await open(window, path);
    await open(window, join(folder, 'b.json'));
    const names = async () =>
      unwrap(await window.host.call('scenario.recent', {})).files.map(({ name, place }) => [name, place]);
    expect(await names()).toEqual([
      ['b.json', folder],
      ['orders.parley.json', folder],
    ]);
    const [recent] = unwrap(await window.host.call('scenario.recent', {})).files;
    rmSync(join(folder, 'b.json'));
    const gone = await window.host.call('scenario.reopen', { file: recent?.file ?? '' });
    expect(unwrapFailure(gone)).toMatchObject({ code: 'scenario.notFound' });
    expect(await names()).toEqual([['orders.parley.json', folder]]);
  });
});

describe('one file, one window', () => {
  test('a second window is refused until the first lets go', async () => {
    const { path, folder, connect } = await setUp();
    symlinkSync(path, join(folder, 'alias.json'));
    const [first, second] = [connect(), connect()];
    const { file } = await open(first, path);
    second.answers.open = join(folder, 'alias.json');
    expect(unwrapFailure(await second.host.call('scenario.choose', {}))).toEqual({
      code: 'scenario.openElsewhere',
      detail: '',
      path,
    });
    second.answers.save = path;
    const saveAs = await second.host.call('scenario.saveAs', { suggestedName: 'orders', text: 'x' });
    expect(unwrapFailure(saveAs)).toMatchObject({ code: 'scenario.openElsewhere' });
    const exported = await second.host.call('export.save', { suggestedName: 'orders', text: 'x' });
    expect(unwrapFailure(exported)).toMatchObject({ code: 'scenario.openElsewhere' });
    expect(readFileSync(path, 'utf8')).toBe('first');
    unwrap(await first.host.call('scenario.close', { file }));
    expect(await open(second, path)).toMatchObject({ text: 'first' });
  });

  test('a token of another window, or a made-up one, opens nothing of it', async () => {
    const { path, connect } = await setUp();
    const [first, second] = [connect(), connect()];
    const { file } = await open(first, path);
    const made = `file-${'0'.repeat(32)}`;
    for (const token of [file, made]) {
      const calls = [
        second.host.call('scenario.save', { file: token, text: 'x', ifHash: null }),
        second.host.call('scenario.trust', { file: token, trusted: true }),
        second.host.call('scenario.close', { file: token }),
        second.host.call('scenario.journal', { file: token, base: 'x', edits: [] }),
        second.host.call('scenario.discardJournal', { file: token }),
      ];
      for (const call of calls) expect(unwrapFailure(await call)).toMatchObject({ code: 'scenario.unknownFile' });
    }
    expect(unwrapFailure(await second.host.call('scenario.reopen', { file: made }))).toMatchObject({
      code: 'scenario.unknownFile',
    });
    expect(readFileSync(path, 'utf8')).toBe('first');
  });

  test('a window that goes away lets go of everything', async () => {
    const { path, connect, host } = await setUp();
    const first = connect();
    await open(first, path);
    expect(await host.windowHolding(path)).toBe(first.window);
    await first.window.release(false);
    expect(await host.windowHolding(path)).toBeNull();
    expect(await open(connect(), path)).toMatchObject({ text: 'first' });
  });

  test('of two windows that save under one name at the same moment, one is refused', async () => {
    const { folder, connect } = await setUp();
    const windows = [connect(), connect()];
    const replies = await Promise.all(
      windows.map(({ host, answers }, index) => {
        answers.save = join(folder, 'new.parley.json');
        return host.call('scenario.saveAs', { suggestedName: 'new', text: `from ${index}` });
      }),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = replies.findIndex(({ ok }) => ok);
    expect(readFileSync(join(folder, 'new.parley.json'), 'utf8')).toBe(`from ${winner}`);
  });
});

describe('saving', () => {
  test('keeps the generation before and gives the hash of what is there now', async () => {
    const { path, connect } = await setUp();
    const window = connect();
    const { file, hash } = await open(window, path);
    const { hash: second } = unwrap(await window.host.call('scenario.save', { file, text: 'second', ifHash: hash }));
    unwrap(await window.host.call('scenario.save', { file, text: 'third', ifHash: second }));
    expect([readFileSync(path, 'utf8'), readFileSync(`${path}.bak`, 'utf8')]).toEqual(['third', 'second']);
  });

  test('refuses to write over what somebody else wrote, unless told to', async () => {
    const { path, connect } = await setUp();
    const window = connect();
    const { file, hash } = await open(window, path);
    writeFileSync(path, 'theirs');
    const save = (ifHash: string | null) => window.host.call('scenario.save', { file, text: 'mine', ifHash });
    expect(unwrapFailure(await save(hash))).toMatchObject({ code: 'scenario.changedOnDisk', path });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    unwrap(await save(null));
    expect([readFileSync(path, 'utf8'), readFileSync(`${path}.bak`, 'utf8')]).toEqual(['mine', 'theirs']);
  });

  test('puts a file back that somebody removed', async () => {
    const { path, connect } = await setUp();
    const window = connect();
    const { file, hash } = await open(window, path);
    rmSync(path);
    unwrap(await window.host.call('scenario.save', { file, text: 'mine', ifHash: hash }));
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('a change on disk is told once, and our own saves are not', async () => {
    const { path, connect } = await setUp();
    const window = connect();
    const { file, hash } = await open(window, path);
    const saved = unwrap(await window.host.call('scenario.save', { file, text: 'mine', ifHash: hash }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(window.events).toEqual([]);
    writeFileSync(path, 'theirs');
    await vi.waitFor(() => expect(window.events).toHaveLength(1), 5000);
    writeFileSync(path, 'theirs');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const [event] = window.events;
    expect(window.events).toEqual([
      { name: 'scenario.changedOnDisk', payload: { file, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    expect(event?.name === 'scenario.changedOnDisk' && event.payload.hash).not.toBe(saved.hash);
  });

  test('under a new name asks where, and goes on with the new file', async () => {
    const { folder, connect } = await setUp();
    const window = connect();
    const cancelled = await window.host.call('scenario.saveAs', { suggestedName: 'new', text: 'x' });
    expect(unwrap(cancelled)).toEqual({ kind: 'cancelled' });
    window.answers.save = join(folder, 'new.parley.json');
    const saved = await saveAs(window, 'new', 'x');
    expect(saved).toMatchObject({ name: 'new.parley.json', place: folder });
    unwrap(await window.host.call('scenario.save', { file: saved.file, text: 'y', ifHash: saved.hash }));
    expect(readFileSync(join(folder, 'new.parley.json'), 'utf8')).toBe('y');
    expect(window.askedToSave).toEqual([
      { what: 'scenario', suggestedName: 'new' },
      { what: 'scenario', suggestedName: 'new' },
    ]);
  });

  test('into a folder that is gone fails, and holds nothing', async () => {
    const { folder, connect, host } = await setUp();
    const window = connect();
    window.answers.save = join(folder, 'gone', 'new.parley.json');
    const saved = await window.host.call('scenario.saveAs', { suggestedName: 'new', text: 'x' });
    expect(unwrapFailure(saved)).toMatchObject({ code: 'scenario.notFound', path: join(folder, 'gone') });
    expect(await host.windowHolding(join(folder, 'gone', 'new.parley.json'))).toBeNull();
  });

  test('through a link chosen in the dialog is refused', async () => {
    const { folder, path, connect } = await setUp();
    symlinkSync(path, join(folder, 'link.parley.json'));
    const window = connect();
    window.answers.save = join(folder, 'link.parley.json');
    const saved = await window.host.call('scenario.saveAs', { suggestedName: 'link', text: 'x' });
    expect(unwrapFailure(saved)).toMatchObject({ code: 'scenario.symbolicLink' });
    expect(readFileSync(path, 'utf8')).toBe('first');
  });
});

describe('trust', () => {
  test("a stranger's file starts without it, and keeps what its person said", async () => {
    const { path, connect, ports } = await setUp();
    const window = connect();
    const { file } = await open(window, path);
    unwrap(await window.host.call('scenario.trust', { file, trusted: true }));
    expect(await open(window, path)).toMatchObject({ trusted: true });
    unwrap(await window.host.call('scenario.trust', { file, trusted: false }));
    expect(await open(window, path)).toMatchObject({ trusted: false });
    expect(ports.settings.get('trustedFiles')).toEqual([]);
  });

  test('what is made here has it from the start', async () => {
    const { folder, connect } = await setUp();
    const window = connect();
    window.answers.save = join(folder, 'mine.parley.json');
    unwrap(await window.host.call('scenario.saveAs', { suggestedName: 'mine', text: 'x' }));
    expect(await open(window, join(folder, 'mine.parley.json'))).toMatchObject({ trusted: true });
  });

  test("a stranger's scenario does not gain it by another name", async () => {
    const { folder, path, connect } = await setUp();
    const window = connect();
    await open(window, path);
    window.answers.save = join(folder, 'mine.parley.json');
    unwrap(await window.host.call('scenario.saveAs', { suggestedName: 'mine', text: 'x' }));
    expect(await open(window, join(folder, 'mine.parley.json'))).toMatchObject({ trusted: false });
  });
});

test('exports and imports ask for a place and hold nothing', async () => {
  const { folder, connect } = await setUp();
  const { host, answers, askedToSave } = connect();
  expect(unwrap(await host.call('export.save', { suggestedName: 'x', text: '{}' }))).toEqual({ kind: 'cancelled' });
  expect(unwrap(await host.call('import.choose', { what: 'bundle' }))).toEqual({ kind: 'cancelled' });
  answers.save = join(folder, 'orders.bundle.json');
  answers.bundle = answers.save;
  expect(unwrap(await host.call('export.save', { suggestedName: 'orders.bundle.json', text: '{}' }))).toEqual({
    kind: 'saved',
    place: answers.save,
  });
  expect(unwrap(await host.call('import.choose', { what: 'bundle' }))).toEqual({
    kind: 'chosen',
    name: 'orders.bundle.json',
    text: '{}',
  });
  expect(askedToSave.at(-1)).toEqual({ what: 'export', suggestedName: 'orders.bundle.json' });
  // Exporting again replaces it without leaving a second generation about.
  unwrap(await host.call('export.save', { suggestedName: 'orders.bundle.json', text: '{"a":1}' }));
  expect(readdirSync(folder).filter((name) => name.startsWith('orders.bundle'))).toEqual(['orders.bundle.json']);
});
