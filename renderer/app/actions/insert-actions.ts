import { insertItem } from '../../palette/insert-item.ts';
import { paletteEntries } from '../../palette/palette-entries.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

const gallery = defineAction({
  id: 'insert.pattern',
  name: 'Add from the pattern gallery…',
  keywords: ['insert', 'ready', 'conversation', 'template', 'opening', 'help', 'no match', 'faq', 'sign in'],
  shortcut: 'mod+alt+g',
  run: ({ ui }) => ui.openDialog({ kind: 'gallery' }),
});

/** What the palette offers, by key and by name. */
const fromPalette: readonly EditorAction[] = paletteEntries.map(({ id, item, command, purpose, shortcut }) =>
  defineAction({
    id: `insert.${id}`,
    name: command,
    keywords: ['insert', 'new', 'create', purpose],
    shortcut,
    run: (studio) => insertItem(studio, item),
  }),
);

export const insertActions: readonly EditorAction[] = [...fromPalette, gallery];
