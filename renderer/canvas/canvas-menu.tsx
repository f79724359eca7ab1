import { Menu } from '@mantine/core';
import { Fragment, useEffect } from 'react';
import { ActionMenuItems } from '../app/action-menu-items.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { focusNode, nodeAround } from './focus-node.ts';
import type { MenuEntry } from './gestures/menu-entry.ts';
import { useMenuChoice } from './use-menu-choice.ts';

/** The menu that was asked for, where it was asked for. */
export function CanvasMenu() {
  const menu = useCanvas((state) => state.menu);
  const store = useCanvasStore();
  useFocusGivenBack(menu !== null);
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

/** The menu had the focus; who opened it by a key goes on where they were. */
function useFocusGivenBack(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    const node = nodeAround(before);
    const giveBack = (): void => {
      const active = document.activeElement;
      if (active !== document.body && active?.closest('[role="menu"]') == null) return;
      if (before instanceof HTMLElement && before.isConnected && before !== document.body)
        before.focus({ preventScroll: true });
      else if (node !== null) focusNode(node);
    };
    return () => {
      giveBack();
      // The menu may take the focus with it once more as it goes.
      requestAnimationFrame(giveBack);
    };
  }, [isOpen]);
}

function keyOf(entry: MenuEntry, index: number): string {
  if (entry.kind === 'line') return `line ${index}`;
  return entry.kind === 'action' ? entry.id : entry.label;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const choose = useMenuChoice();
  const store = useCanvasStore();
  if (entry.kind === 'action') {
    const meanPlace = (): void => store.setState({ pasteAt: entry.at ?? null });
    return <ActionMenuItems entries={[entry.id]} onChoose={meanPlace} />;
  }
  if (entry.kind === 'line') return <Menu.Divider />;
  if (entry.kind === 'title') return <Menu.Label>{entry.label}</Menu.Label>;
  const tone = entry.tone === 'problem' ? { color: 'var(--problem-text)' } : {};
  const shortcut = entry.shortcut === undefined ? {} : { rightSection: <KeyHint>{entry.shortcut}</KeyHint> };
  return (
    <Menu.Item {...tone} {...shortcut} onClick={() => choose(entry.choice)}>
      {entry.label}
    </Menu.Item>
  );
}
