import type { Document } from '../../../shared/model/document.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import type { Studio } from '../../state/studio.ts';
import type { DiskChanges } from '../../state/ui-store.ts';
import { showFailure } from './show-failure.ts';

/** Reads what another program wrote to the open file, and shows how it and the scenario on screen go together. */
export async function reviewDiskChanges(studio: Studio): Promise<void> {
  const { openFile } = studio.editor.getState();
  if (openFile === null) return;
  const read = await studio.host.call('scenario.reopen', { file: openFile.file });
  if (!read.ok) return showFailure(studio, read.failure);
  if (read.value.kind !== 'opened') return;
  const { text, hash } = read.value.scenario;
  const theirs = readScenario(text);
  if (!theirs.ok) {
    studio.ui.notify(
      'bad',
      `What is in “${openFile.name}” now is no scenario Parley can read. Yours is unharmed: save it under another name, or over the file.`,
    );
    return;
  }
  // Wanted by few, and late: it comes with the first merge.
  const { mergeDocuments } = await import('../../../shared/merge/merge-documents.ts');
  // Only now: what was done while the file was read belongs to ours.
  const { saved, document } = studio.editor.getState();
  const merge = mergeDocuments(saved, document, theirs.value.document);
  studio.ui.openDialog({ kind: 'diskChanges', theirs: theirs.value.document, hash, merge });
}

/** Takes the merge, as one step. From here on the file as it is now is what "edited" is measured against. */
export function takeDiskChanges(studio: Studio, { theirs, hash }: DiskChanges, merged: Document): void {
  const { editor, ui } = studio;
  const { openFile } = editor.getState();
  if (openFile === null) return;
  const count = editor.adopt('Take in changes of the file', merged, { saved: theirs, hash });
  const what =
    count === 0 ? 'Nothing had to change here.' : `${count} ${count === 1 ? 'record' : 'records'} changed here.`;
  ui.notify('good', `${what} ${count === 0 ? '' : 'Undo takes that back. '}Nothing is written until you save.`);
}
