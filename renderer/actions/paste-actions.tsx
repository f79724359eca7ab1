import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { pasteActions } from './action-clipboard.ts';

/** A place to paste into: what the clipboard holds is given by whoever sits here, never taken. */
export function PasteActions({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const [text, setText] = useState('');
  const take = (given: string): void => {
    if (pasteActions(studio, given)) onClose();
  };
  return (
    <DialogFrame
      title="Paste actions"
      size="lg"
      onClose={onClose}
      buttons={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={text.trim() === ''} onClick={() => take(text)}>
            Paste
          </Button>
        </>
      }
    >
      <p>
        Actions copied as text in a scenario, or an action bundle. What has a name that is taken here gets a new one.
      </p>
      <textarea
        className="control json-control"
        data-mono
        data-autofocus
        aria-label="Text of the actions"
        rows={8}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}
