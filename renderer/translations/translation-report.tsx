import { Button } from '@mantine/core';
import type { FileProblem } from '../../shared/exchange/translations/translation-file.ts';
import { useStudio } from '../state/studio.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { ReadProblemList } from '../app/dialogs/read-problem-list.tsx';

type TranslationReportProps = { readonly name: string; readonly problems: readonly FileProblem[] };

/** Beyond this nobody reads on. */
const mostShown = 200;

/** What of a file of translations did not fit, place by place. The rest came in. */
export function TranslationReport({ name, problems }: TranslationReportProps) {
  const { ui } = useStudio();
  const back = (): void => ui.openDialog({ kind: 'translations' });
  return (
    <DialogFrame
      title={`Not all of “${name}” fits`}
      size="lg"
      onClose={back}
      buttons={
        <Button onClick={back} data-autofocus>
          Go on
        </Button>
      }
    >
      <p>
        {problems.length === 1 ? 'One place was' : `${problems.length} places were`} left out. Everything else came in.
      </p>
      <ReadProblemList
        problems={problems.slice(0, mostShown).map(({ place, sentence }) => ({ pointer: place, sentence }))}
      />
    </DialogFrame>
  );
}
