// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { allActions, findAction, runAction } from '../../../../renderer/app/actions/all-actions.ts';
import { menuPlans, separator, type MenuEntry } from '../../../../renderer/app/actions/menus.ts';
import { acceleratorOf, shortcutText } from '../../../../renderer/app/actions/shortcut.ts';
import { nativeMenus } from '../../../../renderer/app/use-native-menu.ts';
import { bridgeContract } from '../../../../shared/bridge/contract/bridge-contract.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';

const document = aScenario('Shop').withConversation('orders').withScene('status').withTurn('ask').user('hello').build();
const recent = {
  file: `file-${'1'.repeat(32)}`,
  name: 'shop.parley.json',
  place: '/home/ada',
  pinned: false,
  openedAt: 1,
};
const idsIn = (entries: readonly MenuEntry[]): string[] =>
  entries
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : idsIn(entry.entries)))
    .filter((id) => id !== separator);

function theStudio() {
  const studio = aStudio(document);
  studio.ui.setRecentFiles([recent]);
  return studio;
}
const act = (studio: ReturnType<typeof theStudio>, id: string): void => {
  const action = findAction(studio, id);
  if (action === undefined) throw new Error(`no action ${id}`);
  runAction(studio, action);
};

test('everything in a menu is an action, and has a key', () => {
  const studio = theStudio();
  const ids = menuPlans(studio).flatMap((menu) => idsIn(menu.entries));
  expect(ids.length).toBeGreaterThan(40);
  const without = ids.filter((id) => findAction(studio, id)?.shortcut == null && !id.startsWith('file.recent.'));
  expect(without).toEqual([]);
});

test('no two actions share an id or a key', () => {
  const studio = theStudio();
  const actions = allActions(studio);
  expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
  const keys = actions.flatMap((action) => action.shortcut ?? []);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('the native menus say the same and pass the contract', () => {
  const menus = nativeMenus({ ...theStudio(), platform: 'darwin' });
  expect(bridgeContract['app.menu'].input.parse({ menus })).toEqual({ menus });
  expect(menus.map((menu) => menu.label)).toEqual(['File', 'Edit', 'View', 'Run', 'Help']);
  const labels = menus.flatMap((menu) => menu.items.flatMap((item) => (item.kind === 'action' ? [item.label] : [])));
  expect(labels).toContain('✓ Follow the system');
  expect(labels).toContain('shop.parley.json – /home/ada');
});

test('undo and redo say what they would do, and wait until there is something', () => {
  const studio = theStudio();
  const said = () =>
    ['edit.undo', 'edit.redo'].map((id) => [
      findAction(studio, id)?.label(studio),
      findAction(studio, id)?.isEnabled(studio),
    ]);
  expect(said()).toEqual([
    ['Undo', false],
    ['Redo', false],
  ]);
  act(studio, 'insert.userIntent');
  expect(said()).toEqual([
    ['Undo Add intent', true],
    ['Redo', false],
  ]);
  act(studio, 'edit.undo');
  expect(said()).toEqual([
    ['Undo', false],
    ['Redo Add intent', true],
  ]);
});

test('deleting removes the selection and undo selects it again; the scenario itself stays', () => {
  const studio = theStudio();
  studio.editor.select(['hello', 'scenario', 'shop']);
  act(studio, 'edit.delete');
  expect(studio.editor.getState().document.tables.intents.size).toBe(0);
  act(studio, 'edit.undo');
  expect(studio.editor.getState().selection).toContain('hello');
  studio.editor.select(['shop']);
  expect(findAction(studio, 'edit.delete')?.isEnabled(studio)).toBe(false);
});

test('an action that cannot be done is not done', () => {
  const studio = theStudio();
  act(studio, 'edit.delete');
  act(studio, 'edit.rename');
  expect([studio.editor.getState().revision, studio.ui.getState().renaming]).toEqual([0, null]);
});

test('themes and panels are choices that show which one is on', () => {
  const studio = theStudio();
  act(studio, 'view.theme.dark');
  act(studio, 'view.panel.bottom');
  const chosen = ['view.theme.system', 'view.theme.dark', 'view.panel.bottom', 'view.panel.left'];
  expect(chosen.map((id) => findAction(studio, id)?.isChosen?.(studio))).toEqual([false, true, false, true]);
  act(studio, 'view.problems');
  expect([studio.ui.getState().bottomTab, findAction(studio, 'view.panel.bottom')?.isChosen?.(studio)]).toEqual([
    'problems',
    true,
  ]);
});

test('live is refused while the scenario is not trusted, and mock never is', () => {
  const studio = theStudio();
  const file = { file: 'file-1', name: 'a', place: '/', hash: '', trusted: false };
  studio.editor.replace(document, file);
  expect(['run.mock', 'run.live'].map((id) => findAction(studio, id)?.isEnabled(studio))).toEqual([true, false]);
  studio.editor.setTrusted(true);
  expect(findAction(studio, 'run.live')?.isEnabled(studio)).toBe(true);
});

test('keys can be written down for people and for the system', () => {
  for (const { shortcut } of allActions(theStudio())) {
    if (shortcut === null) continue;
    expect(shortcutText(shortcut, 'linux')).not.toMatch(/mod|undefined/);
    expect(acceleratorOf(shortcut)).toMatch(/^((CmdOrCtrl|Alt|Shift)\+)*[^+]+$/);
  }
});
