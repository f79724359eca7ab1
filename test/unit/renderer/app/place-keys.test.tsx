// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fixedActions } from '../../../../renderer/app/actions/all-actions.ts';
import { giveShortcut, ownersOf } from '../../../../renderer/app/actions/own-shortcuts.ts';
import { placeKeys, pressedAt } from '../../../../renderer/app/actions/place-keys.ts';
import { ShortcutsDialog } from '../../../../renderer/app/dialogs/shortcuts-dialog.tsx';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from './mounted.tsx';

const theStudio = () => aStudio(aScenario('Shop').withConversation('orders').build());
const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('no key means two things in one place, or something in a place and something everywhere', () => {
  const all = [...fixedActions, ...placeKeys];
  const clashes = placeKeys.flatMap(({ id, shortcut }) =>
    ownersOf(all, shortcut, id).map((other) => `${shortcut}: ${id}, ${other.id}`),
  );
  expect(clashes).toEqual([]);
});

test('a key of a place can be another, means that there and nothing elsewhere', async () => {
  const studio = theStudio();
  mount(studio, <ShortcutsDialog />);
  await userEvent.click(screen.getByRole('button', { name: 'Next in the talk: ↓' }));
  await userEvent.keyboard('{F9}');
  expect(studio.ui.getState().preferences.shortcuts).toEqual({ 'canvas.next': 'f9' });
  expect(pressedAt(studio, 'canvas', pressed('F9'))).toBe('next');
  expect(pressedAt(studio, 'canvas', pressed('ArrowDown'))).toBeNull();
  expect(pressedAt(studio, 'outline', pressed('ArrowDown'))).toBe('next');
});

test('a clash with a key of the window is told by name, one with another place is none', async () => {
  const studio = theStudio();
  mount(studio, <ShortcutsDialog />);
  await userEvent.click(screen.getByRole('button', { name: 'Next event: ↓' }));
  await userEvent.keyboard('{F2}');
  expect(screen.getByRole('alert').textContent).toContain('F2 means “Rename”');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('Enter means “All of this event, and why”');
});

test('an action that takes a key takes it from every place', () => {
  const own = giveShortcut([...fixedActions, ...placeKeys], {}, 'edit.rename', 'enter');
  expect(own).toMatchObject({ 'edit.rename': 'enter', 'canvas.edit': '', 'chat.send': '', 'trace.details': '' });
});

test('keys are found by what they do, by the place, and as they are written', async () => {
  mount(theStudio(), <ShortcutsDialog />);
  const rows = () => screen.queryAllByRole('term').map(({ textContent }) => textContent);
  const everything = rows().length;
  expect(everything).toBeGreaterThan(120);
  const field = screen.getByRole('textbox', { name: /Find a key/ });
  await userEvent.type(field, 'ctrl+shift+z');
  expect(rows()).toEqual(['Redo']);
  await userEvent.clear(field);
  await userEvent.type(field, 'trace details');
  expect(rows()).toEqual([]);
  await userEvent.clear(field);
  await userEvent.type(field, 'in the trace why');
  expect(rows()).toEqual(['All of this event, and why']);
});
