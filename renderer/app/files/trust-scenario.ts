import type { Studio } from '../../state/studio.ts';
import { showFailure } from './show-failure.ts';

/** Allows live actions and secrets to a scenario made elsewhere, which the app itself asks about, or takes that back. */
export async function trustScenario(studio: Studio, trusted: boolean): Promise<void> {
  const { openFile, repairedFrom } = studio.editor.getState();
  const file = (openFile ?? repairedFrom)?.file;
  if (file === undefined) return;
  const kept = await studio.host.call('scenario.trust', { file, trusted });
  if (!kept.ok) return showFailure(studio, kept.failure);
  studio.editor.setTrusted(kept.value.trusted);
  if (!kept.value.trusted) await studio.run.setMode('mock');
}
