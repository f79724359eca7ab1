import type { OpenedScenario, Recovery } from '../../../shared/bridge/contract/scenario-contract.ts';
import { diffDocuments } from '../../../shared/merge/diff-documents.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { ReadProblem } from '../../../shared/persistence/read-problem.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { repairScenario } from '../../../shared/persistence/repair-scenario.ts';
import type { OpenFile, Origin } from '../../state/editor-store.ts';
import type { Studio } from '../../state/studio.ts';
import { forgetJournal } from './leave-scenario.ts';
import { refreshRecent } from './recent-files.ts';

/** Puts another document on the screen: the talk ends, and the past goes. */
export async function showDocument(
  studio: Studio,
  document: Document,
  openFile: OpenFile | null,
  origin: Origin = {},
): Promise<void> {
  const { editor, host, journal } = studio;
  const before = editor.getState();
  await forgetJournal(studio);
  editor.replace(document, openFile, origin);
  journal.restart();
  const held = before.openFile ?? before.repairedFrom;
  const isStillHeld = held?.file === openFile?.file || held?.file === origin.repairedFrom?.file;
  if (held !== null && !isStillHeld) await host.call('scenario.close', { file: held.file });
}

/** Shows a file the host has opened, or says what is wrong with it. What is damaged stays as it is on disk. */
export async function showOpened(studio: Studio, opened: OpenedScenario): Promise<void> {
  const { file, name, place, hash, trusted, text, recovery, moved } = opened;
  const read = readScenario(text);
  if (!read.ok) return showDamaged(studio, opened, read.failure);
  await showDocument(studio, read.value.document, { file, name, place, hash, trusted });
  await refreshRecent(studio);
  if (moved !== undefined && moved.versions > 0) studio.ui.notify('good', tellMoved(name, moved));
  if (recovery !== null) studio.ui.openDialog({ kind: 'recover', ...recovery });
}

function tellMoved(name: string, moved: NonNullable<OpenedScenario['moved']>): string {
  const before = moved.name === name ? `It was in ${moved.place}` : `It was called “${moved.name}”`;
  const along = moved.versions === 1 ? 'its named version' : `its ${moved.versions} named versions`;
  return `“${name}” was moved by another program. ${before}, and ${along} came along.`;
}

/** A copy of what can be read is offered. The file stays held meanwhile: whose it is decides what the copy may do. */
function showDamaged(
  studio: Studio,
  { file, trusted, name, text }: OpenedScenario,
  problems: readonly ReadProblem[],
): void {
  const { ui, host, editor } = studio;
  const repaired = repairScenario(text);
  ui.openDialog({
    kind: 'readProblems',
    name,
    problems: repaired.ok ? repaired.value.leftOut : problems,
    decide: async (openRepaired) => {
      ui.closeDialog();
      const origin = { recovered: true, repairedFrom: { file, trusted } };
      if (openRepaired && repaired.ok) return showDocument(studio, repaired.value.document, null, origin);
      if (editor.getState().openFile?.file !== file) await host.call('scenario.close', { file });
    },
    canRepair: repaired.ok,
  });
}

/** Gives back what a session that did not end well had not saved. It stays in the journal until it is in the file. */
export function restoreWork(studio: Studio, { text, base }: Recovery): void {
  const { editor, journal } = studio;
  const read = readScenario(text);
  if (!read.ok) return showUnreadable(studio, read.failure);
  const { document } = read.value;
  const { openFile, saved } = editor.getState();
  const began = base === undefined ? null : readScenario(base.text);
  if (openFile !== null && base !== undefined && began?.ok === true) {
    // Known as it was when the work began: what others wrote since is offered, and saving does not write over it.
    const origin = { saved: began.value.document, recovered: true, onDisk: 'changed' } as const;
    editor.replace(document, { ...openFile, hash: base.hash }, origin);
  } else editor.replace(document, openFile, { saved, recovered: true });
  const from = editor.getState().saved;
  journal.restart({ base: from, edits: diffDocuments(from, document) });
}

function showUnreadable({ ui }: Studio, problems: readonly ReadProblem[]): void {
  const decide = async (): Promise<void> => ui.closeDialog();
  ui.openDialog({ kind: 'readProblems', name: 'The recovered work', problems, decide, canRepair: false });
}
