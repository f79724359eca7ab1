import { assertNever } from '../../../shared/base/assert-never.ts';
import { AttributesDialog } from '../../attributes/attributes-dialog.tsx';
import { GalleryDialog } from '../../gallery/gallery-dialog.tsx';
import { RecentDialog } from '../../recent/recent-dialog.tsx';
import { SecretsDialog } from '../../secrets/secrets-dialog.tsx';
import { useUi } from '../../state/studio.ts';
import { TranslationReport } from '../../translations/translation-report.tsx';
import { TranslationsDialog } from '../../translations/translations-dialog.tsx';
import { DiskChangesDialog } from '../../versions/disk-changes-dialog.tsx';
import { VersionsDialog } from '../../versions/versions-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { ExportBundleDialog } from './export-bundle-dialog.tsx';
import { ImportBundleDialog } from './import-bundle-dialog.tsx';
import { NewScenarioDialog } from './new-scenario-dialog.tsx';
import { ReadProblemsDialog } from './read-problems-dialog.tsx';
import { RecoverDialog } from './recover-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';
import { useFocusGivenBack } from './use-focus-given-back.ts';

/** The one thing that covers the window, if anything does. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  useFocusGivenBack();
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'newScenario':
      return <NewScenarioDialog />;
    case 'recent':
      return <RecentDialog />;
    case 'exportBundle':
      return <ExportBundleDialog />;
    case 'importBundle':
      return <ImportBundleDialog {...dialog} />;
    case 'recover':
      return <RecoverDialog {...dialog} />;
    case 'readProblems':
      return <ReadProblemsDialog {...dialog} />;
    case 'unsaved':
      return <UnsavedDialog {...dialog} />;
    case 'secrets':
      return <SecretsDialog />;
    case 'gallery':
      return <GalleryDialog />;
    case 'versions':
      return <VersionsDialog />;
    case 'translations':
      return <TranslationsDialog />;
    case 'attributes':
      return <AttributesDialog {...dialog} />;
    case 'translationReport':
      return <TranslationReport {...dialog} />;
    case 'diskChanges':
      return <DiskChangesDialog {...dialog} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'about':
      return <AboutDialog />;
    default:
      return assertNever(dialog);
  }
}
