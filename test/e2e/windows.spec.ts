import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog } from './pages/system-dialogs.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const appFolder = fileURLToPath(new URL('../../.build/app', import.meta.url));
const shop = (name: string): string => printScenario(aScenario(name).withConversation('Orders').build());
const ready = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });

async function rename(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.locator('.scenario-title-name').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenario-title-name')).toHaveText(name);
}

type Shown = { readonly title: string; readonly focused: boolean; readonly edited: boolean };
const windows = (electron: ElectronApplication): Promise<Shown[]> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      title: window.getTitle(),
      focused: window.isFocused(),
      edited: window.isDocumentEdited(),
    })),
  );
const titles = async (electron: ElectronApplication) => (await windows(electron)).map(({ title }) => title).toSorted();

/** As a double click on a file in the system's own window does: the app is started with it once more. */
async function doubleClick(profile: string, file: string): Promise<void> {
  const switches = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  const second = spawn(findRuntime()?.executable ?? '', [...switches, appFolder, file], { stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
}

test('several windows: each its own scenario, title and undo; a file is in one of them only; quitting asks each', async ({
  launch,
  files,
}) => {
  const [one, two] = [files.write('one.parley.json', shop('One')), files.write('two.parley.json', shop('Two'))];
  const { page, electron, profile, faults } = await launch({ args: [one] });
  const appeared = electron.waitForEvent('window');
  await doubleClick(profile, two);
  const second = await appeared;
  await ready(second);
  await expect.poll(() => titles(electron)).toEqual(['One – Parley', 'Two – Parley']);

  // What is done in one is not done in the other.
  await rename(second, 'Two changed');
  await expect.poll(() => titles(electron)).toEqual(['One – Parley', '● Two changed – Parley']);
  await page.bringToFront();
  await studioWindow(page).expectMenuItem('Edit', 'edit.undo', null);
  await studioWindow(page).expectState('saved');
  await rename(page, 'One changed');
  await second.bringToFront();
  await second.keyboard.press('Control+z');
  await expect(studioWindow(second).title).toHaveText('Two');
  await expect(studioWindow(page).title).toHaveText('One changed');
  await second.keyboard.press('Control+Shift+z');

  // Asked for a second time, wherever from, a file is not opened twice.
  await doubleClick(profile, one);
  expect(electron.windows()).toHaveLength(2);
  await answerOpenDialog(electron, one);
  await studioWindow(second).choose('File', 'file.open');
  await studioWindow(second).press(/^Save the changes to “Two changed”\?/, 'Don’t save');
  await studioWindow(second).expectNotice(/“one.parley.json” is already open in another Parley window/);
  await expect(studioWindow(second).title).toHaveText('Two changed');

  // A window of one's own, from the menu.
  const third = electron.waitForEvent('window');
  await studioWindow(second).choose('File', 'file.newWindow');
  const empty = await third;
  await ready(empty);
  await expect.poll(() => electron.windows().length).toBe(3);
  await empty.bringToFront();
  // The key is hardly up when the window is gone.
  await empty.keyboard.press('Control+w').catch(() => undefined);
  await expect.poll(() => electron.windows().length).toBe(2);

  // Quitting asks every window with unsaved work; staying in one keeps it.
  await electron.evaluate(({ app }) => setImmediate(() => app.quit()));
  await studioWindow(second).press(/^Save the changes to “Two changed”\?/, 'Save');
  await expect.poll(() => electron.windows().length).toBe(1);
  await studioWindow(page).press(/^Save the changes to “One changed”\?/, 'Stay here');
  await expect(studioWindow(page).title).toHaveText('One changed');
  expect(files.read('two.parley.json')).toContain('"name": "Two changed"');
  expect(files.read('one.parley.json')).toBe(shop('One'));
  expect(faults()).toEqual([]);
});

test('the window of a file opens where it was, and never where nobody can reach it', async ({ launch, files }) => {
  const [one, two] = [files.write('one.parley.json', shop('One')), files.write('two.parley.json', shop('Two'))];
  const app = await launch({ args: [one] });
  const bounds = (electron: ElectronApplication) =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const place = { x: 40, y: 30, width: 1010, height: 690 };
  await app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
  const settings = join(app.profile, 'settings.json');
  await expect.poll(() => (existsSync(settings) ? readFileSync(settings, 'utf8') : '')).toContain('one.parley.json"');
  await expect.poll(() => readFileSync(settings, 'utf8')).toMatch(/"windowPlaces": \[\s*\{[^}]*1010/);
  await app.quit();

  const other = await launch({ profile: app.profile, args: [two] });
  await other.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1200, height: 640 }),
  );
  await expect.poll(() => readFileSync(settings, 'utf8')).toMatch(/"windowPlaces": \[\s*\{[^}]*1200/);
  await other.quit();
  const again = await launch({ profile: app.profile, args: [one] });
  expect(await bounds(again.electron)).toMatchObject({ width: place.width, height: place.height });
  const area = await again.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  // Beside it, a step aside, but on the screen.
  await again.electron.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: width - 130, y: height - 60, width: 1010, height: 690 }),
    area,
  );
  const appeared = again.electron.waitForEvent('window');
  await studioWindow(again.page).choose('File', 'file.newWindow');
  await ready(await appeared);
  const all = await again.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getBounds()),
  );
  for (const { x, y } of all) expect(x < area.width - 100 && y < area.height - 20 && y >= area.y - 10).toBe(true);
});
