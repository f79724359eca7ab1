import { childIds, type Document } from '../../../shared/model/document.ts';
import type { Studio } from '../../state/studio.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

const hasSelection = ({ editor }: Studio): boolean => editor.getState().selection.length > 0;

/** The scenario itself is not a thing to delete. */
const removable = ({ editor }: Studio): readonly string[] => {
  const { selection, document } = editor.getState();
  return selection.filter((id) => id !== document.scenario.id);
};

/** What has a name in the outline; actions and contexts are named in the inspector. */
const renamable: ReadonlySet<string> = new Set(['conversations', 'scenes', 'turns', 'intents']);
const isRecord = (document: Document, id: string): boolean => document.homes.get(id)?.record === id;

export const undo = defineAction({
  id: 'edit.undo',
  name: ({ editor }) => ['Undo', editor.getState().history.past?.entry.label].filter(Boolean).join(' '),
  keywords: ['back', 'revert'],
  shortcut: 'mod+z',
  isEnabled: ({ editor }) => editor.getState().history.past !== null,
  whyNot: () => 'Nothing was changed yet.',
  run: ({ editor }) => editor.undo(),
});

export const redo = defineAction({
  id: 'edit.redo',
  name: ({ editor }) => ['Redo', editor.getState().history.future?.entry.label].filter(Boolean).join(' '),
  keywords: ['again', 'forward'],
  shortcut: 'mod+shift+z',
  isEnabled: ({ editor }) => editor.getState().history.future !== null,
  whyNot: () => 'Nothing was undone.',
  run: ({ editor }) => editor.redo(),
});

export const removeSelected = defineAction({
  id: 'edit.delete',
  name: 'Delete',
  keywords: ['remove', 'erase'],
  shortcut: 'delete',
  isEnabled: (studio) => removable(studio).length > 0,
  whyNot: () => 'Choose something first.',
  run: (studio) => {
    const removed = studio.editor.execute({ kind: 'records.remove', ids: removable(studio) });
    if (!removed.ok) studio.ui.notify('bad', removed.failure.sentence);
  },
});

export const rename = defineAction({
  id: 'edit.rename',
  name: 'Rename',
  keywords: ['name', 'title'],
  shortcut: 'f2',
  isEnabled: ({ editor }) => {
    const { selection, document } = editor.getState();
    const [id = ''] = selection;
    return selection.length === 1 && renamable.has(document.homes.get(id)?.table ?? '') && isRecord(document, id);
  },
  whyNot: () => 'Choose one conversation, scene, turn or intent first.',
  run: ({ editor, ui }) => {
    const [id] = editor.getState().selection;
    if (id !== undefined) ui.rename(id);
  },
});

export const selectAll = defineAction({
  id: 'edit.selectAll',
  name: 'Select all',
  keywords: ['everything'],
  shortcut: 'mod+a',
  whyNot: () => 'There is nothing here yet.',
  isEnabled: ({ editor }) => childIds(editor.getState().document, editor.getState().document.scenario.id).length > 0,
  run: ({ editor }) => {
    const { document } = editor.getState();
    const { views, notes } = document.tables;
    editor.select([...childIds(document, document.scenario.id), ...views.keys(), ...notes.keys()]);
  },
});

export const selectNothing = defineAction({
  id: 'edit.selectNothing',
  name: 'Select nothing',
  keywords: ['deselect', 'clear selection'],
  shortcut: 'escape',
  isEnabled: hasSelection,
  whyNot: () => 'Nothing is chosen.',
  run: ({ editor }) => editor.select([]),
});

export const editActions: readonly EditorAction[] = [undo, redo, removeSelected, rename, selectAll, selectNothing];
