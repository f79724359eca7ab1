import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCheck, useWrite } from '../inspector/edit.ts';
import { RenamePreview } from '../inspector/data/rename-preview.tsx';
import { FieldFrame } from '../inspector/fields/field-frame.tsx';
import { useEditor } from '../state/studio.ts';
import { useManager, useManagerStore } from './manager-state.ts';

/** A new name, with every place that will say it. */
export function RenamePanel({ id }: { readonly id: string }) {
  const attribute = useEditor((state) => state.document.tables.attributes.get(id));
  const store = useManagerStore();
  const selected = useManager((state) => state.selected);
  const write = useWrite();
  const check = useCheck();
  const name = attribute?.name ?? '';
  const [typed, setTyped] = useState(name);
  const command = { kind: 'attribute.rename', id, name: typed } as const;
  const refusal = typed === name ? null : check(command);
  return (
    <form
      className="manager-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === name || write(command) !== null) return;
        if (selected.has(name)) store.setState({ selected: new Set([...selected, typed]) });
        store.setState({ task: null });
      }}
    >
      <FieldFrame label="New name" meaning="References follow, in one step" troubles={[]} refusal={refusal}>
        {(control) => (
          <input
            {...control}
            className="control"
            data-mono
            data-autofocus
            type="text"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      {refusal === null && <RenamePreview name={name} typed={typed} most={100} />}
      <div className="manager-buttons">
        <Button type="submit" disabled={typed === name || refusal !== null}>
          Rename
        </Button>
      </div>
    </form>
  );
}
