import { Button, Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { actionKindWords } from '../../shared/model/action-kind-words.ts';
import type { ActionKind } from '../../shared/model/action-record.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { insertCommand } from '../palette/insert-command.ts';
import { useStudio } from '../state/studio.ts';

const kinds = Object.entries(actionKindWords) as [ActionKind, (typeof actionKindWords)[ActionKind]][];

/** Makes an action of a chosen kind, on the canvas until an intent wants it. */
export function NewActionMenu() {
  const { editor, ui } = useStudio();
  const add = (actionKind: ActionKind): void => {
    const { document } = editor.getState();
    const item = { item: 'action', actionKind } as const;
    const done = editor.execute(ui.place((at) => insertCommand(document, undefined, item, at)));
    if (!done.ok) return ui.notify('bad', done.failure.sentence);
    editor.select(done.value);
    ui.reveal(done.value, true);
    ui.showRight('inspector');
  };
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<Plus size={13} strokeWidth={2} aria-hidden />}>
          New action
        </Button>
      </Menu.Target>
      <Menu.Dropdown data-menu-dropdown className="new-action-menu">
        {kinds.map(([kind, { label, does }]) => (
          <Menu.Item
            key={kind}
            leftSection={<RecordIcon of={{ kind: 'action', actionKind: kind }} />}
            rightSection={<span className="library-faint">{does}</span>}
            aria-label={label}
            onClick={() => add(kind)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
