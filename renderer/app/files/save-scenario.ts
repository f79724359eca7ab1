import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import type { Document } from '../../../shared/model/document.ts';
import { isRestricted, type OpenFile } from '../../state/editor-store.ts';
import type { Studio } from '../../state/studio.ts';
import { refreshRecent } from './recent-files.ts';
import { showFailure } from './show-failure.ts';

/** Writes the scenario to its file, or asks for one. True when the file holds it. */
export async function saveScenario(studio: Studio): Promise<boolean> {
  const { document, openFile } = studio.editor.getState();
  if (openFile === null) return saveScenarioAs(studio);
  const saving = beginSave(studio);
  const input = { file: openFile.file, text: printScenario(document), ifHash: openFile.hash };
  const saved = await studio.host.call('scenario.save', input);
  if (saved.ok) return saving.succeed(document, { ...openFile, hash: saved.value.hash });
  if (saved.failure.code === 'scenario.changedOnDisk') studio.editor.setOnDisk('changed');
  showFailure(studio, saved.failure);
  return false;
}

/** Asks where, and goes on there. */
export async function saveScenarioAs(studio: Studio): Promise<boolean> {
  const state = studio.editor.getState();
  const { document } = state;
  const saving = beginSave(studio);
  const suggestedName = state.openFile?.name ?? document.scenario.name;
  const saved = await studio.host.call('scenario.saveAs', { suggestedName, text: printScenario(document) });
  if (!saved.ok) showFailure(studio, saved.failure);
  if (!saved.ok || saved.value.kind === 'cancelled') return false;
  const { file, name, place, hash, versions = 0 } = saved.value;
  // What a stranger made stays restricted under another name; the host decides the same.
  await saving.succeed(document, { file, name, place, hash, trusted: !isRestricted(state) });
  const held = (state.openFile ?? state.repairedFrom)?.file ?? null;
  if (versions > 0) studio.ui.notify('good', `Saved as “${name}”, with ${countVersions(versions)}.`);
  if (file === held) return true;
  await studio.host.call('scenario.discardJournal', { file: state.openFile?.file ?? null });
  if (held !== null) await studio.host.call('scenario.close', { file: held });
  return true;
}

/**
 * What is typed meanwhile stays unsaved. The journal goes on as it does, so a save that takes long or fails has everything
 * in it within a quarter of a second; one that goes well has no need to wait for that.
 */
function beginSave({ journal, editor, ui, host }: Studio) {
  const restartJournal = journal.beginSave();
  return {
    succeed: async (saved: Document, openFile: OpenFile): Promise<true> => {
      editor.markSaved(saved, openFile);
      restartJournal();
      if (editor.getState().document === saved) await host.call('scenario.discardJournal', { file: openFile.file });
      else await journal.flush();
      await refreshRecent({ host, ui });
      return true;
    },
  };
}

const countVersions = (count: number): string => (count === 1 ? 'its named version' : `its ${count} named versions`);
