import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { createDocument, type Document } from '../../../shared/model/document.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import type { Dialog } from '../../state/ui-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ChangesView } from '../../versions/changes-view.tsx';
import { forgetJournal } from '../files/leave-scenario.ts';
import { restoreWork } from '../files/show-scenario.ts';
import './recover-dialog.css';

type Recovered = Extract<Dialog, { kind: 'recover' }>;

/** Offers the work of a session that did not end well. One of the two has to be chosen: nothing is dropped silently. */
export function RecoverDialog(recovered: Recovered) {
  const studio = useStudio();
  const file = useEditor((state) => state.openFile?.name ?? null);
  const sides = useSides(recovered, file !== null);
  const discard = async (): Promise<void> => {
    studio.ui.closeDialog();
    await forgetJournal(studio);
  };
  const restore = (): void => {
    studio.ui.closeDialog();
    restoreWork(studio, recovered);
  };
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
      <Summary {...recovered} file={file} />
      {sides !== null && (
        <section className="recover-changes" aria-label="What would come back">
          <h3>What would come back</h3>
          <ChangesView {...sides} same="Nothing in it is different from the file." leads={false} />
        </section>
      )}
    </DialogFrame>
  );
}

function Summary({ savedAt, edits, base, file }: Recovered & { readonly file: string | null }) {
  const when = new Date(savedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p>
        <strong>
          {edits} {edits === 1 ? 'edit' : 'edits'}
        </strong>{' '}
        up to {when} {edits === 1 ? 'is' : 'are'} {file === null ? 'in no file yet' : `not in “${file}”`}. Restoring
        shows
        {edits === 1 ? ' it' : ' them'}; nothing is written until you save.
      </p>
      {base !== undefined && (
        <p className="recover-warning">
          Another program wrote the file since. That stays too: after restoring, Parley offers to merge both, and saving
          does not write over it.
        </p>
      )}
    </>
  );
}

type Sides = { readonly before: Document; readonly after: Document };

/** What is on disk, or was when the work began, and what it became; of work in no file all of it would come back. */
function useSides({ text, base }: Recovered, isInFile: boolean): Sides | null {
  const saved = useEditor((state) => state.saved);
  return useMemo(() => {
    const after = readScenario(text);
    if (!after.ok) return null;
    const began = base === undefined ? null : readScenario(base.text);
    const inFile = began?.ok === true ? began.value.document : saved;
    return {
      before: isInFile ? inFile : createDocument(after.value.document.scenario),
      after: after.value.document,
    };
  }, [text, base, saved, isInFile]);
}
