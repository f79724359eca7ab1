import { insertItem } from '../../palette/insert-item.ts';
import { paletteEntries } from '../../palette/palette-entries.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

/** What the palette offers, by key and by name. */
export const insertActions: readonly EditorAction[] = paletteEntries.map(({ id, item, command, purpose, shortcut }) =>
  defineAction({
    id: `insert.${id}`,
    name: command,
    keywords: ['insert', 'new', 'create', purpose],
    shortcut,
    run: (studio) => insertItem(studio, item),
  }),
);
