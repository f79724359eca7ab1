import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, nativeTheme, session, type IpcMainInvokeEvent } from 'electron';
import { dispatch } from '../../shared/bridge/dispatch.ts';
import { requestChannel } from '../../shared/bridge/preload-api.ts';
import type { SettingsStore } from '../host/settings-store.ts';
import { askedFiles } from './asked-files.ts';
import { createElectronSettings } from './electron-settings.ts';
import { createFaultLog, hearFaults } from './fault-log.ts';
import { lockDown, lockSession, silenceChromium } from './lockdown.ts';
import { pageAddress } from './page-files.ts';
import { registerScheme, servePage } from './protocol.ts';
import type { StudioWindows } from './studio-windows.ts';
import type { StudioOptions } from './open-studio.ts';
import { prepareWindow } from './prepare-window.ts';
import { backgroundColor } from './create-browser.ts';

// Everything here has to be done before Electron is ready.
const userFolder = app.getPath('userData');
const builtFolder = join(import.meta.dirname, '..');
const reportFault = createFaultLog(join(userFolder, 'faults.log'));
hearFaults(reportFault);
// Chromium has no sandbox for root; the launcher says so then, and insisting would only keep the app from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium();
// A page that reads a scenario makes many objects at once; room for them halves what is spent on clearing up.
if (!app.commandLine.hasSwitch('js-flags')) app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=8');
registerScheme();
lockDown();

/** Files asked for before there is a window to show them in: on a Mac they come as events. */
const earlyFiles = askedFiles(process.argv, process.cwd());
let openFile = (path: string | null): void => {
  if (path !== null) earlyFiles.push(path);
};
app.on('open-file', (event, path) => {
  event.preventDefault();
  openFile(path);
});

if (app.requestSingleInstanceLock({ files: earlyFiles })) {
  start().catch((fault: unknown) => {
    reportFault(fault);
    app.exit(1);
  });
} else app.quit();

async function start(): Promise<void> {
  app.on('second-instance', (_event, argv, workingFolder, sent) => {
    const files = filesSent(sent) ?? askedFiles(argv, workingFolder);
    for (const file of files.length === 0 ? [null] : files) openFile(file);
  });
  const { settings, flush } = createElectronSettings(userFolder, reportFault);
  const preload = join(builtFolder, 'preload', 'bridge.cjs');
  await app.whenReady();
  followTheme(settings);
  servePage(join(builtFolder, 'renderer'));
  let windows: StudioWindows | null = null;
  lockSession(session.defaultSession, (contents) => windows !== null && windows.of(contents) !== null);
  const first = prepareWindow(settings, preload, earlyFiles[0] ?? null);
  // A process for the page is being started; what the page will ask is loaded meanwhile.
  const opening = openStudio({ settings, preload, first });
  listen(opening.then((studio) => studio.windows));
  const { host, windows: opened } = await opening;
  windows = opened;
  openFile = (path) => void opened.open(path).catch(reportFault);
  app.on('activate', () => {
    if (opened.isEmpty()) openFile(null);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    host.guard.settled();
    flush();
  });
  const files = earlyFiles.splice(0);
  for (const file of files.length === 0 ? [null] : files) await opened.open(file);
}

async function openStudio(options: Pick<StudioOptions, 'settings' | 'preload' | 'first'>) {
  const { openStudio: open } = await import('./open-studio.ts');
  return open({ ...options, userFolder, builtFolder, reportFault });
}

/** The only door into the host: one channel, one kind of sender, and every input checked by `dispatch`. */
function listen(opening: Promise<StudioWindows>): void {
  ipcMain.handle(requestChannel, async (event, method: unknown, input: unknown) => {
    const windows = await opening;
    const window = isOurPage(event) ? windows.of(event.sender) : null;
    if (window === null) throw new Error('not for you');
    return dispatch(window.host().handlers, method, input, reportFault);
  });
}

/** The top frame of a window, showing our page: not a frame inside it, and not after it went somewhere else. */
const isOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url === pageAddress;

function followTheme(settings: SettingsStore): void {
  const follow = (): void => void (nativeTheme.themeSource = settings.get('preferences').theme);
  follow();
  settings.onChange((key) => {
    if (key === 'preferences') follow();
  });
  nativeTheme.on('updated', () => {
    for (const browser of BrowserWindow.getAllWindows()) browser.setBackgroundColor(backgroundColor());
  });
}

/** What a second start handed over. It is another process of ours, but checked all the same. */
function filesSent(sent: unknown): string[] | null {
  if (typeof sent !== 'object' || sent === null || !('files' in sent) || !Array.isArray(sent.files)) return null;
  return sent.files.every((file) => typeof file === 'string') ? sent.files : null;
}
