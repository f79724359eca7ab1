import { Menu } from '@mantine/core';
import { GripVertical } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import {
  conditionAt,
  duplicateCondition,
  negateAt,
  pathText,
  removeCondition,
  stepCondition,
  unwrapGroup,
  wrapCondition,
  type ConditionPath,
  type ConditionStep,
} from './condition-tree.ts';
import { useConditionTools } from './condition-tools.ts';

type ConditionHandleProps = { readonly name: string; readonly path: ConditionPath };

const steps: Readonly<Partial<Record<string, ConditionStep>>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Moves a condition by dragging or with the arrow keys, into groups and out of them; pressed, it offers the rest. */
export function ConditionHandle({ name, path }: ConditionHandleProps) {
  const { list, rearrange, startDrag, endDrag } = useConditionTools();
  const isGroup = conditionAt(list, path)?.kind === 'group';
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || event.currentTarget.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    event.stopPropagation();
    rearrange(stepCondition(list, path, step));
  };
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('text/x-parley-condition', pathText(path));
    event.dataTransfer.effectAllowed = 'move';
    startDrag(path);
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="condition-handle"
          aria-label={`Move or change ${name.toLowerCase()}: arrow keys move it, Enter shows more`}
          title="Drag to move it, press for more"
          draggable
          onDragStart={onDragStart}
          onDragEnd={endDrag}
          onKeyDown={onKeyDown}
        >
          <GripVertical size={12} strokeWidth={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown data-menu-dropdown>
        <Menu.Item onClick={() => rearrange(duplicateCondition(list, path))}>Duplicate</Menu.Item>
        <Menu.Item onClick={() => rearrange(negateAt(list, path))}>Negate</Menu.Item>
        <Menu.Item onClick={() => rearrange(wrapCondition(list, path))}>Put into a group</Menu.Item>
        {isGroup && <Menu.Item onClick={() => rearrange(unwrapGroup(list, path))}>Dissolve the group</Menu.Item>}
        {path.length > 1 && (
          <Menu.Item onClick={() => rearrange(stepCondition(list, path, 'out'))}>Take out of its group</Menu.Item>
        )}
        <Menu.Item onClick={() => rearrange({ list: removeCondition(list, path), at: path })}>Remove</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
