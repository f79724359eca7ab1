import { app, BrowserWindow, type Session } from 'electron';

/** A window nobody sees, sandboxed and isolated, in a session of its own. */
export function createHiddenBrowser(session: Session, preload: string, onLast: () => void): BrowserWindow {
  const browser = new BrowserWindow({
    show: false,
    width: 1,
    height: 1,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      webgl: false,
      images: false,
      spellcheck: false,
      devTools: false,
      disableDialogs: true,
      // It works while nobody looks: that is what it is for.
      backgroundThrottling: false,
    },
  });
  browser.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  leaveWithTheLast(browser, onLast);
  return browser;
}

/** A window nobody sees must not keep an app running that nobody uses any more. */
function leaveWithTheLast(browser: BrowserWindow, onLast: () => void): void {
  const look = (): void => {
    const others = BrowserWindow.getAllWindows().filter((window) => window !== browser && !window.isDestroyed());
    if (others.length > 0 || browser.isDestroyed()) return;
    onLast();
    browser.destroy();
  };
  const watch = (_event: unknown, window: BrowserWindow): void => void window.once('closed', look);
  for (const window of BrowserWindow.getAllWindows()) if (window !== browser) watch(null, window);
  app.on('browser-window-created', watch);
  browser.once('closed', () => app.off('browser-window-created', watch));
}
