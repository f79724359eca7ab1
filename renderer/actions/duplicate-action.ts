import { asId, type ActionId } from '../../shared/model/ids.ts';
import type { Studio } from '../state/studio.ts';

/** Makes the same action once more, and shows it. */
export function duplicateAction({ editor, ui }: Studio, id: string): void {
  const done = editor.execute({ kind: 'action.duplicate', action: asId<ActionId>(id), at: ui.getState().viewCentre });
  if (!done.ok) return ui.notify('bad', done.failure.sentence);
  ui.reveal(done.value);
  ui.showRight('inspector');
}
