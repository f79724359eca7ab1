import { FileClock, FileX, ShieldAlert } from 'lucide-react';
import { isRestricted } from '../state/editor-store.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { Banner } from '../ui/banner.tsx';
import { diskChoices } from './files/disk-choices.ts';
import { reviewDiskChanges } from './files/disk-changes.ts';
import { reloadFromDisk } from './files/open-scenario.ts';
import { saveScenario, saveScenarioAs } from './files/save-scenario.ts';
import { trustScenario } from './files/trust-scenario.ts';

/** What is special about the open file, until the person has decided about it. */
export function Banners() {
  const studio = useStudio();
  const restricted = useEditor(isRestricted);
  const name = useEditor((state) => state.openFile?.name ?? '');
  const onDisk = useEditor((state) => state.onDisk);
  return (
    <>
      {restricted && (
        <Banner
          icon={ShieldAlert}
          tone="warning"
          sentence="This scenario was made elsewhere. Live actions and secrets are off until you trust it."
          buttons={[{ label: 'Trust…', onPress: () => void trustScenario(studio, true) }]}
        />
      )}
      {onDisk === 'changed' && (
        <Banner
          icon={FileClock}
          tone="warning"
          sentence={`“${name}” was changed by another program since you opened it.`}
          buttons={[
            { label: diskChoices.merge, onPress: () => void reviewDiskChanges(studio) },
            { label: diskChoices.theirs, onPress: () => void reloadFromDisk(studio) },
            { label: diskChoices.mine, onPress: () => void saveScenarioAs(studio) },
          ]}
        />
      )}
      {onDisk === 'gone' && (
        <Banner
          icon={FileX}
          tone="warning"
          sentence={`“${name}” is not in its folder any more: it was deleted, renamed or moved. What is on the screen is safe, but in no file.`}
          buttons={[
            { label: 'Save it there again', onPress: () => void saveScenario(studio) },
            { label: 'Save as…', onPress: () => void saveScenarioAs(studio) },
          ]}
        />
      )}
    </>
  );
}
