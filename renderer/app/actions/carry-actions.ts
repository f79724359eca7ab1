import type { Command } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';
import { stepMove } from '../../outline/outline-moves.ts';
import type { Studio } from '../../state/studio.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

type Step = -1 | 1;

/** One place on: past a sibling, or over into the neighbouring frame. Null at the very end, and for several at once. */
export function carryCommand(document: Document, selection: readonly string[], step: Step): Command | null {
  const [id] = selection;
  if (id === undefined || selection.length > 1) return null;
  const found = findActionUse(document, id);
  if (found === undefined) return stepMove(document, id, step);
  const ids = found.intent.actions.map((use) => use.id);
  const at = ids.indexOf(found.use.id);
  if (ids[at + step] === undefined) return null;
  const before = ids[step === -1 ? at - 1 : at + 2] ?? null;
  return { kind: 'actionUse.move', id: found.use.id, intent: found.intent.id, before };
}

const carried = ({ editor }: Studio, step: Step): Command | null =>
  carryCommand(editor.getState().document, editor.getState().selection, step);

const carry = (id: string, name: string, shortcut: string, step: Step): EditorAction =>
  defineAction({
    id,
    name,
    shortcut,
    keywords: ['reorder', 'move', 'order', 'earlier', 'later'],
    isEnabled: (studio) => carried(studio, step) !== null,
    whyNot: ({ editor }) =>
      editor.getState().selection.length === 1 ? 'There is nothing beyond.' : 'Choose one thing of the talk first.',
    run: (studio) => {
      const command = carried(studio, step);
      const done = command === null ? null : studio.editor.execute(command, null, true);
      if (done?.ok === false) studio.ui.notify('bad', done.failure.sentence);
    },
  });

/** What dragging does in the outline and on the canvas, by key. */
export const carryActions: readonly EditorAction[] = [
  carry('edit.carryUp', 'Move up', 'alt+arrowup', -1),
  carry('edit.carryDown', 'Move down', 'alt+arrowdown', 1),
];
