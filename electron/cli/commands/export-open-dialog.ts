import { exportAttributeTypes } from '../../../shared/exchange/opendialog/attribute-types.ts';
import { exportOpenDialog, printOpenDialog } from '../../../shared/exchange/opendialog/export-open-dialog.ts';
import { pointerOf } from '../../../shared/persistence/read-problem.ts';
import { problemPointer } from '../problem-pointer.ts';
import { loadScenario, reportProblems, reportUnusable, type Report } from '../scenario-input.ts';
import { writeText } from '../text-files.ts';

/** What goes into the file, and whether it is all of it. */
export type ExportedText = { readonly text: string; readonly isWhole: boolean };

/** The scenario as a file of OpenDialog; what has no place in one is told. Null when it could not be made. */
export async function openDialogText(
  file: string,
  attributes: string | null,
  report: Report,
): Promise<ExportedText | null> {
  const loaded = await loadScenario(file, report);
  if (loaded === null) return null;
  const exported = exportOpenDialog(loaded.document);
  const problems = exported.findings.map(({ ref, sentence }) => ({
    pointer: problemPointer(loaded.document, { ref, field: '' }) || pointerOf(['scenario']),
    sentence,
  }));
  reportProblems(file, problems, report);
  if (attributes !== null) {
    const types = `${JSON.stringify(exportAttributeTypes(loaded.document), null, 4)}\n`;
    const written = await writeText(attributes, types, { keepPrevious: true });
    if (!written.ok) return reportUnusable(attributes, [{ pointer: '', sentence: written.failure }], report);
  }
  return { text: printOpenDialog(exported), isWhole: problems.length === 0 };
}
