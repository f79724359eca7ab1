import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { createTestHost, type TestHost, type TestWindow } from '../../../../builders/a-host.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const shop = (reply = 'On its way'): string =>
  printScenario(
    aScenario('Shop')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where_is_order', { samples: ['where is it', 'where is my parcel', 'has it been sent'] })
      .app('tell_status', { text: reply })
      .build(),
  );

async function setUp() {
  const folder = makeTemporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('shop.parley.json'), shop());
  let time = 1_700_000_000_000;
  return { at, ...(await createTestHost(at('user'), { now: () => (time += 1000) })) };
}

async function open(connect: TestHost['connect'], path: string) {
  const window = connect();
  window.answers.open = path;
  const outcome = unwrap(await window.host.call('scenario.choose', {}));
  if (outcome.kind !== 'opened') throw new Error('nothing was opened');
  return { window, scenario: outcome.scenario, file: outcome.scenario.file };
}

const keep = async ({ host }: TestWindow, file: string, name: string, text = shop()) =>
  unwrap(await host.call('version.keep', { file, name, note: '', text }));
const listed = async ({ host }: TestWindow, file: string) => {
  const { versions, former = [] } = unwrap(await host.call('version.list', { file }));
  return { versions: versions.map(({ name }) => name), former: former.map(({ name }) => name), offers: former };
};
const readNames = (folder: string): readonly string[] => readdirSync(folder).toSorted();
const keyed = (folder: string): string => readNames(folder).find((name) => name.endsWith('.journal')) ?? '';
const close = ({ window }: TestWindow) => window.release(true);

/** A file with two versions, trusted, that was closed. */
async function setUpWithVersions() {
  const world = await setUp();
  const { window, file } = await open(world.connect, world.at('shop.parley.json'));
  await keep(window, file, 'First');
  await keep(window, file, 'Second');
  unwrap(await window.host.call('scenario.trust', { file, trusted: true }));
  await close(window);
  return world;
}

describe('a file that another program renamed or moved', () => {
  test('comes with its versions, its trust and its answers, and the old name has none of them', async () => {
    const { at, connect, ports } = await setUpWithVersions();
    mkdirSync(at('elsewhere'));
    renameSync(at('shop.parley.json'), at('elsewhere/store.parley.json'));
    const { window, scenario, file } = await open(connect, at('elsewhere/store.parley.json'));
    expect(scenario).toMatchObject({ trusted: true, moved: { name: 'shop.parley.json', versions: 2 } });
    expect(await listed(window, file)).toMatchObject({ versions: ['Second', 'First'], former: [] });
    expect(ports.settings.get('trustedFiles')).toEqual([at('elsewhere/store.parley.json')]);
    expect(ports.settings.get('recentFiles').map(({ path }) => path)).toEqual([at('elsewhere/store.parley.json')]);
    await close(window);

    // The name is taken again: whatever comes under it begins anew.
    writeFileSync(at('shop.parley.json'), shop());
    const fresh = await open(connect, at('shop.parley.json'));
    expect(fresh.scenario).toMatchObject({ trusted: false });
    expect(await listed(fresh.window, fresh.file)).toMatchObject({ versions: [], former: [] });
  });

  test('and changed on the way has its versions, but not the trust that others had', async () => {
    const { at, connect } = await setUpWithVersions();
    rmSync(at('shop.parley.json'));
    writeFileSync(at('store.parley.json'), shop('At your door'));
    const { window, scenario, file } = await open(connect, at('store.parley.json'));
    expect(scenario).toMatchObject({ trusted: false, moved: { versions: 2 } });
    expect(await listed(window, file)).toMatchObject({ versions: ['Second', 'First'] });
  });

  test('has its unsaved work offered, which is then its own', async () => {
    const { at, connect } = await setUp();
    const { window, scenario, file } = await open(connect, at('shop.parley.json'));
    const input = { file, base: scenario.text, hash: scenario.hash, edits: [] };
    unwrap(await window.host.call('scenario.journal', input));
    unwrap(await window.host.call('scenario.journal', { ...input, base: null, edits: ['[]'] }));
    const journal = readFileSync(at(`user/journals/${keyed(at('user/journals'))}`), 'utf8');
    await window.window.release(false);
    renameSync(at('shop.parley.json'), at('store.parley.json'));
    const again = await open(connect, at('store.parley.json'));
    // An edit that changes nothing is nothing to give back; the journal is the new name's all the same.
    expect(again.scenario.recovery).toBeNull();
    const moved = readFileSync(at(`user/journals/${keyed(at('user/journals'))}`), 'utf8');
    expect(moved).toBe(journal.replace('shop.parley.json', 'store.parley.json'));
  });

  test('is known when it was open while it was renamed', async () => {
    const { at, connect } = await setUp();
    const { window, file } = await open(connect, at('shop.parley.json'));
    await keep(window, file, 'First');
    renameSync(at('shop.parley.json'), at('store.parley.json'));
    window.answers.open = at('store.parley.json');
    const reopened = unwrap(await window.host.call('scenario.choose', {}));
    expect(reopened).toMatchObject({ scenario: { moved: { name: 'shop.parley.json', versions: 1 } } });
    // Another window is not robbed of what it has on the screen.
    const other = await setUp();
    const held = await open(other.connect, other.at('shop.parley.json'));
    await keep(held.window, held.file, 'First');
    renameSync(other.at('shop.parley.json'), other.at('store.parley.json'));
    const second = await open(other.connect, other.at('store.parley.json'));
    expect(second.scenario.moved).toBeUndefined();
    expect(await listed(held.window, held.file)).toMatchObject({ versions: ['First'] });
  });
});

