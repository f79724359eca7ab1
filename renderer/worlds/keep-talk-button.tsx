import { Button } from '@mantine/core';
import { Disc } from 'lucide-react';
import { useWrite } from '../inspector/edit.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { keepable, keepTalk } from './keep-talk.ts';

/** Makes a world of what just happened, and has the talk go on in it. */
export function KeepTalkButton() {
  const { editor, run, ui } = useStudio();
  const write = useWrite();
  const document = useEditor((state) => state.document);
  const count = useRun((state) => keepable(document, state.calls).length);
  const keep = (): void => {
    const { command, id } = keepTalk(editor.getState().document, run.getState().calls);
    const refusal = write(command);
    if (refusal !== null) return ui.notify('bad', refusal);
    void run.setWorld(id);
    ui.notify('good', 'What services answered in the talk is a world now. Undo takes it back.');
  };
  return (
    <Button
      variant="default"
      leftSection={<Disc size={13} strokeWidth={2} aria-hidden />}
      disabled={count === 0}
      title={count === 0 ? 'Talk first: no action has been answered yet' : `${count} answers of the talk`}
      onClick={keep}
    >
      Keep what just happened
    </Button>
  );
}
