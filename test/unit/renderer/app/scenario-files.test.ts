import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reviewDiskChanges, takeDiskChanges } from '../../../../renderer/app/files/disk-changes.ts';
import { closeWindow } from '../../../../renderer/app/files/leave-scenario.ts';
import { newScenario } from '../../../../renderer/app/files/new-scenario.ts';
import { chooseScenario, reloadFromDisk, reopenScenario } from '../../../../renderer/app/files/open-scenario.ts';
import { saveScenario, saveScenarioAs } from '../../../../renderer/app/files/save-scenario.ts';
import { restoreWork } from '../../../../renderer/app/files/show-scenario.ts';
import { keepVersion, listVersions } from '../../../../renderer/app/files/version-files.ts';
import { hearHost } from '../../../../renderer/app/use-host-events.ts';
import { trustScenario } from '../../../../renderer/app/files/trust-scenario.ts';
import { isRestricted } from '../../../../renderer/state/editor-store.ts';
import { hasUnsavedWork, savedStateOf } from '../../../../renderer/state/saved-state.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import type { UnsavedChoice } from '../../../../renderer/state/ui-store.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { createTestHost, makeFolder, type TestHost, type TestWindow } from '../../../builders/a-host.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';

let folder: ReturnType<typeof makeFolder>;
let host: TestHost;
let window: TestWindow;
let studio: Studio;

beforeEach(async () => {
  folder = makeFolder();
  host = await createTestHost(folder.path);
  ({ window, studio } = aWindow());
});
afterEach(async () => {
  await studio.journal.flush();
  folder.remove();
});

function aWindow(): { window: TestWindow; studio: Studio } {
  const made = host.connect();
  return { window: made, studio: aStudio(aScenario('Shop').withConversation('orders').build(), made.host) };
}

const path = (name: string): string => join(folder.path, name);
const rename = (name: string, where = studio): void => {
  where.editor.execute({ kind: 'scenario.update', changes: { name } });
};
const state = (where = studio): string => savedStateOf(where.editor.getState());
const name = (where = studio): string => where.editor.getState().document.scenario.name;
const notices = (where = studio): string[] => where.ui.getState().notices.map(({ text }) => text);

/** Answers the question about unsaved work once it is asked. */
function whenAsked(choice: UnsavedChoice): { readonly asked: () => boolean } {
  let asked = false;
  const stop = studio.ui.subscribe(({ dialog }) => {
    if (dialog?.kind !== 'unsaved') return;
    asked = true;
    stop();
    dialog.answer(choice);
  });
  return { asked: () => asked };
}

/** Writes a file as somebody else would, opens it, and answers its text. */
async function opened(file: string, scenario = aScenario('Theirs').build()): Promise<string> {
  writeFileSync(path(file), printScenario(scenario));
  window.answers.open = path(file);
  await chooseScenario(studio);
  return readFileSync(path(file), 'utf8');
}

test('saving asks for a name once, then writes there; the title follows', async () => {
  window.answers.save = path('shop.parley.json');
  expect(await saveScenario(studio)).toBe(true);
  expect(window.askedToSave.map(({ suggestedName }) => suggestedName)).toEqual(['Shop']);
  rename('Store');
  expect(state()).toBe('edited');
  expect(await saveScenario(studio)).toBe(true);
  expect(window.askedToSave).toHaveLength(1);
  expect(state()).toBe('saved');
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toBe(printScenario(studio.editor.getState().document));
  expect(studio.ui.getState().recentFiles.map((recent) => recent.name)).toEqual(['shop.parley.json']);
});

test('cancelling the dialog saves nothing and keeps the work', async () => {
  rename('Store');
  expect(await saveScenarioAs(studio)).toBe(false);
  expect([state(), name()]).toEqual(['edited', 'Store']);
});

test('a failed save says so and stays unsaved', async () => {
  window.answers.save = path('missing/shop.parley.json');
  expect(await saveScenario(studio)).toBe(false);
  expect(state()).toBe('new');
  expect(notices()).toEqual([expect.stringMatching(/^“missing” is not there any more/)]);
});

