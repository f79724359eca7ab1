import { Button } from '@mantine/core';
import { chooseScenario } from '../app/files/open-scenario.ts';
import { useStudio, useUi } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { RecentCards } from './recent-cards.tsx';

/** What was open lately, to be told apart by how it looks. */
export function RecentDialog() {
  const studio = useStudio();
  const isEmpty = useUi((state) => state.recentFiles.length === 0);
  const choose = (): void => {
    studio.ui.closeDialog();
    void chooseScenario(studio);
  };
  return (
    <DialogFrame
      title="Recent scenarios"
      size={isEmpty ? 480 : 860}
      onClose={studio.ui.closeDialog}
      buttons={
        <Button variant="default" onClick={choose} data-autofocus={isEmpty || undefined}>
          {isEmpty ? 'Open…' : 'Open another…'}
        </Button>
      }
    >
      {isEmpty ? <p>What you open or save is listed here, with a small picture of it.</p> : <RecentCards />}
    </DialogFrame>
  );
}
