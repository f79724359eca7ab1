import { Button } from '@mantine/core';
import type { Dialog } from '../../state/ui-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ReadProblemList } from './read-problem-list.tsx';

/** Says place by place what is wrong with a file, and offers what can be saved of it. */
export function ReadProblemsDialog({ name, problems, canRepair, decide }: Extract<Dialog, { kind: 'readProblems' }>) {
  return (
    <DialogFrame
      title={`“${name}” cannot be opened as it is`}
      size="lg"
      onClose={() => void decide(false)}
      buttons={
        <>
          <Button variant="default" onClick={() => void decide(false)}>
            {canRepair ? 'Leave it' : 'Close'}
          </Button>
          {canRepair && (
            <Button onClick={() => void decide(true)} data-autofocus>
              Open a repaired copy
            </Button>
          )}
        </>
      }
    >
      <p>
        {canRepair
          ? 'A repaired copy leaves out or resets what is listed here. The file itself stays as it is.'
          : 'The file stays as it is. Ask whoever made it for another copy, or mend what is listed here in a text editor.'}
      </p>
      <ReadProblemList problems={problems} />
    </DialogFrame>
  );
}
