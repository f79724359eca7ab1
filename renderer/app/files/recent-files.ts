import type { Studio } from '../../state/studio.ts';

/** Asks the host which files were open lately. That it cannot tell is nothing to bother anybody with. */
export async function refreshRecent({ host, ui }: Pick<Studio, 'host' | 'ui'>): Promise<void> {
  const recent = await host.call('scenario.recent', {});
  if (recent.ok) ui.setRecentFiles(recent.value.files);
}
