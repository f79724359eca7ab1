import { Menu } from '@mantine/core';
import { Fragment } from 'react';
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
        {groups.map((group) => (
          <Fragment key={group ?? ''}>
            {group !== undefined && <Menu.Label>{group}</Menu.Label>}
            {entries
              .filter((entry) => entry.group === group)
              .map(({ label: name, meaning, icon: Icon, blank }) => (
                <Menu.Item
                  key={name}
                  leftSection={<Icon size={14} strokeWidth={1.75} aria-hidden />}
                  rightSection={meaning === undefined ? undefined : <span className="add-menu-meaning">{meaning}</span>}
                  aria-label={name}
                  onClick={() => onAdd(blank())}
                >
                  {name}
                </Menu.Item>
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
