import type { Studio } from '../../state/studio.ts';

type Part = Pick<Studio, 'host' | 'ui'>;

/** Asks the host which files were open lately. That it cannot tell is nothing to bother anybody with. */
export async function refreshRecent({ host, ui }: Part): Promise<void> {
  const recent = await host.call('scenario.recent', {});
  if (recent.ok) ui.setRecentFiles(recent.value.files);
}

/** Keeps a file in the list however many others are opened, or no longer. */
export async function pinRecent(studio: Part, file: string, pinned: boolean): Promise<void> {
  await studio.host.call('recent.pin', { file, pinned });
  await refreshRecent(studio);
}

/** Takes a file off the list, with its picture; the file stays where it is. */
export async function forgetRecent(studio: Part, file: string): Promise<void> {
  await studio.host.call('recent.forget', { file });
  await refreshRecent(studio);
}
