import { basename, dirname } from 'node:path';
import type { RecentFile } from '../../../shared/bridge/contract/scenario-contract.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { Settings, SettingsStore } from '../settings-store.ts';

type Remembered = Settings['recentFiles'][number];

/** Of those that are not pinned. */
const limit = 12;
const pinnedLimit = 24;

export function rememberRecentFile(settings: SettingsStore, path: string, openedAt: number): void {
  const recent = settings.get('recentFiles');
  const before = recent.find((file) => file.path === path);
  const others = recent.filter((file) => file.path !== path);
  settings.set('recentFiles', withinLimits([{ ...before, path, openedAt }, ...others]));
}

export function forgetRecentFile(settings: SettingsStore, path: string): void {
  const recent = settings.get('recentFiles');
  if (recent.some((file) => file.path === path)) {
    settings.set(
      'recentFiles',
      recent.filter((file) => file.path !== path),
    );
  }
}

/** A file that is known to be the same under another name stands in the list once, where it stood. */
export function renameRecentFile(settings: SettingsStore, from: string, to: string): void {
  const recent = settings.get('recentFiles');
  if (recent.some(({ path }) => path === from))
    settings.set(
      'recentFiles',
      recent.filter(({ path }) => path !== to).map((file) => (file.path === from ? { ...file, path: to } : file)),
    );
}

export function pinRecentFile(settings: SettingsStore, path: string, pinned: boolean): void {
  const recent = settings.get('recentFiles').map(({ pinned: was, ...file }): Remembered => {
    const isPinned = file.path === path ? pinned : was === true;
    return isPinned ? { ...file, pinned: true } : file;
  });
  settings.set('recentFiles', withinLimits(recent));
}

/** The list is shown as remembered: looking at each file could hang on a network drive that is away. */
export const listRecentFiles = (settings: SettingsStore, tokens: FileTokens): RecentFile[] =>
  settings.get('recentFiles').map(({ path, openedAt, pinned = false }) => ({
    file: tokens.tokenOf(path),
    name: basename(path),
    place: dirname(path),
    openedAt,
    pinned,
  }));

export const isPinned = (settings: SettingsStore, path: string): boolean =>
  settings.get('recentFiles').some((file) => file.path === path && file.pinned === true);

function withinLimits(newestFirst: readonly Remembered[]): Remembered[] {
  let [pinned, others] = [0, 0];
  return newestFirst.filter((file) => (file.pinned === true ? (pinned += 1) <= pinnedLimit : (others += 1) <= limit));
}
