import { curlCommand } from '../../actions/curl-command.ts';
import type { Studio } from '../../state/studio.ts';

/** A command line for curl becomes an API action where there is room in view, as one step. */
export function addCurlAction({ editor, ui }: Studio, text: string): void {
  const made = curlCommand(editor.getState().document, text, 'callService');
  if (!made.ok) return ui.notify('bad', `This curl command could not be read. ${made.failure}`);
  const added = editor.execute(ui.place(made.value.make));
  if (!added.ok) return ui.notify('bad', added.failure.sentence);
  const view = added.value.filter((id) => editor.getState().document.tables.views.has(id));
  editor.select(view);
  ui.reveal(view, true);
  ui.notify('good', `The curl command is an action now. ${made.value.says}`.trim());
}
