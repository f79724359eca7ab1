import type { FormerFile, Version } from '../../../shared/bridge/contract/version-contract.ts';
import type { Document } from '../../../shared/model/document.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { isRestricted } from '../../state/editor-store.ts';
import type { Studio } from '../../state/studio.ts';
import { leaveScenario } from './leave-scenario.ts';
import { showFailure } from './show-failure.ts';
import { showDocument } from './show-scenario.ts';

const fileOf = ({ editor }: Studio): string | null => editor.getState().openFile?.file ?? null;

/** What is kept of the open file, and what of files that are gone may be its own. */
export type KeptOfFile = { readonly versions: readonly Version[]; readonly former: readonly FormerFile[] };

/** The versions kept of the open file, newest first; null when they cannot be told. */
export async function listVersions(studio: Studio): Promise<KeptOfFile | null> {
  const file = fileOf(studio);
  if (file === null) return { versions: [], former: [] };
  const listed = await studio.host.call('version.list', { file });
  if (listed.ok) return { versions: listed.value.versions, former: listed.value.former ?? [] };
  showFailure(studio, listed.failure);
  return null;
}

/** The versions of a file that is gone go on as those of the open one. */
export async function takeOverVersions(studio: Studio, { id, name }: FormerFile): Promise<void> {
  const file = fileOf(studio);
  if (file === null) return;
  const taken = await studio.host.call('version.takeOver', { file, former: id });
  if (!taken.ok) return showFailure(studio, taken.failure);
  const count = taken.value.versions === 1 ? 'One version' : `${taken.value.versions} versions`;
  studio.ui.notify('good', `${count} of “${name}” came along.`);
}

/** Keeps the scenario as it is on screen. */
export async function keepVersion(studio: Studio, name: string, note: string): Promise<Version | null> {
  const file = fileOf(studio);
  if (file === null) return null;
  const text = printScenario(studio.editor.getState().document);
  const kept = await studio.host.call('version.keep', { file, name, note, text });
  if (!kept.ok) {
    showFailure(studio, kept.failure);
    return null;
  }
  const { version, dropped } = kept.value;
  const gone = dropped.map((old) => `“${old}”`).join(', ');
  if (dropped.length > 0) studio.ui.notify('info', `There is room for so many versions only, so ${gone} gave way.`);
  return version;
}

/** A version as a document; null when it cannot be read, which was then told. */
export async function readVersion(studio: Studio, { id, name }: Version): Promise<Document | null> {
  const file = fileOf(studio);
  if (file === null) return null;
  const found = await studio.host.call('version.read', { file, id });
  if (!found.ok) {
    showFailure(studio, found.failure);
    return null;
  }
  const read = readScenario(found.value.text);
  if (read.ok) return read.value.document;
  studio.ui.notify('bad', `The version “${name}” is damaged and cannot be read. ${read.failure[0]?.sentence ?? ''}`);
  return null;
}

export async function forgetVersion(studio: Studio, { id }: Version): Promise<void> {
  const file = fileOf(studio);
  const forgotten = file === null ? null : await studio.host.call('version.forget', { file, id });
  if (forgotten?.ok === false) showFailure(studio, forgotten.failure);
}

/** The scenario becomes what it was, as one step that can be undone; the file stays until it is saved. */
export function restoreVersion({ editor, ui }: Studio, name: string, document: Document): void {
  const count = editor.adopt(`Restore “${name}”`, document);
  if (count === 0) return ui.notify('info', `The scenario is as it was in “${name}” already.`);
  ui.notify('good', `The scenario is as it was in “${name}”. Undo brings back what you had.`);
}

/** Shows a version as a new scenario without a file. What a stranger made stays restricted. */
export async function openVersionCopy(studio: Studio, document: Document): Promise<void> {
  const state = studio.editor.getState();
  const held = state.openFile ?? state.repairedFrom;
  if (!(await leaveScenario(studio))) return;
  const origin = isRestricted(state) && held !== null ? { recovered: true, repairedFrom: held } : {};
  await showDocument(studio, document, null, origin);
}
