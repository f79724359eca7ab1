import { Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { AddButton } from '../fields/add-button.tsx';
import { Trash2, X } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';

type SamplesMenuProps = {
  readonly count: number;
  readonly duplicates: number;
  readonly onSort: () => void;
  readonly onUnique: () => void;
  readonly onChooseAll: () => void;
};

/** What can be done with all samples at once. */
export const SamplesMenu = ({ count, duplicates, onSort, onUnique, onChooseAll }: SamplesMenuProps) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <IconButton icon={Ellipsis} label="All samples" disabled={count < 2} />
    </Menu.Target>
    <Menu.Dropdown data-menu-dropdown>
      <Menu.Item onClick={onSort}>Sort from A to Z</Menu.Item>
      <Menu.Item onClick={onUnique} disabled={duplicates === 0}>
        {duplicates === 0 ? 'Delete duplicates (there are none)' : `Delete ${duplicates} duplicates`}
      </Menu.Item>
      <Menu.Item onClick={onChooseAll}>Choose all</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

type SampleChoiceProps = { readonly count: number; readonly onRemove: () => void; readonly onClear: () => void };

/** What can be done with the samples that were chosen by their handles. */
export const SampleChoice = ({ count, onRemove, onClear }: SampleChoiceProps) => (
  <div className="samples-choice" role="group" aria-label="Chosen samples">
    <span>{count} chosen</span>
    <AddButton icon={Trash2} label="Delete them" onPress={onRemove} />
    <AddButton icon={X} label="Choose none" onPress={onClear} />
  </div>
);
