import { app, type Session, type WebContents } from 'electron';
import { frameAddress } from '../python/window/python-pages.ts';
import { pageAddress } from './page-files.ts';

/** Nothing in a page may leave the app, open anything, or ask the system for anything. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => preventLeaving(event));
  contents.on('will-frame-navigate', (event) => preventLeaving(event));
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * The page may load itself anew, as "Reload window" does, and the hidden window of Python has its frame, which no other
 * session serves; there is nowhere else to go.
 */
function preventLeaving(event: {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly preventDefault: () => void;
}): void {
  const allowed = event.isMainFrame ? pageAddress : frameAddress;
  if (event.url !== allowed) event.preventDefault();
}

/** The one thing a page may do: put text on the clipboard while its person is at it. */
const allowedPermission = 'clipboard-sanitized-write';

const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

export function lockSession(session: Session, isPage: (contents: WebContents | null) => boolean): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === allowedPermission && isPage(contents)),
  );
  session.setPermissionCheckHandler((contents, permission) => permission === allowedPermission && isPage(contents));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  // The policy of the page says the same; this holds where a policy does not reach.
  session.webRequest.onBeforeRequest({ urls: outside }, (_details, answer) => answer({ cancel: true }));
}

/** Chromium's own talks with the network: an offline app makes none. Before Electron is ready. */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('dns-prefetch-disable');
}
