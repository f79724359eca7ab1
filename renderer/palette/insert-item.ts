import type { Studio } from '../state/studio.ts';
import { insertCommand } from './insert-command.ts';
import { isWritten, type PaletteItem } from './palette-item.ts';

/** Inserts without the canvas: by `beside`, else next to the selection; shown, and ready to be written. */
export function insertItem({ editor, ui }: Studio, item: PaletteItem, beside?: string): void {
  const { document, selection } = editor.getState();
  const near = beside ?? selection[0];
  const command = ui.place((at) => insertCommand(document, near, item, at), near === undefined ? {} : { beside: near });
  const inserted = editor.execute(command);
  if (!inserted.ok) return ui.notify('bad', inserted.failure.sentence);
  const id = inserted.value.at(-1);
  if (id === undefined) return;
  editor.select([id]);
  if (isWritten(item)) ui.editText(id);
  else ui.reveal([id], true);
}
