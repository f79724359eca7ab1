import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { MenuGroup } from '../../ui/menu-group.tsx';
import { AddButton } from '../fields/add-button.tsx';
import type { Addable } from './field-spec.ts';
import './add-menu.css';

type AddMenuProps = {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onAdd: (blank: object) => void;
};
export type MenuEntry = Addable & {
  readonly meaning?: string;
  /** Entries of a group stand together, under its name. */
  readonly group?: string;
};

/** A button that adds the one kind there is, or lets somebody choose among several. */
export function AddMenu({ label, entries, onAdd }: AddMenuProps) {
  const [only, ...others] = entries;
  if (only === undefined) return null;
  if (others.length === 0) return <AddButton label={label} icon={only.icon} onPress={() => onAdd(only.blank())} />;
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <Menu position="bottom-start" withinPortal middlewares={{ flip: true, shift: true, size: { padding: 8 } }}>
      <Menu.Target>
        <AddButton label={label} />
      </Menu.Target>
      <Menu.Dropdown data-menu-dropdown className="add-menu">
        {groups.map((group) => {
          const items = entries.filter((entry) => entry.group === group);
          const shown = items.map((entry) => <Item key={entry.label} entry={entry} onAdd={onAdd} />);
          return group === undefined ? (
            <Fragment key="">{shown}</Fragment>
          ) : (
            <MenuGroup key={group} label={group}>
              {shown}
            </MenuGroup>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemProps = { readonly entry: MenuEntry; readonly onAdd: (blank: object) => void };

const Item = ({ entry: { label, meaning, icon: Icon, blank }, onAdd }: ItemProps) => (
  <Menu.Item
    leftSection={<Icon size={14} strokeWidth={1.75} aria-hidden />}
    rightSection={meaning === undefined ? undefined : <span className="add-menu-meaning">{meaning}</span>}
    aria-label={label}
    onClick={() => onAdd(blank())}
  >
    {label}
  </Menu.Item>
);
