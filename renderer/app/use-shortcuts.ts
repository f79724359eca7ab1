import { useEffect } from 'react';
import type { Studio } from '../state/studio.ts';
import { allActions, runAction } from './actions/all-actions.ts';
import { matchesShortcut } from './actions/shortcut.ts';
import { commandPaletteStore } from './command-palette-store.ts';

/** Keys a text field needs for itself. */
const fieldShortcuts: ReadonlySet<string> = new Set(['mod+z', 'mod+shift+z', 'mod+a', 'mod+enter']);
/** Other keys that mean the same. */
const otherKeys: readonly (readonly [string, string])[] = [
  ['mod+y', 'edit.redo'],
  ['backspace', 'edit.delete'],
  ['mod++', 'view.zoomIn'],
];

/** Runs the action whose key was pressed, unless the key belongs to a field, a menu or a dialog. */
export function useShortcuts(studio: Studio): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || studio.ui.getState().dialog !== null) return;
      if (commandPaletteStore.store.getState().opened) return;
      const id = otherKeys.find(([shortcut]) => matchesShortcut(shortcut, event, studio.platform))?.[1];
      const actions = allActions(studio);
      const action =
        actions.find((one) => one.shortcut !== null && matchesShortcut(one.shortcut, event, studio.platform)) ??
        actions.find((one) => one.id === id);
      if (action?.isNative === true) return;
      if (action === undefined || !action.isEnabled(studio) || belongsElsewhere(event, action.shortcut ?? '')) return;
      event.preventDefault();
      runAction(studio, action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [studio]);
}

function belongsElsewhere(event: KeyboardEvent, shortcut: string): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target === null) return false;
  if (target.closest('[role="menu"], [role="dialog"]') !== null) return true;
  // A menu bar finds its menus by their first letters.
  if (target.closest('[role="menubar"]') !== null) return !shortcut.includes('+') && !/^f\d+$/.test(shortcut);
  if (!takesText(target)) return false;
  return fieldShortcuts.has(shortcut) || !(shortcut.includes('mod+') || /^(alt\+\d|(shift\+)?f\d+)$/.test(shortcut));
}

/** A switch or a row of choices is an input too, but nobody writes in it. */
const takesText = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement
    ? !/^(radio|checkbox|button|submit|range)$/.test(target.type)
    : target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
