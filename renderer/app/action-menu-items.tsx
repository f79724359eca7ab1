import { Menu } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useEditor, useRun, useStudio, useUi } from '../state/studio.ts';
import { focusSoon } from '../ui/focus-soon.ts';
import { holdForMenu } from '../ui/hold-for-menu.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { findAction, runAction } from './actions/all-actions.ts';
import type { EditorAction } from './actions/editor-action.ts';
import { separator, type MenuEntry } from './actions/menus.ts';
import { shortcutText } from './actions/shortcut.ts';

type ActionMenuItemsProps = {
  readonly entries: readonly MenuEntry[];
  /** Told before an action is done. */
  readonly onChoose?: () => void;
};

/** Menu items made from actions, with their words, keys and states of this moment. */
export function ActionMenuItems({ entries, onChoose = nothing }: ActionMenuItemsProps) {
  const studio = useStudio();
  // What an action says and whether it can be done may depend on any of these.
  useEditor((state) => state);
  useUi((state) => state);
  useRun((state) => state);
  return entries.map((entry, index) => {
    // A line has no identity but its place.
    if (entry === separator) return <Menu.Divider key={`line ${index}`} />;
    if (typeof entry !== 'string') return <SubMenu key={entry.label} {...entry} onChoose={onChoose} />;
    const action = findAction(studio, entry);
    return action === undefined ? null : <ActionItem key={entry} action={action} onChoose={onChoose} />;
  });
}

const nothing = (): void => undefined;

function SubMenu({ label, entries, onChoose }: Required<ActionMenuItemsProps> & { readonly label: string }) {
  const [isOpen, setOpen] = useState(false);
  const dropdown = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') holdForMenu();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    setOpen(true);
    focusSoon(() => dropdown.current?.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)'));
  };
  return (
    <Menu.Sub openDelay={80} opened={isOpen} onChange={setOpen}>
      <Menu.Sub.Target>
        <Menu.Sub.Item disabled={entries.length === 0} onKeyDown={onKeyDown}>
          {label}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown ref={dropdown} onKeyDown={(event) => event.key === 'ArrowLeft' && holdForMenu()}>
        <ActionMenuItems entries={entries} onChoose={onChoose} />
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function ActionItem({ action, onChoose }: { readonly action: EditorAction; readonly onChoose: () => void }) {
  const studio = useStudio();
  const shared = {
    'data-action': action.id,
    disabled: !action.isEnabled(studio),
    closeMenuOnClick: true,
    rightSection:
      action.shortcut === null ? undefined : <KeyHint>{shortcutText(action.shortcut, studio.platform)}</KeyHint>,
    onClick: () => {
      onChoose();
      runAction(studio, action);
    },
    children: action.label(studio),
  };
  if (action.isChosen === undefined) return <Menu.Item {...shared} />;
  return <Menu.CheckboxItem {...shared} checked={action.isChosen(studio)} />;
}
