import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { lockDown } from '../../../electron/main/lockdown.ts';
import type { PythonPort } from '../../../electron/python/python-port.ts';
import { findRuntime } from '../../../electron/python/runtime-files.ts';
import { createWindowPython } from '../../../electron/python/window/create-window-python.ts';
import { pythonSchemePrivileges } from '../../../electron/python/window/python-scheme.ts';

// The smallest app there can be around the hidden window: a window to look at, and the app's own lock-down.
protocol.registerSchemesAsPrivileged([pythonSchemePrivileges]);
lockDown();

// Not awaited here: Electron is ready only after this file has been read to its end.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: true, width: 400, height: 300, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const places = findRuntime(join(app.commandLine.getSwitchValue('python-runtime'), 'main'));
  const snapshotFolder = join(app.getPath('userData'), 'python');
  Reflect.set(globalThis, 'python', createWindowPython({ snapshotFolder, places }));
  // For measuring: a start of its own for every script, from a snapshot or, where none can be kept, without.
  const open = (folder: string): PythonPort =>
    createWindowPython({ snapshotFolder: folder, places, keepsSpare: false });
  Reflect.set(globalThis, 'startingPython', { cold: open('/dev/null/none'), snapshot: open(snapshotFolder) });
});
app.on('window-all-closed', () => app.quit());
