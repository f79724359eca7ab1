import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import type { MenuEntry } from './gestures/menu-entry.ts';
import { useMenuChoice } from './use-menu-choice.ts';

/** The menu that was asked for, where it was asked for. */
export function CanvasMenu() {
  const menu = useCanvas((state) => state.menu);
  const store = useCanvasStore();
  if (menu === null) return null;
  const close = (): void => store.setState({ menu: null });
  return (
    <Menu
      // Another place is another menu.
      key={`${menu.at.x} ${menu.at.y}`}
      opened
      onClose={close}
      position="bottom-start"
      offset={2}
      withinPortal
      trapFocus
      shadow="md"
      transitionProps={{ duration: 80 }}
    >
      <Menu.Target>
        <span className="menu-anchor" style={{ left: menu.at.x, top: menu.at.y }} />
      </Menu.Target>
      <Menu.Dropdown className="canvas-menu">
        {menu.entries.map((entry, index) => (
          <Fragment key={keyOf(entry, index)}>
            <Entry entry={entry} />
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const keyOf = (entry: MenuEntry, index: number): string => (entry.kind === 'line' ? `line ${index}` : entry.label);

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const choose = useMenuChoice();
  if (entry.kind === 'line') return <Menu.Divider />;
  if (entry.kind === 'title') return <Menu.Label>{entry.label}</Menu.Label>;
  const tone = entry.tone === 'problem' ? { color: 'red' } : {};
  const shortcut =
    entry.shortcut === undefined ? {} : { rightSection: <kbd className="menu-key">{entry.shortcut}</kbd> };
  return (
    <Menu.Item {...tone} {...shortcut} onClick={() => choose(entry.choice)}>
      {entry.label}
    </Menu.Item>
  );
}
