import { app, BrowserWindow } from 'electron';

const [file, search] = (process.env['BENCH_PAGE'] ?? '').split('?');

// The least an Electron app can be: one window as large and as locked as ours, showing the page it is given. Electron is
// ready only once this module has run, so it cannot wait here.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(file ?? '', { search: search ?? '' });
});
