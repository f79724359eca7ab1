import { Menubar } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { isRestricted } from '../state/editor-store.ts';
import { useEditor, useStudio, useUi, type Studio } from '../state/studio.ts';
import { ActionMenuItems } from './action-menu-items.tsx';
import { findAction } from './actions/all-actions.ts';
import { menuPlans, type MenuEntry } from './actions/menus.ts';
import { holdForMenu } from '../ui/hold-for-menu.ts';
import { useFocusBefore } from './use-focus-before.ts';
import './menu-bar.css';

/** File, Edit, View, Run and Help, inside the window. */
export function MenuBar() {
  const studio = useStudio();
  // What the menus consist of; what their items say is looked up when they open.
  useUi((state) => state.recentFiles);
  useEditor(isRestricted);
  useEditor((state) => state.openFile);
  const { onFocus, giveBack } = useFocusBefore();
  return (
    <Menubar
      className="menu-bar"
      aria-label="Menus"
      onFocus={onFocus}
      onKeyDown={(event) => {
        // Escape closes a menu; once more, it leaves the bar.
        const isClosed = event.currentTarget.querySelector('[data-expanded]') === null;
        if (event.key === 'Escape' && isClosed) giveBack();
        if (leadsIntoMenu(event)) holdForMenu();
      }}
    >
      {menuPlans(studio).map(({ label, entries }) => (
        <Menubar.Menu
          key={label}
          transitionProps={{ duration: 0 }}
          offset={2}
          alignItemsLabels={hasChoices(studio, entries) ? 'all' : 'none'}
        >
          <Menubar.Target className="menu-bar-target">{label}</Menubar.Target>
          <Menubar.Dropdown>
            <ActionMenuItems entries={entries} onChoose={giveBack} />
          </Menubar.Dropdown>
        </Menubar.Menu>
      ))}
    </Menubar>
  );
}

/** From the bar down into a menu, and from menu to menu. */
function leadsIntoMenu({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  if (!defaultPrevented || !(target instanceof Element)) return false;
  const isBar = target.matches('[data-menubar-target]');
  return (isBar ? ['ArrowDown', 'ArrowUp', 'Enter', ' '] : ['ArrowLeft', 'ArrowRight']).includes(key);
}

/** Whether a menu has items that are on or off, and so needs room for their marks. */
const hasChoices = (studio: Studio, entries: readonly MenuEntry[]): boolean =>
  entries.some((entry) => typeof entry === 'string' && findAction(studio, entry)?.isChosen !== undefined);
