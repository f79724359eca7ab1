import { useKeysOf } from '../app/use-keys-of.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { useCanvas } from './canvas-store.ts';

/** Says that only one conversation is shown, and shows the others again. */
export function FocusBar() {
  const { ui } = useStudio();
  const keysOf = useKeysOf();
  const focused = useCanvas((state) => state.part.focused);
  const name = useEditor((state) => state.document.tables.conversations.get(focused ?? '')?.name);
  if (name === undefined) return null;
  return (
    <div className="canvas-bar focus-bar" role="status">
      <span>
        Only “<b>{name}</b>” is shown
      </span>
      <button type="button" title={keysOf('view.focusConversation')} onClick={() => ui.askCanvas('focusConversation')}>
        Show all
      </button>
    </div>
  );
}
