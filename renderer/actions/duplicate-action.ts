import { asId, type ActionId } from '../../shared/model/ids.ts';
import type { Studio } from '../state/studio.ts';

/** Makes the same action once more, and shows it. */
export function duplicateAction({ editor, ui }: Studio, id: string): void {
  const action = asId<ActionId>(id);
  const done = editor.execute(ui.place((at) => ({ kind: 'action.duplicate', action, at }), { beside: id }));
  if (!done.ok) return ui.notify('bad', done.failure.sentence);
  ui.reveal(done.value, true);
  ui.showRight('inspector');
}
