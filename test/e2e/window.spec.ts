import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import type { PreloadApi } from '../../shared/bridge/preload-api.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { printDiff } from '../../shared/persistence/journal-format.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { expect, test } from './fixtures/launch.ts';

type PageWindow = { readonly parley: PreloadApi<File> };

const appFolder = fileURLToPath(new URL('../../.build/app', import.meta.url));
const ready = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
const request = (page: Page, method: string, input: object) =>
  page.evaluate(([name, given]) => (window as unknown as PageWindow).parley.request(name, given), [
    method,
    input,
  ] as const);

/** A scenario on disk, and an edit of it. */
function aFile() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'parley-window-'));
  const path = join(folder, 'orders.parley.json');
  const before = aScenario('Orders', { description: 'before' }).build();
  const after = aScenario('Orders', { description: 'after' }).build();
  const text = printScenario(before);
  writeFileSync(path, text);
  const edit = printDiff([
    { table: 'scenario', id: before.scenario.id, before: before.scenario, after: after.scenario },
  ]);
  return { folder, path, text, edit, edited: printScenario(after) };
}

/** Starts the app once more with a profile that is in use, as a double click on a file does; it hands over and ends. */
async function startAgain(profile: string, ...files: string[]): Promise<void> {
  const switches = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  const second = spawn(findRuntime()?.executable ?? '', [...switches, appFolder, ...files], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
}

test('a file given on start opens; a second start for it brings its window up, one for another makes another', async ({
  launch,
}) => {
  const [first, other] = [aFile(), aFile()];
  const app = await launch({ args: [first.path] });
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toMatch(/Orders/);
  await startAgain(app.profile, first.path);
  expect(app.electron.windows()).toHaveLength(1);

  const appeared = app.electron.waitForEvent('window');
  await startAgain(app.profile, other.path);
  const second = await appeared;
  await ready(second);
  // The file of the first window is refused in the second, wherever it is asked for from.
  const recent = (await request(second, 'scenario.recent', {})) as {
    value: { files: { file: string; place: string }[] };
  };
  const token = recent.value.files.find(({ place }) => place === first.folder)?.file ?? '';
  expect(await request(second, 'scenario.reopen', { file: token })).toMatchObject({
    ok: false,
    failure: { code: 'scenario.openElsewhere', path: first.path },
  });
  for (const { folder } of [first, other]) rmSync(folder, { recursive: true });
});

test('work in the journal survives the app being killed', async ({ launch }) => {
  const { path, text, edit, edited, folder } = aFile();
  const app = await launch({ args: [path] });
  const before = (await request(app.page, 'scenario.recent', {})) as { value: { files: { file: string }[] } };
  const [opened] = before.value.files;
  const kept = await request(app.page, 'scenario.journal', { file: opened?.file, base: text, edits: [edit] });
  expect(kept).toEqual({ ok: true, value: { sequence: 1 } });
  await app.kill();
  const again = await launch({ profile: app.profile });
  // The page has opened it already; asked again, the host still has the work.
  const recent = (await request(again.page, 'scenario.recent', {})) as { value: { files: { file: string }[] } };
  const [file] = recent.value.files;
  expect(await request(again.page, 'scenario.reopen', { file: file?.file })).toMatchObject({
    value: { scenario: { recovery: { text: edited, edits: 1 } } },
  });
  rmSync(folder, { recursive: true });
});

test('a page that dies is loaded again, with its file and its work; dying again, it starts without them', async ({
  launch,
}) => {
  const { path, text, edit, edited, folder } = aFile();
  const { electron, page } = await launch({ args: [path] });
  const recent = (await request(page, 'scenario.recent', {})) as { value: { files: { file: string }[] } };
  await request(page, 'scenario.journal', { file: recent.value.files[0]?.file, base: text, edits: [edit] });
  /** The new page's own answer, once there is one: the old page object died with its process. */
  const ask = (method: string, input: object = {}) =>
    electron.evaluate(
      ({ BrowserWindow }, call) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        // A script sent to a page that is gone would be waited for, for ever.
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
        return contents.executeJavaScript(
          `document.documentElement.dataset.ready === 'true' && window.parley.request(${call})`,
        ) as Promise<unknown>;
      },
      `${JSON.stringify(method)}, ${JSON.stringify(input)}`,
    );
  /** Kills the page and waits until the one after it is there. */
  const crashAndRevive = async () => {
    await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve));
      contents?.forcefullyCrashRenderer();
      return gone.then(() => undefined);
    });
    await expect.poll(() => ask('app.hello'), { timeout: 20_000 }).toMatchObject({ ok: true });
  };
  await crashAndRevive();
  const held = (await ask('scenario.recent')) as { value: { files: { file: string }[] } };
  expect(await ask('scenario.reopen', { file: held.value.files[0]?.file })).toMatchObject({
    value: { scenario: { recovery: { text: edited } } },
  });
  await crashAndRevive();
  expect(await ask('app.hello')).toMatchObject({ value: { notices: ['start.safe'] } });
  expect(await ask('scenario.startup')).toMatchObject({ value: { opened: null, unsaved: null } });
  rmSync(folder, { recursive: true });
});

test('a window opens again where it was, and settings that make no sense cost nobody a start', async ({ launch }) => {
  const app = await launch();
  const place = { x: 60, y: 40, width: 1100, height: 700 };
  await app.electron.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  );
  const settings = join(app.profile, 'settings.json');
  await expect.poll(() => (existsSync(settings) ? readFileSync(settings, 'utf8') : '')).toContain('1100');
  await app.quit();

  const again = await launch({ profile: app.profile });
  const bounds = await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: place.width, height: place.height });
  await again.quit();

  const stored = JSON.parse(readFileSync(settings, 'utf8')) as Record<string, unknown>;
  writeFileSync(
    settings,
    JSON.stringify({ ...stored, windowState: 'nowhere', preferences: { theme: 'dark', runSpeed: 'x' } }),
  );
  const repaired = await launch({ profile: app.profile });
  const hello = await request(repaired.page, 'app.hello', {});
  expect(hello).toMatchObject({ value: { preferences: { theme: 'dark', runSpeed: 1 } } });
  await repaired.quit();

  for (const nonsense of ['', '{', '[]', 'null', '\u0000\u0001\u0002']) {
    writeFileSync(settings, nonsense);
    const started = await launch({ profile: app.profile });
    expect(await request(started.page, 'app.hello', {})).toMatchObject({ value: { preferences: { theme: 'system' } } });
    expect(existsSync(`${settings}.damaged`)).toBe(true);
    expect(readFileSync(`${settings}.damaged`, 'utf8')).toBe(nonsense);
    await started.quit();
  }
});