test('opening asks about unsaved work: staying keeps it, letting go shows the other', async () => {
  rename('Store');
  const stay = whenAsked('stay');
  await opened('theirs.parley.json');
  expect([stay.asked(), name(), state()]).toEqual([true, 'Store', 'edited']);
  whenAsked('discard');
  await chooseScenario(studio);
  expect([name(), state()]).toEqual(['Theirs', 'saved']);
  expect(studio.editor.getState().history.past).toBeNull();
});

test('a dialog that is cancelled after letting go loses nothing, not even for a crash', async () => {
  rename('Store');
  whenAsked('discard');
  await chooseScenario(studio);
  expect([name(), state()]).toEqual(['Store', 'edited']);
  await studio.journal.flush();
  const again = await (await createTestHost(folder.path)).connect().host.call('scenario.startup', {});
  expect(again.ok && again.value.unsaved?.text).toBe(printScenario(studio.editor.getState().document));
});

test('choosing to save while leaving saves, and nothing is asked when nothing was changed', async () => {
  window.answers.save = path('shop.parley.json');
  await saveScenario(studio);
  rename('Store');
  whenAsked('save');
  await newScenario(studio, 'empty');
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toContain('"Store"');
  expect([name(), state()]).toEqual(['New scenario', 'new']);
  const question = whenAsked('stay');
  await newScenario(studio, 'order-support');
  expect([question.asked(), name()]).toEqual([false, 'Order support']);
});

test('a file another window has open is refused with a reason', async () => {
  await opened('shared.parley.json');
  const other = aWindow();
  other.window.answers.open = path('shared.parley.json');
  await chooseScenario(other.studio);
  expect(name(other.studio)).toBe('Shop');
  expect(notices(other.studio)).toEqual([expect.stringContaining('already open in another Parley window')]);
  await newScenario(studio, 'empty');
  await chooseScenario(other.studio);
  expect(name(other.studio)).toBe('Theirs');
});

test('a file made elsewhere is restricted until it is trusted, under every name; trust can be taken back', async () => {
  await opened('theirs.parley.json');
  expect(isRestricted(studio.editor.getState())).toBe(true);
  window.answers.save = path('copy.parley.json');
  await saveScenarioAs(studio);
  expect(isRestricted(studio.editor.getState())).toBe(true);
  await trustScenario(studio, true);
  expect(isRestricted(studio.editor.getState())).toBe(false);
  await trustScenario(studio, false);
  expect(isRestricted(studio.editor.getState())).toBe(true);
});

test('somebody else wrote the file: saving refuses, reloading shows theirs and forgets the past', async () => {
  const before = await opened('shop.parley.json');
  rename('Mine');
  writeFileSync(path('shop.parley.json'), before.replace('"Theirs"', '"Changed elsewhere"'));
  expect(await saveScenario(studio)).toBe(false);
  expect(studio.editor.getState().onDisk).toBe('changed');
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toContain('Changed elsewhere');
  await reloadFromDisk(studio);
  expect([name(), state(), studio.editor.getState().onDisk]).toEqual(['Changed elsewhere', 'saved', 'same']);
});

test('a damaged file is told place by place; a repaired copy is unsaved work of the same standing', async () => {
  const document = aScenario('Broken').withConversation('orders').build();
  const text = printScenario(document).replace('"STARTING"', '"SOMETIMES"');
  writeFileSync(path('broken.parley.json'), text);
  window.answers.open = path('broken.parley.json');
  await chooseScenario(studio);
  const { dialog } = studio.ui.getState();
  if (dialog?.kind !== 'readProblems') throw new Error('the problems are shown');
  expect(dialog.problems[0]).toMatchObject({ pointer: '/conversations/orders/behaviors/0' });
  expect(name()).toBe('Shop');
  await dialog.decide(true);
  expect([name(), state(), isRestricted(studio.editor.getState())]).toEqual(['Broken', 'repaired', true]);
  expect(readFileSync(path('broken.parley.json'), 'utf8')).toBe(text);
});

test('a file that is no scenario at all leaves everything as it is', async () => {
  writeFileSync(path('note.json'), 'not json');
  window.answers.open = path('note.json');
  await chooseScenario(studio);
  const { dialog } = studio.ui.getState();
  expect(dialog).toMatchObject({ kind: 'readProblems', name: 'note.json', canRepair: false });
  expect([name(), state()]).toEqual(['Shop', 'new']);
});

