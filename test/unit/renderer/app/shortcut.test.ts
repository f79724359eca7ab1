import { expect, test } from 'vitest';
import { acceleratorOf, matchesShortcut, shortcutText } from '../../../../renderer/app/actions/shortcut.ts';

type Keys = Partial<Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>>;
const pressed = (keys: Keys) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...keys,
});

test('Ctrl means the command key on a Mac, and never both', () => {
  const z = pressed({ key: 'z', code: 'KeyZ', ctrlKey: true });
  const commandZ = pressed({ key: 'z', code: 'KeyZ', metaKey: true });
  expect([matchesShortcut('mod+z', z, 'linux'), matchesShortcut('mod+z', commandZ, 'linux')]).toEqual([true, false]);
  expect([matchesShortcut('mod+z', z, 'darwin'), matchesShortcut('mod+z', commandZ, 'darwin')]).toEqual([false, true]);
});

test('modifiers have to be exactly those', () => {
  const redo = pressed({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });
  expect(matchesShortcut('mod+shift+z', redo, 'linux')).toBe(true);
  expect(matchesShortcut('mod+z', redo, 'linux')).toBe(false);
  expect(matchesShortcut('u', pressed({ key: 'u', code: 'KeyU', altKey: true }), 'linux')).toBe(false);
});

test('digits and letters are found by their place when shift or alt make them another sign', () => {
  expect(matchesShortcut('shift+1', pressed({ key: '!', code: 'Digit1', shiftKey: true }), 'linux')).toBe(true);
  expect(matchesShortcut('mod+alt+b', pressed({ key: '∫', code: 'KeyB', metaKey: true, altKey: true }), 'darwin')).toBe(
    true,
  );
});

test('on a keyboard with other letters, the letter that is typed counts', () => {
  const azerty = pressed({ key: 'a', code: 'KeyQ', ctrlKey: true });
  expect([matchesShortcut('mod+a', azerty, 'linux'), matchesShortcut('mod+q', azerty, 'linux')]).toEqual([true, false]);
});

test('signs count however they are typed', () => {
  expect(matchesShortcut('mod+=', pressed({ key: '=', code: 'Equal', ctrlKey: true }), 'linux')).toBe(true);
  expect(matchesShortcut('mod++', pressed({ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }), 'linux')).toBe(
    true,
  );
  expect(matchesShortcut('mod+/', pressed({ key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true }), 'linux')).toBe(
    true,
  );
});

test('keys are written as people know them', () => {
  expect(shortcutText('mod+shift+z', 'linux')).toBe('Ctrl+Shift+Z');
  expect(shortcutText('mod+shift+z', 'darwin')).toBe('⌘⇧Z');
  expect([shortcutText('delete', 'win32'), shortcutText('f2', 'linux'), shortcutText('mod+enter', 'linux')]).toEqual([
    'Del',
    'F2',
    'Ctrl+Enter',
  ]);
  expect(acceleratorOf('mod+alt+shift+t')).toBe('CmdOrCtrl+Alt+Shift+T');
  expect(acceleratorOf('mod++')).toBe('CmdOrCtrl+Plus');
});
