import { Menu } from '@mantine/core';
import { useEffect, type Ref } from 'react';
import { ActionMenuItems } from '../app/action-menu-items.tsx';
import { useStudio } from '../state/studio.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { MenuGroup } from '../ui/menu-group.tsx';
import { placeBefore } from '../ui/take-focus.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { focusNode, nodeAround } from './focus-node.ts';
import { partsOf, type MenuEntry, type MenuPart } from './gestures/menu-entry.ts';
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
      shadow="md"
    >
      <Menu.Target>
        <Anchor {...menu.at} />
      </Menu.Target>
      <Menu.Dropdown className="canvas-menu">
        {partsOf(menu.entries).map((part, index) => (
          <Part key={part.title ?? index} {...part} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type AnchorProps = {
  readonly x: number;
  readonly y: number;
  readonly id?: string;
  readonly ref?: Ref<HTMLSpanElement>;
};

/** The point the menu hangs from. It lends the menu its name, and is no button that would be open or closed. */
const Anchor = ({ x, y, id, ref }: AnchorProps) => (
  <span className="menu-anchor" style={{ left: x, top: y }} id={id} ref={ref} aria-label="Canvas" aria-hidden />
);

function Part({ title, entries }: MenuPart) {
  const items = entries.map((entry, index) => <Entry key={keyOf(entry, index)} entry={entry} />);
  return title === null ? items : <MenuGroup label={title}>{items}</MenuGroup>;
}

/** The menu had the focus; who opened it by a key goes on where they were, or with what they made by it. */
function useFocusGivenBack(isOpen: boolean): void {
  const { editor } = useStudio();
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = placeBefore();
    const { selection } = editor.getState();
    const node = nodeAround(before);
    const giveBack = (): void => {
      const active = document.activeElement;
      if (active !== document.body && active?.closest('[role="menu"]') == null) return;
      if (before?.isConnected === true) before.focus({ preventScroll: true });
      else if (node !== null) focusNode(node);
      const [made, ...others] = editor.getState().selection;
      const isMade = made !== undefined && others.length === 0 && made !== node && !selection.includes(made);
      if (isMade && before?.closest('.canvas') != null) focusNode(made);
    };
    return giveBack;
  }, [isOpen, editor]);
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
  if (entry.kind === 'title') return null;
  const tone = entry.tone === 'problem' ? { color: 'var(--problem-text)' } : {};
  const shortcut = entry.shortcut === undefined ? {} : { rightSection: <KeyHint>{entry.shortcut}</KeyHint> };
  return (
    <Menu.Item {...tone} {...shortcut} onClick={() => choose(entry.choice)}>
      {entry.label}
    </Menu.Item>
  );
}
