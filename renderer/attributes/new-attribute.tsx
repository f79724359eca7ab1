import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useCheck, useWrite } from '../inspector/edit.ts';
import { useStudio } from '../state/studio.ts';
import { attributeNamed } from '../../shared/model/selectors/attribute-named.ts';
import { showTask, useManagerStore } from './manager-state.ts';

/** A name, and the attribute is there; its form opens beside the table. */
export function NewAttribute() {
  const { editor } = useStudio();
  const store = useManagerStore();
  const write = useWrite();
  const check = useCheck();
  const [name, setName] = useState('');
  const command = { kind: 'attribute.add', name: name.trim(), type: 'string' } as const;
  const refusal = name.trim() === '' ? null : check(command);
  return (
    <form
      className="manager-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || write(command) !== null) return;
        setName('');
        const made = attributeNamed(editor.getState().document, command.name);
        if (made !== undefined) showTask(store, { kind: 'form', id: made.id });
      }}
    >
      <span className="manager-refusal" role="status">
        {refusal}
      </span>
      <input
        type="text"
        className="control"
        aria-label="Name of a new attribute"
        aria-invalid={refusal !== null}
        placeholder="new_attribute"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        disabled={name.trim() === '' || refusal !== null}
        leftSection={<Plus size={13} strokeWidth={2} aria-hidden />}
      >
        Add
      </Button>
    </form>
  );
}
