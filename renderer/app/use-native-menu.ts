import { useEffect } from 'react';
import type { BridgeInput } from '../../shared/bridge/contract/bridge-contract.ts';
import { useEditor, useRun, useUi, type Studio } from '../state/studio.ts';
import { findAction } from './actions/all-actions.ts';
import { menuPlans, separator, type MenuEntry } from './actions/menus.ts';
import { acceleratorOf } from './actions/shortcut.ts';

type NativeMenu = BridgeInput<'app.menu'>['menus'][number];

/** On a Mac the menus are at the top of the screen; they are told whenever one of them would read differently. */
export function useNativeMenu(studio: Studio): void {
  const isNative = studio.platform === 'darwin';
  const menus = useNativeMenus(studio, isNative);
  useEffect(() => {
    if (menus !== null) void studio.host.call('app.menu', { menus: JSON.parse(menus) as NativeMenu[] });
  }, [menus, studio]);
}

/** As text, so that equal menus are equal. */
function useNativeMenus(studio: Studio, isNative: boolean): string | null {
  useEditor((state) => (isNative ? state : null));
  useUi((state) => (isNative ? state : null));
  useRun((state) => (isNative ? state.run : null));
  return isNative ? JSON.stringify(nativeMenus(studio)) : null;
}

/** Menus inside menus are laid out flat: the native contract has one level. */
export const nativeMenus = (studio: Studio): readonly NativeMenu[] =>
  menuPlans(studio).map(({ label, entries }) => ({ label, items: toItems(studio, entries) }));

const toItems = (studio: Studio, entries: readonly MenuEntry[]): NativeMenu['items'] =>
  entries.flatMap((entry): NativeMenu['items'] => {
    if (entry === separator) return [{ kind: 'separator' }];
    if (typeof entry !== 'string') return toItems(studio, entry.entries);
    const action = findAction(studio, entry);
    if (action === undefined) return [];
    const label = `${action.isChosen?.(studio) === true ? '✓ ' : ''}${action.label(studio)}`.slice(0, 200);
    const shortcut = action.shortcut === null || action.isNative === true ? '' : acceleratorOf(action.shortcut);
    return [{ kind: 'action', id: action.id, label, shortcut, enabled: action.isEnabled(studio) }];
  });
