import { app, BrowserWindow, session, type Session } from 'electron';
import { pythonOrigin, pythonScheme } from '../protocol/frame-message.ts';
import { serveRuntime, type ServedRuntime } from './serve-runtime.ts';

/** A window nobody sees, sandboxed and isolated, in a session that lives in memory and reaches the runtime's files alone. */
export function createHiddenBrowser(runtime: ServedRuntime, onLast: () => void): BrowserWindow {
  const browser = new BrowserWindow({
    show: false,
    width: 1,
    height: 1,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session: ownSession(runtime),
      preload: runtime.places.preloadScript,
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

/** One session for all hidden windows there will be: a partition is made once. */
function ownSession(runtime: ServedRuntime): Session {
  const own = session.fromPartition('python', { cache: false });
  if (own.protocol.isProtocolHandled(pythonScheme)) return own;
  serveRuntime(own, runtime);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url }, answer) =>
    // The second is the address a worker is started from; it imports from the first.
    answer({ cancel: !url.startsWith(`${pythonOrigin}/`) && !url.startsWith('data:text/javascript,') }),
  );
  return own;
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
