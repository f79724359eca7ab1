import type { Studio } from '../state/studio.ts';
import { insertCommand } from './insert-command.ts';
import { isWritten, type PaletteItem } from './palette-item.ts';

/** Inserts without the canvas: by `beside`, else next to the selection; shown, and ready to be written. */
export function insertItem({ editor, ui }: Studio, item: PaletteItem, beside?: string): void {
  const { document, selection } = editor.getState();
  const inserted = editor.execute(insertCommand(document, beside ?? selection[0], item, ui.getState().viewCentre));
  if (!inserted.ok) return ui.notify('bad', inserted.failure.sentence);
  const id = inserted.value.at(-1);
  if (id === undefined) return;
  editor.select([id]);
  ui.reveal([id]);
  if (isWritten(item)) ui.editText(id);
}
