import { appendFileSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printDiff } from '../../../../../shared/persistence/journal-format.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { createTestHost, type TestWindow } from '../../../../builders/a-host.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { unwrap, unwrapFailure } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

/** The scenario with its nth description, as text, and the edit that leads to it from the one before. */
const document = (description: number) => aScenario('Orders', { description: String(description) }).build();
const text = (description: number): string => printScenario(document(description));
const edit = (to: number): string => {
  const [before, after] = [document(to - 1).scenario, document(to).scenario];
  return printDiff([{ table: 'scenario', id: after.id, before, after }]);
};

/** A place where the app is started again and again; each start ends as a crash unless the test ends it in order. */
async function setUp() {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'orders.parley.json');
  writeFileSync(path, text(0));
  const userFolder = join(folder, 'user');
  const start = async () => {
    const testHost = await createTestHost(userFolder);
    testHost.host.guard.settled();
    return testHost;
  };
  const startWindow = async (file?: string) => (await start()).connect(file);
  return { folder, path, start, startWindow, journals: () => readdirSync(join(userFolder, 'journals')), userFolder };
}

const startup = async ({ host }: TestWindow) => unwrap(await host.call('scenario.startup', {}));
const journal = async ({ host }: TestWindow, file: string | null, base: string | null, edits: string[]) =>
  unwrap(await host.call('scenario.journal', { file, base, edits })).sequence;

async function saveAs({ host }: TestWindow, saved: string) {
  const outcome = unwrap(await host.call('scenario.saveAs', { suggestedName: 'named', text: saved }));
  if (outcome.kind !== 'saved') throw new Error('nothing was saved');
  return outcome;
}

/** Opens the file in a new start. */
async function openIn(window: TestWindow) {
  const { opened } = await startup(window);
  if (opened === null) throw new Error('nothing opened');
  return opened;
}

describe('after a crash', () => {
  test('edits of a file come back with it, in the next start, without being asked for', async () => {
    const { path, startWindow } = await setUp();
    const before = await startWindow(path);
    const { file } = await openIn(before);
    expect(await journal(before, file, text(0), [edit(1)])).toBe(1);
    expect(await journal(before, file, null, [edit(2), edit(3)])).toBe(3);
    const after = await startup(await startWindow());
    expect(after.opened).toMatchObject({
      name: 'orders.parley.json',
      text: text(0),
      recovery: { text: text(3), edits: 3, savedAt: expect.any(Number) },
    });
    expect(after.unsaved).toBeNull();
  });

  test('work that never had a file comes back', async () => {
    const { startWindow, journals } = await setUp();
    const before = await startWindow();
    await journal(before, null, text(0), [edit(1)]);
    const window = await startWindow();
    expect(await startup(window)).toEqual({
      opened: null,
      unsaved: { text: text(1), edits: 1, savedAt: expect.any(Number) },
    });
    // And once its person does not want it, it is gone.
    unwrap(await window.host.call('scenario.discardJournal', { file: null }));
    expect(journals()).toEqual([]);
    expect(await startup(await startWindow())).toEqual({ opened: null, unsaved: null });
  });

  test('what was saved is not offered again, and its journal goes', async () => {
    const { path, startWindow, journals } = await setUp();
    const before = await startWindow(path);
    const { file, hash } = await openIn(before);
    await journal(before, file, text(0), [edit(1)]);
    unwrap(await before.host.call('scenario.save', { file, text: text(1), ifHash: hash }));
    expect(journals()).toHaveLength(1);
    expect(await startup(await startWindow())).toEqual({ opened: null, unsaved: null });
    expect(journals()).toEqual([]);
  });

  test('the newest work comes first, by count and not by clock; the rest waits for the next window', async () => {
    const { folder, path, start } = await setUp();
    const other = join(folder, 'other.parley.json');
    writeFileSync(other, text(0));
    for (const file of [path, other]) {
      const window = (await start()).connect(file);
      await journal(window, (await openIn(window)).file, text(0), [edit(1)]);
    }
    const { connect } = await start();
    expect((await startup(connect())).opened).toMatchObject({ name: 'other.parley.json' });
    expect((await startup(connect())).opened).toMatchObject({ name: 'orders.parley.json' });
    expect(await startup(connect())).toEqual({ opened: null, unsaved: null });
  });

  test('work on a file that is gone comes back as work without one', async () => {
    const { path, startWindow } = await setUp();
    const before = await startWindow(path);
    await journal(before, (await openIn(before)).file, text(0), [edit(1)]);
    rmSync(path);
    expect(await startup(await startWindow())).toEqual({
      opened: null,
      unsaved: { text: text(1), edits: 1, savedAt: expect.any(Number) },
    });
  });

  test('a line that was being written is left out, wherever it was cut', async () => {
    const { path, startWindow, userFolder, journals } = await setUp();
    const before = await startWindow(path);
    await journal(before, (await openIn(before)).file, text(0), [edit(1), edit(2)]);
    const file = join(userFolder, 'journals', journals()[0] ?? '');
    const whole = readFileSync(file);
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (const size of [lastLine, lastLine + 1, lastLine + 40, whole.length - 2]) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      const recovered = (await startup(await startWindow())).opened?.recovery;
      expect(recovered, `cut at ${size} of ${whole.length}`).toMatchObject({ text: text(1), edits: 1 });
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from([0xe2, 0x82])]));
    expect((await startup(await startWindow())).opened?.recovery).toMatchObject({ text: text(2), edits: 2 });
  });

  test('a journal that makes no sense offers nothing, stops nothing, and is kept', async () => {
    const { userFolder, startWindow, journals } = await setUp();
    await startWindow();
    const names = ['unsaved-0000000000000000.journal', `${'a'.repeat(32)}.journal`, 'notes.txt'];
    for (const name of names) writeFileSync(join(userFolder, 'journals', name), 'no journal\n');
    appendFileSync(join(userFolder, 'journals', names[0] ?? ''), '{"base":"{}"}\n');
    expect(await startup(await startWindow())).toEqual({ opened: null, unsaved: null });
    expect(journals().toSorted()).toEqual(names.toSorted());
  });
});

