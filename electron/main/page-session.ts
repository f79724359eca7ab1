import { app, type BrowserWindow } from 'electron';
import type { HostWindow } from '../host/create-host.ts';
import type { StartGuard } from '../host/files/start-guard.ts';
import { pageAddress } from './page-files.ts';

/** The host session behind a window's page. A page that loads anew has forgotten everything, so it gets a new one. */
export type PageSession = {
  readonly host: () => HostWindow;
  /** Ends the session for good and takes the window away. */
  readonly leave: () => Promise<void>;
};

/** A page that dies again and again is not loaded for ever. */
const reloadLimit = 3;
const settledAfterMilliseconds = 20_000;

export function createPageSession(
  browser: BrowserWindow,
  guard: StartGuard,
  connect: (startFile: string | null) => HostWindow,
  startFile: string | null,
  hasNavigated: boolean,
): PageSession {
  let host = connect(startFile);
  let loads = hasNavigated ? 1 : 0;
  /** What the window held is opened again, unless that is what the page dies of. */
  const startOver = (): void => {
    const held = guard.isSafeStart() ? null : (host.heldPaths()[0] ?? null);
    void host.release(false);
    host = connect(held);
  };
  browser.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    if (loads > 0) startOver();
    loads += 1;
  });
  bringBack(browser);
  reviveAfterCrashes(browser, guard);
  return {
    host: () => host,
    leave: async () => {
      browser.hide();
      await host.release(true);
      if (!browser.isDestroyed()) browser.destroy();
    },
  };
}

/** Asks the page before its window closes. One that never came up or hangs cannot be asked; its work stays in the journal. */
export function askBeforeClosing(browser: BrowserWindow, session: PageSession, ask: () => void): void {
  let isResponding = true;
  browser.on('unresponsive', () => (isResponding = false));
  browser.on('responsive', () => (isResponding = true));
  browser.on('close', (event) => {
    if (!session.host().isStarted() || !isResponding) {
      void session.host().release(false);
      return;
    }
    event.preventDefault();
    ask();
  });
}

/** Chromium asks nobody before it shows a blank page or an error: whatever led there, the page comes back with its work. */
function bringBack(browser: BrowserWindow): void {
  browser.webContents.on('did-navigate', (_event, url) => {
    if (url !== pageAddress) reload(browser);
  });
  browser.webContents.on('did-fail-load', (_event, _code, _reason, url, isMainFrame) => {
    if (isMainFrame && url !== pageAddress) reload(browser);
  });
}

function reviveAfterCrashes(browser: BrowserWindow, guard: StartGuard): void {
  let crashes = 0;
  let settling: NodeJS.Timeout | undefined;
  browser.webContents.on('did-finish-load', () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      crashes = 0;
      guard.settled();
    }, settledAfterMilliseconds);
  });
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || browser.isDestroyed()) return;
    clearTimeout(settling);
    guard.crashed();
    crashes += 1;
    if (crashes > reloadLimit) app.exit(1);
    // Not from inside this event: Chromium is still taking the old page down and would go down with it.
    else setImmediate(() => reload(browser));
  });
  browser.once('closed', () => clearTimeout(settling));
}

function reload(browser: BrowserWindow): void {
  if (!browser.isDestroyed()) void browser.loadURL(pageAddress);
}
