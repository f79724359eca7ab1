import { basename, dirname } from 'node:path';
import type { RecentFile } from '../../../shared/bridge/contract/scenario-contract.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { SettingsStore } from '../settings-store.ts';

const limit = 12;

export function rememberRecentFile(settings: SettingsStore, path: string, openedAt: number): void {
  const others = settings.get('recentFiles').filter((recent) => recent.path !== path);
  settings.set('recentFiles', [{ path, openedAt }, ...others].slice(0, limit));
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

/** The list is shown as remembered: looking at each file could hang on a network drive that is away. */
export const listRecentFiles = (settings: SettingsStore, tokens: FileTokens): RecentFile[] =>
  settings.get('recentFiles').map(({ path, openedAt }) => ({
    file: tokens.tokenOf(path),
    name: basename(path),
    place: dirname(path),
    openedAt,
  }));
