import { importOpenDialog } from '../../../shared/exchange/opendialog/import-open-dialog.ts';
import type { Studio } from '../../state/studio.ts';
import { leaveScenario } from './leave-scenario.ts';
import { showDocument } from './show-scenario.ts';

/** A scenario of another system becomes one of ours, in no file yet; what could not come along is listed. */
export async function showImported(studio: Studio, name: string, text: string): Promise<void> {
  const imported = importOpenDialog(text);
  if (!imported.ok) {
    const decide = async (): Promise<void> => studio.ui.closeDialog();
    return studio.ui.openDialog({ kind: 'readProblems', name, problems: imported.failure, decide, canRepair: false });
  }
  if (!(await leaveScenario(studio))) return;
  const { document, report } = imported.value;
  await showDocument(studio, document, null);
  const changed = report.findings.filter(({ outcome }) => outcome !== 'kept').length;
  const counted = `${report.mapped.length} records came in from “${name}”`;
  studio.ui.notify(
    changed === 0 ? 'good' : 'info',
    changed === 0
      ? `${counted}. Save it to keep it.`
      : `${counted}; ${changed === 1 ? 'one thing is' : `${changed} things are`} not as in OpenDialog. “parley import” lists each. Save the scenario to keep it.`,
  );
}
