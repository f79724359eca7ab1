import { app, BrowserWindow, type WebContents } from 'electron';
import type { Host } from '../host/create-host.ts';
import type { SettingsStore } from '../host/settings-store.ts';
import { openStudioWindow, type StudioWindow } from './studio-window.ts';

/** All windows of the app. */
export type StudioWindows = {
  /** Shows a file: in the window that has it, in one that shows nothing worth keeping, or in a new one. */
  readonly open: (path: string | null) => Promise<void>;
  readonly of: (contents: WebContents | null) => StudioWindow | null;
  readonly isEmpty: () => boolean;
};

export type StudioWindowsOptions = {
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly preload: string;
};

export function createStudioWindows({ host, settings, preload }: StudioWindowsOptions): StudioWindows {
  const windows = new Set<StudioWindow>();
  let isQuitting = false;
  app.on('before-quit', () => (isQuitting = true));

  const openNew = (startFile: string | null): void => {
    const window = openStudioWindow({
      host,
      settings,
      preload,
      isPackaged: app.isPackaged,
      startFile,
      beside: (BrowserWindow.getFocusedWindow() ?? [...windows].at(-1)?.browser) || undefined,
      onClosed: (closed) => {
        windows.delete(closed);
        // Quitting stopped at this window to ask; it goes on with the next one.
        if (isQuitting) app.quit();
      },
      onStay: () => (isQuitting = false),
    });
    windows.add(window);
  };

  return {
    open: async (path) => {
      if (path === null) {
        openNew(null);
        return;
      }
      const holder = await host.windowHolding(path);
      const shown = [...windows].find((window) => window.host() === holder);
      if (shown !== undefined) {
        shown.focus();
        return;
      }
      const free = [...windows].find((window) => window.host().isUntouched());
      if (free === undefined) openNew(path);
      else free.askToOpen(host.tokenOf(path));
    },
    of: (contents) =>
      [...windows].find(({ browser }) => !browser.isDestroyed() && browser.webContents === contents) ?? null,
    isEmpty: () => windows.size === 0,
  };
}