test('what a crash left is offered with the file, and restored unsaved', async () => {
  await opened('shop.parley.json');
  rename('Lost and found');
  await studio.journal.flush();
  const after = await createTestHost(folder.path);
  const next = after.connect();
  const again = aStudio(aScenario().build(), next.host);
  next.answers.open = path('shop.parley.json');
  await chooseScenario(again);
  const { dialog } = again.ui.getState();
  if (dialog?.kind !== 'recover') throw new Error('the work is offered');
  expect([name(again), dialog.edits]).toEqual(['Theirs', 1]);
  again.ui.closeDialog();
  restoreWork(again, dialog);
  expect([name(again), state(again)]).toEqual(['Lost and found', 'recovered']);
  expect(await saveScenario(again)).toBe(true);
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toContain('Lost and found');
});

test('nothing else is opened while it is undecided what becomes of recovered work', async () => {
  await opened('shop.parley.json');
  studio.ui.openDialog({ kind: 'recover', text: '', savedAt: 0, edits: 1 });
  writeFileSync(path('other.parley.json'), printScenario(aScenario('Other').build()));
  window.answers.open = path('other.parley.json');
  await chooseScenario(studio);
  expect([name(), notices()]).toEqual(['Theirs', ['Decide first what becomes of the work that was not saved.']]);
});

test('closing the window: asked when there is unsaved work, and staying means staying', async () => {
  await closeWindow(studio);
  expect(window.frame).toEqual(['close']);
  rename('Store');
  whenAsked('stay');
  await closeWindow(studio);
  expect(window.frame.at(-1)).toBe('stay');
  whenAsked('discard');
  await closeWindow(studio);
  expect(window.frame.at(-1)).toBe('close');
  const again = await (await createTestHost(folder.path)).connect().host.call('scenario.startup', {});
  expect(again).toMatchObject({ ok: true, value: { opened: null, unsaved: null } });
});

test('a recent file that is gone says so', async () => {
  await reopenScenario(studio, `file-${'0'.repeat(32)}`);
  expect(notices()).toEqual([expect.stringContaining('Open it again')]);
});

test('a merge with the file that is undone is offered again, and saving does not write over what others did', async () => {
  const before = await opened('shop.parley.json', aScenario('Shop').withConversation('orders').build());
  rename('Mine');
  const theirs = before.replace('"name": "orders"', '"name": "Orders of theirs"');
  expect(theirs).not.toBe(before);
  writeFileSync(path('shop.parley.json'), theirs);
  await reviewDiskChanges(studio);
  const { dialog } = studio.ui.getState();
  if (dialog?.kind !== 'diskChanges') throw new Error('the changes are shown');
  takeDiskChanges(studio, dialog, dialog.merge.document);
  expect([studio.editor.getState().onDisk, state()]).toEqual(['same', 'edited']);

  studio.editor.undo();
  expect([studio.editor.getState().onDisk, state()]).toEqual(['changed', 'edited']);
  expect(await saveScenario(studio)).toBe(false);
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toBe(theirs);
  // Done again, both go in.
  studio.editor.redo();
  expect(studio.editor.getState().onDisk).toBe('same');
  expect(await saveScenario(studio)).toBe(true);
  const both = readFileSync(path('shop.parley.json'), 'utf8');
  expect([both.includes('"Mine"'), both.includes('Orders of theirs')]).toEqual([true, true]);
  // Saved since, the file is ours: undoing is an edit like any other.
  studio.editor.undo();
  expect(studio.editor.getState().onDisk).toBe('same');
  expect(await saveScenario(studio)).toBe(true);
});

