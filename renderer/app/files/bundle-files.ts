import { exportBundle, printBundle } from '../../../shared/exchange/bundle/export-bundle.ts';
import { putsOfImport, type ImportItem } from '../../../shared/exchange/bundle/plan-bundle-import.ts';
import type { Document } from '../../../shared/model/document.ts';
import { programHash } from '../../../shared/program/program-hash.ts';
import type { Studio } from '../../state/studio.ts';
import { showFailure } from './show-failure.ts';

/** The action bundle of a scenario, as it would be written. */
export const bundleText = (document: Document): string => printBundle(exportBundle(document, programHash(document)));

/** Asks where and writes the bundle. True when it was written. */
export async function saveBundle(studio: Studio, text: string): Promise<boolean> {
  const { name } = studio.editor.getState().document.scenario;
  const saved = await studio.host.call('export.save', { suggestedName: `${name || 'scenario'}.bundle.json`, text });
  if (!saved.ok) showFailure(studio, saved.failure);
  if (!saved.ok || saved.value.kind === 'cancelled') return false;
  studio.ui.notify('good', `The bundle is in ${saved.value.place}.`);
  return true;
}

/** Takes in what is new and what was chosen to be replaced, as one step. */
export function importBundle(studio: Studio, items: readonly ImportItem[], replaced: ReadonlySet<string>): void {
  const puts = putsOfImport(items, replaced);
  const imported = studio.editor.execute({ kind: 'records.put', label: 'Import bundle', puts });
  if (!imported.ok) return studio.ui.notify('bad', imported.failure.sentence);
  studio.ui.notify('good', `${puts.length} ${puts.length === 1 ? 'record' : 'records'} came in. Undo takes them back.`);
}
