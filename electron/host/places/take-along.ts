import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { moveConsents } from '../files/trust-list.ts';
import { errorCode } from '../files/file-operations.ts';
import { renameRecentFile } from '../handlers/recent-files.ts';
import type { WindowSession } from '../window-session.ts';
import type { CertainFormer, FormerPlace, PresentFile } from './former-places.ts';

/**
 * What was kept for a file goes on under the name it has now. Trust and answers go with the very same bytes alone: what
 * was changed on the way is somebody's, but maybe not the one's who was trusted.
 */
export async function takeAlong(session: WindowSession, { place, isSameBytes }: CertainFormer, file: PresentFile) {
  const { services } = session;
  await takeVersions(session, place, file.key);
  if (!services.liveJournals.has(place.key)) await services.journals.move(place.key, file.key, file.path);
  if (!isSameBytes) return;
  services.trust.set(file.path, services.trust.has(file.path) || services.trust.has(place.path));
  services.trust.set(place.path, false);
  moveConsents(services.settings, place.key, file.key);
  renameRecentFile(services.settings, place.path, file.path);
  await moveOwnFolder(services.userFolder, place.key, file.key);
}

/** The versions alone; gives how many there were. */
export async function takeVersions(
  { services }: WindowSession,
  { key: from }: FormerPlace['place'],
  to: string,
): Promise<number> {
  const count = await services.versions.move(from, to);
  await services.places.forget(from);
  return count;
}

/** What actions of a scenario put down on this machine; where the new name has such a folder, both stay as they are. */
export async function moveOwnFolder(userFolder: string, from: string, to: string): Promise<void> {
  try {
    await rename(join(userFolder, 'scenarios', from), join(userFolder, 'scenarios', to));
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error))) throw error;
  }
}
