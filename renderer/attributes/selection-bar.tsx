import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useWrite } from '../inspector/edit.ts';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { changeAttributes, holdingContexts, leftBehind, moveAttributes } from './attribute-commands.ts';
import type { AttributeRow } from './attribute-rows.ts';
import { showTask, useManagerStore } from './manager-state.ts';

/** What can be done with all that are selected, each as one step. */
export function SelectionBar({ chosen }: { readonly chosen: readonly AttributeRow[] }) {
  const { editor, ui } = useStudio();
  const store = useManagerStore();
  const write = useWrite();
  const names = chosen.map(({ name }) => name);
  const ids = chosen.flatMap(({ record }) => (record === null ? [] : [record.id as string]));
  const contexts = holdingContexts(editor.getState().document);
  const tell = (refusal: string | null): void => {
    if (refusal !== null) ui.notify('bad', refusal);
  };
  const change = (changes: Parameters<typeof changeAttributes>[2], label: string): void =>
    tell(write(changeAttributes(editor.getState().document, names, changes, label)));
  const move = (to: string): void => {
    const command = moveAttributes(editor.getState().document, names, to);
    const refusal = typeof command === 'string' ? command : write(command);
    const left = refusal === null ? leftBehind(editor.getState().document, names, to) : null;
    if (left !== null) ui.notify('info', left);
    tell(refusal);
  };
  return (
    <div className="manager-selection" role="toolbar" aria-label="What to do with the selected attributes">
      <strong role="status">{`${chosen.length} selected`}</strong>
      <ChoiceControl
        control={{ 'aria-label': 'Set the type of all selected' }}
        value=""
        choices={[{ value: '', label: 'Set type…' }, ...attributeTypes.map((value) => ({ value, label: value }))]}
        onChoose={(type) => type !== '' && change({ type }, `Set type of ${names.length} attributes`)}
      />
      <ChoiceControl
        control={{ 'aria-label': 'Move all selected to' }}
        value=""
        choices={[{ value: '', label: 'Move to…' }, ...contexts.map((value) => ({ value, label: value }))]}
        onChoose={(to) => to !== '' && move(to)}
      />
      <Button variant="default" onClick={() => change({ sensitive: true }, 'Mark sensitive')}>
        Sensitive
      </Button>
      <Button variant="default" onClick={() => change({ sensitive: false }, 'Mark not sensitive')}>
        Not sensitive
      </Button>
      <Button variant="default" disabled={ids.length < 2} onClick={() => showTask(store, { kind: 'merge', ids })}>
        Merge…
      </Button>
      <Button variant="default" disabled={ids.length === 0} onClick={() => showTask(store, { kind: 'delete', ids })}>
        Delete…
      </Button>
      <IconButton icon={X} label="Select nothing" onClick={() => store.setState({ selected: new Set() })} />
    </div>
  );
}
