import { Button, Menu } from '@mantine/core';
import { Globe, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../shared/problems/problem.ts';
import { useWrite } from '../inspector/edit.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { DeleteWorld } from './delete-world.tsx';
import { KeepTalkButton } from './keep-talk-button.tsx';
import { addWorld, duplicateWorld, mocksOfWorld, removeWorld, worldsOf, type NewWorld } from './world-commands.ts';
import { worldPresets, type WorldPreset } from './world-presets.ts';
import { WorldTable } from './world-table.tsx';
import './worlds-panel.css';

/** The worlds of example answers: every action against every world, each answered in its own way. */
export function WorldsPanel({ problems }: { readonly problems: readonly Problem[] }) {
  const { editor, run, ui } = useStudio();
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const [deleting, setDeleting] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const put = (made: NewWorld | null): void => {
    if (made === null) return;
    const refusal = write(made.command);
    if (refusal === null) void run.setWorld(made.id);
    else ui.notify('bad', refusal);
  };
  const add = (preset: WorldPreset): void => put(addWorld(editor.getState().document, preset));
  const remove = (id: string): void => {
    if (run.getState().world === id) void run.setWorld(null);
    write(removeWorld(editor.getState().document, id));
  };
  if (worldsOf(document).length === 0)
    return (
      <div className="worlds">
        <EmptyState
          icon={Globe}
          sentence="A world says how every action answers when all goes well, when services say no, are slow, or are down."
        />
        <div className="worlds-first">
          <AddWorld onAdd={add} />
          <KeepTalkButton />
        </div>
      </div>
    );
  return (
    <div className="worlds">
      <div className="variables-bar">
        <span className="worlds-hint">
          The chosen world answers first; what it has no example for is answered by those of every world.
        </span>
        <span className="worlds-buttons">
          <KeepTalkButton />
          <AddWorld onAdd={add} />
        </span>
      </div>
      <WorldTable
        renaming={renaming}
        onRename={setRenaming}
        onDuplicate={(id) => put(duplicateWorld(editor.getState().document, id))}
        problems={problems}
        // Nothing is lost with an empty one.
        onDelete={(id) => (mocksOfWorld(document, id).length === 0 ? remove(id) : setDeleting(id))}
      />
      {deleting !== null && (
        <DeleteWorld id={deleting} onDelete={() => remove(deleting)} onClose={() => setDeleting(null)} />
      )}
    </div>
  );
}

const AddWorld = ({ onAdd }: { readonly onAdd: (preset: WorldPreset) => void }) => (
  <Menu position="top-end" withinPortal>
    <Menu.Target>
      <Button variant="default" leftSection={<Plus size={13} strokeWidth={2} aria-hidden />}>
        Add world
      </Button>
    </Menu.Target>
    <Menu.Dropdown data-menu-dropdown>
      {(Object.keys(worldPresets) as WorldPreset[]).map((preset) => (
        <Menu.Item
          key={preset}
          aria-label={preset === 'empty' ? 'Empty' : worldPresets[preset].name}
          rightSection={<span className="worlds-hint">{worldPresets[preset].description || 'No examples yet'}</span>}
          onClick={() => onAdd(preset)}
        >
          {preset === 'empty' ? 'Empty' : worldPresets[preset].name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
