import { Menubar } from '@mantine/core';
import { useStudio, useUi } from '../state/studio.ts';
import { ActionMenuItems } from './action-menu-items.tsx';
import { menuPlans } from './actions/menus.ts';
import './menu-bar.css';

/** File, Edit, View, Run and Help, inside the window. */
export function MenuBar() {
  const studio = useStudio();
  useUi((state) => state.recentFiles);
  return (
    <Menubar className="menu-bar" aria-label="Menus">
      {menuPlans(studio).map(({ label, entries }) => (
        <Menubar.Menu key={label} transitionProps={{ duration: 0 }} offset={2}>
          <Menubar.Target className="menu-bar-target">{label}</Menubar.Target>
          <Menubar.Dropdown>
            <ActionMenuItems entries={entries} />
          </Menubar.Dropdown>
        </Menubar.Menu>
      ))}
    </Menubar>
  );
}
