import type { Studio } from '../../state/studio.ts';
import {
  arrangeActions,
  clipboardActions,
  placeActions,
  pointerActions,
  replaceAction,
  searchAction,
  selectActions,
  wireActions,
} from './canvas-actions.ts';
import { noteCommand } from '../recent-choices.ts';
import { carryActions } from './carry-actions.ts';
import { editActions } from './edit-actions.ts';
import type { EditorAction } from './editor-action.ts';
import { fileActions, recentActions } from './file-actions.ts';
import { helpActions } from './help-actions.ts';
import { insertActions } from './insert-actions.ts';
import { messageActions } from './message-actions.ts';
import { withOwnShortcut } from './own-shortcuts.ts';
import { runActions } from './run-actions.ts';
import { viewActions } from './view-actions.ts';

/** With the keys they come with. */
export const fixedActions: readonly EditorAction[] = [
  ...fileActions,
  ...editActions,
  ...messageActions,
  ...clipboardActions,
  ...selectActions,
  ...arrangeActions,
  ...wireActions,
  ...pointerActions,
  ...carryActions,
  searchAction,
  replaceAction,
  ...insertActions,
  ...viewActions,
  ...placeActions,
  ...runActions,
  ...helpActions,
];
const byId = new Map(fixedActions.map((action) => [action.id, action]));

const ownOf = ({ ui }: Studio) => ui.getState().preferences.shortcuts;

/** Everything that can be done now, with the keys it has for this person: the fixed actions, and one for each recent file. */
export const allActions = (studio: Studio): readonly EditorAction[] =>
  [...fixedActions, ...recentActions(studio)].map((action) => withOwnShortcut(action, ownOf(studio)));

export function findAction(studio: Studio, id: string): EditorAction | undefined {
  const action = byId.get(id) ?? recentActions(studio).find((recent) => recent.id === id);
  return action === undefined ? undefined : withOwnShortcut(action, ownOf(studio));
}

/** Does it if it can be done. A fault goes to the window's own net, like any other. */
export function runAction(studio: Studio, action: EditorAction): void {
  if (!action.isEnabled(studio)) return;
  if (action.id !== 'view.commandPalette') noteCommand(action.id);
  void action.run(studio);
}
