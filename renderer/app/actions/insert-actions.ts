import { patterns } from '../../../shared/gallery/patterns.ts';
import { insertPattern } from '../../gallery/insert-pattern.ts';
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

/** Each ready conversation by its name. */
const fromGallery: readonly EditorAction[] = patterns.map((pattern) =>
  defineAction({
    id: `insert.pattern.${pattern.id}`,
    name: `Add pattern: ${pattern.name}`,
    keywords: ['insert', 'ready', 'conversation', 'gallery', pattern.purpose],
    run: (studio) => insertPattern(studio, pattern),
  }),
);

export const insertActions: readonly EditorAction[] = [...fromPalette, gallery, ...fromGallery];
