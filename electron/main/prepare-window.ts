import { app, type BrowserWindow } from 'electron';
import type { SettingsStore } from '../host/settings-store.ts';
import { createBrowser } from './create-browser.ts';
import { pageAddress } from './page-files.ts';
import { placeWindow } from './window-bounds.ts';

/** A window whose page is on its way, before there is a host to answer it. */
export type PreparedWindow = { readonly browser: BrowserWindow; readonly hasNavigated: () => boolean };

export function prepareWindow(settings: SettingsStore, preload: string, file: string | null): PreparedWindow {
  const place = placeWindow(settings, file);
  const browser = createBrowser({ place, preload, isPackaged: app.isPackaged });
  let hasNavigated = false;
  browser.webContents.once('did-start-navigation', () => (hasNavigated = true));
  void browser.loadURL(pageAddress);
  return { browser, hasNavigated: () => hasNavigated };
}