describe('what an earlier session left', () => {
  test('stays until its person has decided, even when new edits are made and that crashes too', async () => {
    const { path, startWindow } = await setUp();
    const first = await startWindow(path);
    await journal(first, (await openIn(first)).file, text(0), [edit(1), edit(2)]);
    const second = await startWindow(path);
    // It goes on from the file, not from what was offered; nobody has discarded that yet.
    await journal(second, (await openIn(second)).file, text(0), []);
    expect((await openIn(await startWindow(path))).recovery).toMatchObject({ text: text(2) });
  });

  test('is forgotten once the page goes on from it', async () => {
    const { path, startWindow, journals } = await setUp();
    const first = await startWindow(path);
    await journal(first, (await openIn(first)).file, text(0), [edit(1)]);
    const second = await startWindow(path);
    const { file, recovery } = await openIn(second);
    await journal(second, file, recovery?.text ?? '', [edit(2)]);
    expect(journals()).toHaveLength(1);
    expect((await openIn(await startWindow(path))).recovery).toMatchObject({ text: text(2) });
  });

  test('is forgotten once it is saved, and does not come back when a later save is killed before it is told', async () => {
    const { path, startWindow } = await setUp();
    const first = await startWindow(path);
    await journal(first, (await openIn(first)).file, text(0), [edit(1)]);
    const second = await startWindow(path);
    const { file, hash } = await openIn(second);
    unwrap(await second.host.call('scenario.save', { file, text: text(2), ifHash: hash }));
    await journal(second, file, text(2), [edit(3)]);
    writeFileSync(path, text(3));
    expect((await openIn(await startWindow(path))).recovery).toBeNull();
  });

  test('is forgotten when it is discarded', async () => {
    const { path, startWindow, journals } = await setUp();
    const first = await startWindow(path);
    await journal(first, (await openIn(first)).file, text(0), [edit(1)]);
    const second = await startWindow(path);
    const { file } = await openIn(second);
    unwrap(await second.host.call('scenario.discardJournal', { file }));
    expect(journals()).toEqual([]);
    expect((await openIn(await startWindow(path))).recovery).toBeNull();
  });
});

