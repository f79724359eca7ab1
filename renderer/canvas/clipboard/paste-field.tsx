import { useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { pasteTarget } from './paste-target.ts';
import { takeText } from './take-text.ts';

/** A place to paste into for those who came by a menu: the clipboard is given by a person, never taken. */
export function PasteField() {
  const studio = useStudio();
  const store = useCanvasStore();
  const isOpen = useCanvas((state) => state.pasting);
  if (!isOpen) return null;
  const close = (): void => store.setState({ pasting: false, pasteAt: null });
  return (
    <DialogFrame title="Paste" size="lg" onClose={close}>
      <p>Press Ctrl+V here to paste what was copied in another window or sent to you as text.</p>
      <textarea
        className="control json-control"
        data-mono
        data-autofocus
        aria-label="What was copied"
        rows={6}
        spellCheck={false}
        value=""
        readOnly
        onPaste={(event) => {
          event.preventDefault();
          const text = event.clipboardData.getData('text/plain');
          if (text.trim() !== '')
            void takeText(studio, store, text, pasteTarget(studio, store)).then((isTaken) => isTaken && close());
        }}
      />
    </DialogFrame>
  );
}
