import { join } from 'node:path';
import { app } from 'electron';
import { createHost, type Host } from '../host/create-host.ts';
import { createPassphraseVault } from '../host/passphrase-vault.ts';
import type { SettingsStore } from '../host/settings-store.ts';
import { createWindowPython } from '../python/window/create-window-python.ts';
import { createEngineStarter } from './engine-process.ts';
import type { PreparedWindow } from './prepare-window.ts';
import { createSafeStorageVault } from './safe-storage.ts';
import { createStudioWindows, type StudioWindows } from './studio-windows.ts';

export type StudioOptions = {
  readonly settings: SettingsStore;
  readonly preload: string;
  readonly first: PreparedWindow;
  readonly userFolder: string;
  readonly builtFolder: string;
  readonly reportFault: (fault: unknown) => void;
};

/** The host, and the windows before it. Most of the program is behind this door, and read while the page starts. */
export async function openStudio(
  options: StudioOptions,
): Promise<{ readonly host: Host; readonly windows: StudioWindows }> {
  const { settings, preload, first, userFolder, builtFolder, reportFault } = options;
  const host = await createHost({
    version: app.getVersion(),
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    userFolder,
    settings,
    vault: createSafeStorageVault(
      join(userFolder, 'secrets.json'),
      reportFault,
      createPassphraseVault(join(userFolder, 'secrets.sealed.json')),
    ),
    startEngine: createEngineStarter(join(builtFolder, 'worker', 'engine-worker.js')),
    python: createWindowPython({ snapshotFolder: join(userFolder, 'python') }),
    startQuery: createEngineStarter(join(builtFolder, 'query', 'query-process.js')),
    nativeDialogs: true,
    now: Date.now,
    reportFault,
  });
  return { host, windows: createStudioWindows({ host, settings, preload, first }) };
}
