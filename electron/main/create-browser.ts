import { BrowserWindow, nativeTheme } from 'electron';
import type { WindowPlace } from './window-bounds.ts';

export type BrowserOptions = {
  readonly place: WindowPlace;
  readonly preload: string;
  readonly isPackaged: boolean;
};

/** A bare window: sandboxed, isolated, without Node, and shown once there is something to see. */
export function createBrowser({ place, preload, isPackaged }: BrowserOptions): BrowserWindow {
  const browser = new BrowserWindow({
    ...place.bounds,
    minWidth: place.smallest.width,
    minHeight: place.smallest.height,
    show: false,
    title: 'Parley',
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would come from the network.
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  // The one way past a content security policy to the network: peer connections without a proxy are off.
  browser.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // The page draws its own menus; the native ones are for systems whose menu is not in the window.
  browser.setMenuBarVisibility(false);
  // The page's own title would replace what the host was told.
  browser.on('page-title-updated', (event) => event.preventDefault());
  browser.once('ready-to-show', () => {
    if (place.maximized) browser.maximize();
    browser.show();
  });
  return browser;
}

/** The page's own surface colour, so that a window never flashes white. */
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#18191d' : '#fbfcfd');
