import { app, BrowserWindow, type WebContents } from 'electron';
import type { Host } from '../host/create-host.ts';
import type { PreparedWindow } from './prepare-window.ts';
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
  /** Taken by the first one to open. */
  readonly first: PreparedWindow;
};

export function createStudioWindows({ host, settings, preload, first }: StudioWindowsOptions): StudioWindows {
  const windows = new Set<StudioWindow>();
  let prepared: PreparedWindow | null = first;
  let isQuitting = false;
  app.on('before-quit', () => (isQuitting = true));

  const openNew = (startFile: string | null): void => {
    // Its person may have closed it before anything was in it.
    const ready = prepared?.browser.isDestroyed() === true ? null : prepared;
    prepared = null;
    const window = openStudioWindow({
      host,
      settings,
      preload,
      isPackaged: app.isPackaged,
      startFile,
      prepared: ready,
      beside: (BrowserWindow.getFocusedWindow() ?? [...windows].at(-1)?.browser) || undefined,
      onClosed: (closed) => {
        windows.delete(closed);
        // Quitting stopped at this window to ask; it goes on with the next one.
        if (isQuitting) app.quit();
      },
      onWanted: (path) => (path === null ? openNew(null) : void open(path, false)),
      onStay: () => (isQuitting = false),
    });
    windows.add(window);
  };

  const open = async (path: string, mayReuse: boolean): Promise<void> => {
    const holder = await host.windowHolding(path);
    const shown = [...windows].find((window) => window.host() === holder);
    if (shown !== undefined) return shown.focus();
    const free = mayReuse ? [...windows].find((window) => window.host().isUntouched()) : undefined;
    if (free === undefined) openNew(path);
    else free.askToOpen(host.tokenOf(path));
  };

  return {
    open: async (path) => (path === null ? openNew(null) : open(path, true)),
    of: (contents) =>
      [...windows].find(({ browser }) => !browser.isDestroyed() && browser.webContents === contents) ?? null,
    isEmpty: () => windows.size === 0,
  };
}
