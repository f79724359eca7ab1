import { expect, test } from 'vitest';
import { readAccelerator } from '../../../../electron/main/accelerator.ts';

test.each([
  ['CmdOrCtrl+Z', 'CmdOrCtrl+Z'],
  ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Shift+Z'],
  ['Delete', 'Delete'],
  ['F2', 'F2'],
  ['Shift+arrowup', 'Shift+up'],
  ['CmdOrCtrl+Plus', 'CmdOrCtrl+Plus'],
  ['CmdOrCtrl+,', 'CmdOrCtrl+,'],
  ['', null],
  ['CmdOrCtrl+', null],
  ['CmdOrCtrl++', null],
  ['Hyper+X', null],
  ['F25', null],
  ['CmdOrCtrl+Zürich', null],
])('%j is shown as %j', (shortcut, accelerator) => {
  expect(readAccelerator(shortcut)).toBe(accelerator);
});
