import type { BrowserWindow } from 'electron';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { eventChannel } from '../../shared/bridge/preload-api.ts';
import type { Host, HostWindow } from '../host/create-host.ts';
import type { WindowFrame } from '../host/host-ports.ts';
import type { PreparedWindow } from './prepare-window.ts';
import type { SettingsStore } from '../host/settings-store.ts';
import { createBrowser } from './create-browser.ts';
import { createDialogs } from './dialogs.ts';
import { showMenu } from './menu.ts';
import { askBeforeClosing, createPageSession } from './page-session.ts';
import { pageAddress } from './page-files.ts';
import { placeWindow, rememberPlace } from './window-bounds.ts';

/** One window with its page, and the host session behind that page. */
export type StudioWindow = {
  readonly browser: BrowserWindow;
  readonly host: () => HostWindow;
  readonly focus: () => void;
  /** A file asked for from outside, for a page that shows nothing worth keeping. */
  readonly askToOpen: (file: string) => void;
};

export type StudioWindowOptions = {
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly startFile: string | null;
  /** A window that is there already, with its page on the way. */
  readonly prepared: PreparedWindow | null;
  readonly beside: BrowserWindow | undefined;
  readonly onClosed: (window: StudioWindow) => void;
  /** Its person wants another window, with a file or without. */
  readonly onWanted: (path: string | null) => void;
  /** Its person wants to stay: whatever wanted to close the window is off. */
  readonly onStay: () => void;
};

export function openStudioWindow(options: StudioWindowOptions): StudioWindow {
  const { host, settings, prepared } = options;
  const browser =
    prepared?.browser ?? createBrowser({ ...options, place: placeWindow(settings, options.startFile, options.beside) });
  const emit = (event: HostEvent): void => {
    if (!browser.isDestroyed()) browser.webContents.send(eventChannel, event);
  };
  const frame = createFrame(
    browser,
    emit,
    (proceed) => (proceed ? void session.leave() : options.onStay()),
    options.onWanted,
  );
  const dialogs = createDialogs(browser, settings);
  const session = createPageSession(
    browser,
    host.guard,
    (startFile) => host.connect({ emit, dialogs, frame }, startFile),
    options.startFile,
    prepared?.hasNavigated() === true,
  );
  askBeforeClosing(browser, session, () => emit({ name: 'app.closing', payload: {} }));
  rememberPlace(browser, settings, () => session.host().heldPaths()[0] ?? null);
  const window: StudioWindow = {
    browser,
    host: session.host,
    focus: frame.focus,
    askToOpen: (file) => {
      frame.focus();
      emit({ name: 'app.openAsked', payload: { file } });
    },
  };
  browser.once('closed', () => options.onClosed(window));
  if (prepared === null) void browser.loadURL(pageAddress);
  return window;
}

function createFrame(
  browser: BrowserWindow,
  emit: (event: HostEvent) => void,
  close: (proceed: boolean) => void,
  openWindow: (path: string | null) => void,
): WindowFrame {
  return {
    setTitle: (title, edited) => {
      browser.setDocumentEdited(edited);
      browser.setTitle(`${edited ? '● ' : ''}${title} – Parley`);
    },
    setMenu: (menus) => showMenu(browser, menus, (id) => emit({ name: 'app.actionChosen', payload: { id } })),
    close,
    openWindow,
    focus: () => {
      if (browser.isMinimized()) browser.restore();
      browser.show();
      browser.focus();
    },
  };
}
