import { expect, test } from 'vitest';
import {
  isPanelOpen,
  panelSize,
  togglePanel,
  withPanelOpen,
  withPanelSize,
} from '../../../../renderer/state/panel-preferences.ts';
import { preferencesSchema } from '../../../../shared/bridge/contract/app-contract.ts';

const first = preferencesSchema.parse({});

test('panels are open until they are put away, and opening one again finds its size', () => {
  expect(isPanelOpen(first, 'left')).toBe(true);
  const sized = { ...first, ...withPanelSize(first, 'left', 21.456) };
  const closed = { ...sized, ...withPanelSize(sized, 'left', 0) };
  expect([isPanelOpen(closed, 'left'), panelSize(closed, 'left')]).toEqual([false, 21.46]);
  const again = { ...closed, ...togglePanel(closed, 'left') };
  expect([isPanelOpen(again, 'left'), panelSize(again, 'left')]).toEqual([true, 21.46]);
});

test('panels do not disturb each other, and what is kept passes the contract', () => {
  const both = { ...first, ...withPanelOpen({ ...first, ...withPanelSize(first, 'left', 20) }, 'bottom', false) };
  expect([isPanelOpen(both, 'left'), isPanelOpen(both, 'right'), isPanelOpen(both, 'bottom')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(preferencesSchema.parse(both)).toEqual(both);
});