describe('two files', () => {
  test('that both exist are never mixed: a copy begins with nothing, and keeps its own', async () => {
    const { at, connect } = await setUpWithVersions();
    copyFileSync(at('shop.parley.json'), at('copy.parley.json'));
    const copy = await open(connect, at('copy.parley.json'));
    expect(copy.scenario).toMatchObject({ trusted: false });
    expect(copy.scenario.moved).toBeUndefined();
    await keep(copy.window, copy.file, 'Of the copy');
    expect(await listed(copy.window, copy.file)).toMatchObject({ versions: ['Of the copy'], former: [] });
    await close(copy.window);

    // The first one goes: its versions are offered, and come only when somebody says so.
    rmSync(at('shop.parley.json'));
    const alone = await open(connect, at('copy.parley.json'));
    const { versions, offers } = await listed(alone.window, alone.file);
    expect({ versions, offers }).toMatchObject({
      versions: ['Of the copy'],
      offers: [{ name: 'shop.parley.json', versions: 2 }],
    });
    const former = offers[0]?.id ?? '';
    expect(unwrap(await alone.window.host.call('version.takeOver', { file: alone.file, former }))).toEqual({
      versions: 2,
    });
    expect((await listed(alone.window, alone.file)).versions.toSorted()).toEqual(['First', 'Of the copy', 'Second']);
  });

  test('that are both gone and could both be meant are offered, not guessed at', async () => {
    const { at, connect } = await setUpWithVersions();
    copyFileSync(at('shop.parley.json'), at('twin.parley.json'));
    const twin = await open(connect, at('twin.parley.json'));
    await keep(twin.window, twin.file, 'Of the twin');
    await close(twin.window);
    rmSync(at('twin.parley.json'));
    renameSync(at('shop.parley.json'), at('store.parley.json'));
    const { window, scenario, file } = await open(connect, at('store.parley.json'));
    expect(scenario.moved).toBeUndefined();
    expect(await listed(window, file)).toMatchObject({
      versions: [],
      former: ['shop.parley.json', 'twin.parley.json'],
    });
  });

  test('of which one was made from the same template alone have nothing to do with each other', async () => {
    const { at, connect } = await setUpWithVersions();
    rmSync(at('shop.parley.json'));
    const other = printScenario(
      aScenario('Shop')
        .withConversation('Opening hours')
        .withScene('All the hours')
        .withTurn('When is it open')
        .user('ask_for_hours', { samples: ['when do you open', 'are you open on Sunday', 'opening hours'] })
        .app('say_opening_hours', { text: 'From nine to five' })
        .build(),
    );
    writeFileSync(at('store.parley.json'), other);
    const { window, file } = await open(connect, at('store.parley.json'));
    expect(await listed(window, file)).toMatchObject({ versions: [], former: [] });
  });
});

describe('what actions put down for work without a file', () => {
  const folderOf = (at: (name: string) => string, key: string): string => at(`user/scenarios/${key}`);

  test('ends with the window, and after a crash with the next start, but not while a journal speaks of it', async () => {
    const { at } = await setUp();
    const [lost, kept] = ['unsaved-00000000000000aa', 'unsaved-00000000000000bb'];
    for (const key of [lost, kept, 'f'.repeat(32)]) mkdirSync(folderOf(at, `${key}/outbox`), { recursive: true });
    const header = { format: 'parley.journal', version: 1, path: null, session: 1, opened: 1 };
    writeFileSync(at(`user/journals/${kept}.journal`), `${JSON.stringify(header)}\n${JSON.stringify({ base: '' })}\n`);
    await createTestHost(at('user'));
    const left = [lost, kept, 'f'.repeat(32)].filter((key) => existsSync(folderOf(at, key)));
    expect(left).toEqual([kept, 'f'.repeat(32)]);
  });

  test('goes on in the file once there is one, and is gone when another scenario takes its place', async () => {
    const { at, connect } = await setUp();
    const window = connect();
    const outbox = async (file: string | null) => unwrap(await window.host.call('desk.outbox', { file })).mails.length;
    expect(await outbox(null)).toBe(0);
    const folders = (): readonly string[] => readNames(at('user/scenarios'));
    const [unsaved = ''] = folders();
    writeFileSync(at(`user/scenarios/${unsaved}/letter.txt`), 'dear');
    window.answers.save = at('named.parley.json');
    unwrap(await window.host.call('scenario.saveAs', { suggestedName: 'named', text: shop() }));
    const [named = ''] = folders();
    expect(named).toMatch(/^[0-9a-f]{32}$/);
    expect(readFileSync(at(`user/scenarios/${named}/letter.txt`), 'utf8')).toBe('dear');

    const other = connect();
    unwrap(await other.host.call('desk.outbox', { file: null }));
    expect(folders()).toHaveLength(2);
    unwrap(await other.host.call('scenario.discardJournal', { file: null }));
    expect(folders()).toEqual([named]);
    unwrap(await other.host.call('desk.outbox', { file: null }));
    await close(other);
    expect(folders()).toEqual([named]);
  });
});

test('trust is asked by the host: what the page says alone trusts nobody', async () => {
  const { at, connect, ports } = await setUp();
  const { window, file } = await open(connect, at('shop.parley.json'));
  window.answers.trust = false;
  expect(unwrap(await window.host.call('scenario.trust', { file, trusted: true }))).toEqual({ trusted: false });
  expect(ports.settings.get('trustedFiles')).toEqual([]);
  window.answers.trust = true;
  expect(unwrap(await window.host.call('scenario.trust', { file, trusted: true }))).toEqual({ trusted: true });
  window.answers.trust = false;
  expect(unwrap(await window.host.call('scenario.trust', { file, trusted: false }))).toEqual({ trusted: false });
});