describe('when a window is closed in order', () => {
  test('a journal whose work is in the file goes; one with more stays and is offered', async () => {
    const { path, startWindow, journals } = await setUp();
    const first = await startWindow(path);
    const { file, hash } = await openIn(first);
    await journal(first, file, text(0), [edit(1)]);
    unwrap(await first.host.call('scenario.save', { file, text: text(1), ifHash: hash }));
    await first.window.release(true);
    expect(journals()).toEqual([]);

    const second = await startWindow(path);
    await journal(second, (await openIn(second)).file, text(1), [edit(2)]);
    await second.window.release(true);
    expect((await openIn(await startWindow(path))).recovery).toMatchObject({ text: text(2) });
  });

  test('work saved under a name leaves no journal of the time before, and no second offer', async () => {
    const { folder, startWindow, journals } = await setUp();
    const window = await startWindow();
    await journal(window, null, text(0), [edit(1)]);
    window.answers.save = join(folder, 'named.parley.json');
    const { file } = await saveAs(window, text(1));
    // The edits made while the dialog was open are still only there.
    expect(journals()).toHaveLength(1);
    await journal(window, file, text(1), [edit(2)]);
    expect(journals()).toHaveLength(1);
    await window.window.release(true);
    const next = await startup(await startWindow());
    expect(next).toMatchObject({ opened: { name: 'named.parley.json', recovery: { text: text(2) } }, unsaved: null });
  });

  test('closing after saving under a name leaves nothing at all', async () => {
    const { folder, startWindow, journals } = await setUp();
    const window = await startWindow();
    await journal(window, null, text(0), [edit(1)]);
    window.answers.save = join(folder, 'named.parley.json');
    await saveAs(window, text(1));
    await window.window.release(true);
    expect(journals()).toEqual([]);
  });
});

test('a page that loads anew in the same window gets its work back', async () => {
  const { path, start } = await setUp();
  const { connect } = await start();
  const first = connect(path);
  await journal(first, (await openIn(first)).file, text(0), [edit(1)]);
  await first.window.release(false);
  expect((await openIn(connect(path))).recovery).toMatchObject({ text: text(1) });
});

test('reloading a file in the page that edits it offers nothing: the page knows', async () => {
  const { path, startWindow } = await setUp();
  const window = await startWindow(path);
  const { file } = await openIn(window);
  await journal(window, file, text(0), [edit(1)]);
  expect(unwrap(await window.host.call('scenario.reopen', { file }))).toMatchObject({ scenario: { recovery: null } });
});

test('edits without the text they apply to are refused', async () => {
  const { startWindow } = await setUp();
  const window = await startWindow();
  const reply = await window.host.call('scenario.journal', { file: null, base: null, edits: [edit(1)] });
  expect(unwrapFailure(reply)).toMatchObject({ code: 'bridge.refused' });
});

test('two starts that died in a row: the third gives nothing back by itself and says so, the fourth does again', async () => {
  const { path, userFolder } = await setUp();
  const start = async () => createTestHost(userFolder);
  const first = (await start()).connect(path);
  await journal(first, (await openIn(first)).file, text(0), [edit(1)]);
  const second = (await start()).connect();
  expect((await startup(second)).opened?.recovery).not.toBeNull();
  const safe = await start();
  const third = safe.connect();
  expect(unwrap(await third.host.call('app.hello', {})).notices).toEqual(['start.safe']);
  expect(await startup(third)).toEqual({ opened: null, unsaved: null });
  // The file can be opened on purpose, and its work is still offered.
  third.answers.open = path;
  expect(unwrap(await third.host.call('scenario.choose', {}))).toMatchObject({ scenario: { recovery: { edits: 1 } } });
  safe.host.guard.settled();
  const fourth = (await start()).connect();
  expect(unwrap(await fourth.host.call('app.hello', {})).notices).toEqual([]);
  expect((await startup(fourth)).opened?.recovery).toMatchObject({ edits: 1 });
});
