import { Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { Condition, ConditionGroup, ConditionTest } from '../../../shared/model/condition.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** A button that offers a comparison or a group. */
export const AddCondition = (props: { readonly label: string; readonly onAdd: (condition: Condition) => void }) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <IconButton icon={Plus} label={props.label} />
    </Menu.Target>
    <Menu.Dropdown data-menu-dropdown>
      <Menu.Item onClick={() => props.onAdd(newTest)}>Condition</Menu.Item>
      <Menu.Item onClick={() => props.onAdd(newGroup)}>Group of conditions</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

const newTest: ConditionTest = {
  kind: 'test',
  operation: 'is_set',
  left: { kind: 'reference', reference: '' },
};
const newGroup: ConditionGroup = { kind: 'group', match: 'any', conditions: [newTest] };
