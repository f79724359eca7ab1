import { Button } from '@mantine/core';
import { useEditor } from '../../state/studio.ts';
import type { UnsavedChoice } from '../../state/ui-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';

/** Asks what becomes of work that is in no file. */
export function UnsavedDialog({ answer }: { answer: (choice: UnsavedChoice) => void }) {
  const name = useEditor((state) => state.document.scenario.name);
  const isInFile = useEditor((state) => state.openFile !== null);
  const isGone = useEditor((state) => state.onDisk === 'gone');
  return (
    <DialogFrame
      title={`Save the changes to “${name}”?`}
      onClose={() => answer('stay')}
      buttons={
        <>
          <Button variant="subtle" color="red" onClick={() => answer('discard')}>
            Don’t save
          </Button>
          <Button variant="default" onClick={() => answer('stay')}>
            Stay here
          </Button>
          <Button onClick={() => answer('save')} data-autofocus>
            {isInFile ? 'Save' : 'Save as…'}
          </Button>
        </>
      }
    >
      {isGone ? (
        <p>Its file is not in its folder any more. What is on the screen is lost if you don’t save it.</p>
      ) : (
        <p>What you changed is not in {isInFile ? 'the file' : 'a file'} yet, and is lost if you don’t save it.</p>
      )}
    </DialogFrame>
  );
}
