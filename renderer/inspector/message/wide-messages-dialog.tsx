import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { matchesShortcut } from '../../app/actions/shortcut.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { useStudio } from '../../state/studio.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { wideMessages } from './wide-messages.ts';
import './wide-messages-dialog.css';

type WideMessagesProps = { readonly name: string; readonly onAdd: () => void; readonly children: ReactNode };

const close = (): void => wideMessages.setState({ intent: null });

/** The messages of an intent with all the room there is: the form on the left, what people see beside it. */
export function WideMessages({ name, onAdd, children }: WideMessagesProps) {
  const { editor, platform } = useStudio();
  const onKeyDown = (event: KeyboardEvent): void => {
    // A field takes back what was typed by itself.
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null) return;
    const isUndo = matchesShortcut('mod+z', event.nativeEvent, platform);
    if (!isUndo && !matchesShortcut('mod+shift+z', event.nativeEvent, platform)) return;
    event.preventDefault();
    if (isUndo) editor.undo();
    else editor.redo();
  };
  return (
    <DialogFrame
      title={`Messages of ${visibleText(name)}`}
      size={1180}
      onClose={close}
      buttons={
        <>
          <Button variant="default" onClick={onAdd}>
            Add message
          </Button>
          <Button onClick={close}>Done</Button>
        </>
      }
    >
      <div className="wide-messages" onKeyDown={onKeyDown}>
        <h3 className="unseen">What the app says</h3>
        {children}
      </div>
    </DialogFrame>
  );
}
