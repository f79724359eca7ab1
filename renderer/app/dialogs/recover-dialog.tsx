import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { createDocument } from '../../../shared/model/document.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import type { Dialog } from '../../state/ui-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ChangesView } from '../../versions/changes-view.tsx';
import { forgetJournal } from '../files/leave-scenario.ts';
import { restoreWork } from '../files/show-scenario.ts';

/** Offers the work of a session that did not end well. One of the two has to be chosen: nothing is dropped silently. */
export function RecoverDialog({ text, savedAt, edits }: Extract<Dialog, { kind: 'recover' }>) {
  const studio = useStudio();
  const file = useEditor((state) => state.openFile?.name ?? null);
  const saved = useEditor((state) => state.saved);
  const left = useMemo(() => readScenario(text), [text]);
  const discard = async (): Promise<void> => {
    studio.ui.closeDialog();
    await forgetJournal(studio);
  };
  const restore = (): void => {
    studio.ui.closeDialog();
    restoreWork(studio, text);
  };
  const when = new Date(savedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <DialogFrame
      title="Parley closed before your work was saved"
      size="lg"
      onClose={null}
      buttons={
        <>
          <Button variant="default" onClick={() => void discard()}>
            {file === null ? 'Throw it away' : 'Keep what is in the file'}
          </Button>
          <Button onClick={restore} data-autofocus>
            Restore my work
          </Button>
        </>
      }
    >
      <p>
        <strong>
          {edits} {edits === 1 ? 'edit' : 'edits'}
        </strong>{' '}
        up to {when} {edits === 1 ? 'is' : 'are'} {file === null ? 'in no file yet' : `not in “${file}”`}. Restoring
        shows
        {edits === 1 ? ' it' : ' them'}; nothing is written until you save.
      </p>
      {left.ok && (
        <div className="recover-changes">
          <ChangesView
            // Of work that is in no file all of it would come back.
            before={file === null ? createDocument(left.value.document.scenario) : saved}
            after={left.value.document}
            same="Nothing in it is different from the file."
            leads={false}
          />
        </div>
      )}
    </DialogFrame>
  );
}
