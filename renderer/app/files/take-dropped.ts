import { importOpenDialog } from '../../../shared/exchange/opendialog/import-open-dialog.ts';
import type { Studio } from '../../state/studio.ts';
import { droppedKind } from './dropped-kind.ts';
import { addCurlAction } from './curl-files.ts';
import { leaveScenario } from './leave-scenario.ts';
import { openDropped } from './open-scenario.ts';
import { showDocument } from './show-scenario.ts';
import { importTranslations } from './translation-files.ts';

/** What is larger is looked at by the host alone, which says so. */
const mostRead = 64 * 1024 * 1024;

/** Takes in what was dropped on the window as what it is: one file at a time, and what is none of ours is told. */
export async function takeDropped(studio: Studio, files: readonly File[], pathOf: (file: File) => string) {
  const [file] = files;
  if (file === undefined) return;
  if (files.length > 1) studio.ui.notify('info', `One file at a time: only “${file.name}” is opened.`);
  const text = file.size > mostRead ? null : await file.text().catch(() => null);
  const kind = text === null ? 'scenario' : droppedKind(file.name, text);
  // What cannot be read as text, a folder for one, is the host's to refuse.
  if (text === null || kind === 'scenario') {
    const path = pathOf(file);
    if (path !== '') await openDropped(studio, path);
  } else if (kind === 'bundle') studio.ui.openDialog({ kind: 'importBundle', name: file.name, text });
  else if (kind === 'openDialog') await showImported(studio, file.name, text);
  else if (kind === 'translations') importTranslations(studio, file.name, text);
  else if (kind === 'curl') addCurlAction(studio, text);
  else
    studio.ui.notify(
      'bad',
      `“${file.name}” is no scenario, action bundle, scenario of OpenDialog, translation or curl command, so it was not opened.`,
    );
}

/** A scenario of another system becomes one of ours, in no file yet; what could not come along is listed. */
async function showImported(studio: Studio, name: string, text: string): Promise<void> {
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
