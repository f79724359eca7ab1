// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ShortcutsDialog } from '../../../../renderer/app/dialogs/shortcuts-dialog.tsx';
import { findAction, fixedActions } from '../../../../renderer/app/actions/all-actions.ts';
import { giveShortcut, resetShortcut } from '../../../../renderer/app/actions/own-shortcuts.ts';
import { pressedShortcut } from '../../../../renderer/app/actions/shortcut.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from './mounted.tsx';

const theStudio = (): Studio => aStudio(aScenario('Shop').withConversation('orders').build());
const keyOf = (studio: Studio, id: string) => findAction(studio, id)?.shortcut;
const row = (name: RegExp) => screen.getByRole('button', { name });

test('no two actions come with the same key', () => {
  const keys = fixedActions.flatMap(({ shortcut }) => shortcut ?? []);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('an action is given another key, keeps it as a preference, and gets its first one back', async () => {
  const studio = theStudio();
  mount(studio, <ShortcutsDialog />);
  await userEvent.click(row(/^Rename: F2/));
  await userEvent.keyboard('{Control>}{F9}{/Control}');
  expect(row(/^Rename: Ctrl\+F9/)).toBeTruthy();
  expect(keyOf(studio, 'edit.rename')).toBe('mod+f9');
  expect(studio.ui.getState().preferences.shortcuts).toEqual({ 'edit.rename': 'mod+f9' });
  await userEvent.click(row(/^Key of “Rename” as it was at first/));
  expect(studio.ui.getState().preferences.shortcuts).toEqual({});
  expect(keyOf(studio, 'edit.rename')).toBe('f2');
});

test('a key that is taken says whose it is, and changes hands only when it is pressed again', async () => {
  const studio = theStudio();
  mount(studio, <ShortcutsDialog />);
  await userEvent.click(row(/^Rename: F2/));
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(screen.getByRole('alert').textContent).toBe(
    'Ctrl+K means “Find a command…”. Press it again to use it here instead.',
  );
  expect(studio.ui.getState().preferences.shortcuts).toEqual({});
  await userEvent.keyboard('{Control>}k{/Control}');
  expect([keyOf(studio, 'edit.rename'), keyOf(studio, 'view.commandPalette')]).toEqual(['mod+k', null]);
  await userEvent.click(screen.getByRole('button', { name: 'All keys as they were at first' }));
  expect([keyOf(studio, 'edit.rename'), keyOf(studio, 'view.commandPalette')]).toEqual(['f2', 'mod+k']);
});

test('Escape ends the waiting and leaves the key and the dialog as they were', async () => {
  const studio = theStudio();
  studio.ui.openDialog({ kind: 'shortcuts' });
  mount(studio, <ShortcutsDialog />);
  await userEvent.click(row(/^Rename: F2/));
  await userEvent.keyboard('{Escape}');
  expect(row(/^Rename: F2/)).toBeTruthy();
  expect(studio.ui.getState().dialog).toEqual({ kind: 'shortcuts' });
});

test('an action that gets its first key back takes it from the one that has it by now', () => {
  const own = giveShortcut(fixedActions, {}, 'edit.rename', 'mod+k');
  expect(own).toEqual({ 'edit.rename': 'mod+k', 'view.commandPalette': '' });
  expect(resetShortcut(fixedActions, own, 'view.commandPalette')).toEqual({ 'edit.rename': '' });
});

test.each([
  [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, null],
  [{ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }, 'mod+shift+k'],
  [{ key: '!', code: 'Digit1', shiftKey: true }, 'shift+1'],
  [{ key: '/', code: 'Slash', ctrlKey: true }, 'mod+/'],
  [{ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'alt+arrowleft'],
  [{ key: 'Tab', code: 'Tab' }, null],
])('what is pressed is written as shortcuts are: %j', (pressed, expected) => {
  const event = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...pressed };
  expect(pressedShortcut(event, 'linux')).toBe(expected);
});
