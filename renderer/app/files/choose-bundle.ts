import type { Studio } from '../../state/studio.ts';
import { showFailure } from './show-failure.ts';

/** Asks for a bundle, and shows what would come in. */
export async function chooseBundle(studio: Studio): Promise<void> {
  const chosen = await studio.host.call('import.choose', { what: 'bundle' });
  if (!chosen.ok) return showFailure(studio, chosen.failure);
  if (chosen.value.kind === 'chosen')
    studio.ui.openDialog({ kind: 'importBundle', name: chosen.value.name, text: chosen.value.text });
}
