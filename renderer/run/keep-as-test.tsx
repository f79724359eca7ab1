import { ListChecks } from 'lucide-react';
import { nameOfSteps, stepsOfTalk } from '../inspector/data/steps-of-talk.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Makes a conversation test of the talk so far, and shows it. */
export function KeepAsTest() {
  const { run, editor, ui } = useStudio();
  const hasTalk = useRun((state) => state.bubbles.some(({ kind }) => kind === 'said'));
  const keep = (): void => {
    const { document } = editor.getState();
    const steps = stepsOfTalk(
      document,
      run.getState().exchanges.flatMap(({ events }) => events),
    );
    const added = editor.execute({ kind: 'test.add', name: nameOfSteps(steps), steps });
    if (added.ok) ui.showRight('inspector');
    else ui.notify('bad', added.failure.sentence);
  };
  return <IconButton icon={ListChecks} label="Make a test from this talk" disabled={!hasTalk} onClick={keep} />;
}