test('work of a crash, and another program wrote the file since: both are there after restoring and merging', async () => {
  const before = await opened('shop.parley.json', aScenario('Shop').withConversation('orders').build());
  rename('Lost and found');
  await studio.journal.flush();
  const theirs = before.replace('"name": "orders"', '"name": "Orders of theirs"');
  writeFileSync(path('shop.parley.json'), theirs);
  const next = (await createTestHost(folder.path)).connect();
  const again = aStudio(aScenario().build(), next.host);
  next.answers.open = path('shop.parley.json');
  await chooseScenario(again);
  const offer = again.ui.getState().dialog;
  if (offer?.kind !== 'recover') throw new Error('the work is offered');
  expect(offer.base?.text).toBe(before);
  again.ui.closeDialog();
  restoreWork(again, offer);
  expect([name(again), state(again), again.editor.getState().onDisk]).toEqual([
    'Lost and found',
    'recovered',
    'changed',
  ]);
  expect(await saveScenario(again)).toBe(false);
  expect(readFileSync(path('shop.parley.json'), 'utf8')).toBe(theirs);

  await reviewDiskChanges(again);
  const changes = again.ui.getState().dialog;
  if (changes?.kind !== 'diskChanges') throw new Error('the changes are shown');
  expect(changes.merge.conflicts).toEqual([]);
  takeDiskChanges(again, changes, changes.merge.document);
  expect(await saveScenario(again)).toBe(true);
  const both = readFileSync(path('shop.parley.json'), 'utf8');
  expect([both.includes('Lost and found'), both.includes('Orders of theirs')]).toEqual([true, true]);
});

test('what was given back and is lost once more comes back whole, against the file as it is', async () => {
  await opened('shop.parley.json');
  rename('First');
  await studio.journal.flush();
  const lost = async () => {
    const next = (await createTestHost(folder.path)).connect();
    const again = aStudio(aScenario().build(), next.host);
    next.answers.open = path('shop.parley.json');
    await chooseScenario(again);
    const { dialog } = again.ui.getState();
    if (dialog?.kind !== 'recover') throw new Error('the work is offered');
    again.ui.closeDialog();
    restoreWork(again, dialog);
    return { again, dialog };
  };
  const once = await lost();
  rename('Second', once.again);
  await once.again.journal.flush();
  const twice = await lost();
  expect([twice.dialog.base, name(twice.again), twice.again.editor.getState().saved.scenario.name]).toEqual([
    undefined,
    'Second',
    'Theirs',
  ]);
  await twice.again.journal.flush();
});

test('versions go along with a copy, and those kept under its name before stay', async () => {
  await opened('shop.parley.json');
  await keepVersion(studio, 'Agreed', 'with support');
  window.answers.save = path('copy.parley.json');
  await saveScenarioAs(studio);
  expect(notices()).toEqual(['Saved as “copy.parley.json”, with its named version.']);
  await keepVersion(studio, 'Of the copy', '');
  const names = async () => (await listVersions(studio))?.versions.map((version) => version.name).toSorted();
  expect(await names()).toEqual(['Agreed', 'Of the copy']);
  window.answers.open = path('shop.parley.json');
  await chooseScenario(studio);
  expect(await names()).toEqual(['Agreed']);
  await keepVersion(studio, 'Later', '');
  window.answers.save = path('copy.parley.json');
  await saveScenarioAs(studio);
  expect(await names()).toEqual(['Agreed', 'Later', 'Of the copy']);
});

test('a file that is deleted, or whose folder is, is told at once; saving puts it back, or says what to do', async () => {
  mkdirSync(path('inner'));
  const text = await opened('inner/shop.parley.json');
  const disk = () => studio.editor.getState().onDisk;
  const stop = window.host.onEvent((event) => hearHost(studio, event));
  rmSync(path('inner/shop.parley.json'));
  await vi.waitFor(() => expect(disk()).toBe('gone'), 5000);
  expect([state(), hasUnsavedWork(studio.editor.getState())]).toEqual(['gone', true]);
  // Back as it was, as from the bin.
  writeFileSync(path('inner/shop.parley.json'), text);
  await vi.waitFor(() => expect([disk(), state()]).toEqual(['same', 'saved']), 5000);
  rmSync(path('inner/shop.parley.json'));
  await vi.waitFor(() => expect(disk()).toBe('gone'), 5000);
  expect(await saveScenario(studio)).toBe(true);
  expect([disk(), readFileSync(path('inner/shop.parley.json'), 'utf8')]).toEqual(['same', text]);
  renameSync(path('inner'), path('elsewhere'));
  await vi.waitFor(() => expect(disk()).toBe('gone'), 5000);
  expect(await saveScenario(studio)).toBe(false);
  expect(notices()).toEqual([expect.stringMatching(/^The folder of “shop.parley.json” is not there any more/)]);
  stop();
});
