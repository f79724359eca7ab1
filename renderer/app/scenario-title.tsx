import { UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { savedStateOf, type SavedState } from '../state/saved-state.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { Hint } from '../ui/hint.tsx';
import './scenario-title.css';

const words: Record<SavedState, string> = {
  new: 'Not saved yet',
  saved: 'Saved',
  edited: 'Edited',
  recovered: 'Recovered, not saved',
  repaired: 'Repaired copy, not saved',
  gone: 'File is gone, not saved',
};

/** The name of the scenario, to be changed in place, and whether its file holds what is on the screen. */
export function ScenarioTitle() {
  const { editor, ui } = useStudio();
  const name = useEditor((state) => state.document.scenario.name);
  const file = useEditor((state) => state.openFile);
  const saved = useEditor(savedStateOf);
  const [editing, setEditing] = useState(false);

  const finish = (typed: string | null): void => {
    setEditing(false);
    const wanted = typed?.trim() ?? '';
    if (wanted === '' || wanted === name) return;
    const renamed = editor.execute({ kind: 'scenario.update', changes: { name: wanted } });
    if (!renamed.ok) ui.notify('bad', renamed.failure.sentence);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };

  const where = file === null ? 'In no file yet' : `${file.name} in ${file.place}`;
  return (
    <div className="scenario-title">
      {editing ? (
        <input
          className="scenario-title-field"
          aria-label="Name of the scenario"
          defaultValue={name}
          maxLength={200}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
          onBlur={(event) => finish(event.currentTarget.value)}
        />
      ) : (
        <h1>
          <Hint label={`${where}. Click to rename.`}>
            <UnstyledButton className="scenario-title-name" onClick={() => setEditing(true)}>
              {name}
            </UnstyledButton>
          </Hint>
        </h1>
      )}
      <span className="scenario-title-state" data-state={saved} role="status">
        <span className="scenario-title-dot" aria-hidden />
        {words[saved]}
      </span>
    </div>
  );
}
