import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { wideMessages } from '../../inspector/message/wide-messages.ts';
import type { Studio } from '../../state/studio.ts';
import { holdKeys } from '../../ui/held-keys.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

/** The one intent that is selected, if it says something. */
function speaking({ editor }: Studio): IntentRecord | undefined {
  const { selection, document } = editor.getState();
  const intent = selection.length === 1 ? document.tables.intents.get(selection[0] as IntentRecord['id']) : undefined;
  return intent?.speaker === 'APP' || (intent?.messages.length ?? 0) > 0 ? intent : undefined;
}

export const messageActions: readonly EditorAction[] = [
  defineAction({
    id: 'edit.messages',
    name: 'Write the messages in full size',
    shortcut: 'mod+alt+m',
    keywords: ['message', 'editor', 'preview', 'wide', 'text', 'form', 'card', 'buttons'],
    isEnabled: (studio) => speaking(studio) !== undefined,
    run: (studio) => {
      studio.ui.showRight('inspector');
      wideMessages.setState({ intent: speaking(studio)?.id ?? null });
      // Its form may still be on its way.
      holdKeys(() => document.activeElement?.closest('[role="dialog"]') != null);
    },
  }),
];
