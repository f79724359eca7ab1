import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { launchPackaged } from './fixtures/launch-packaged.ts';
import { holdBack } from './fixtures/hold-back.ts';
import { expect, test } from './fixtures/launch.ts';
import { tryTheWalls, type Walls } from './fixtures/try-the-walls.ts';

/** A page that has gone bad finds the bridge, and nothing else. */
const intact: Walls = {
  node: [],
  bridge: ['onEvent', 'pathOfDrop', 'request'],
  isBridgeReplaceable: false,
  ran: [],
  permissions: { camera: 'denied', geolocation: 'denied', microphone: 'denied', notifications: 'denied' },
  connected: [],
  opened: [],
  address: 'parley://app/index.html',
};

/** Counts whoever calls: a page that gets out gets here. */
async function startCanary() {
  const callers: string[] = [];
  const server = createServer((request, response) => {
    callers.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'text/html').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, callers, close: () => server.close() };
}

async function expectWalls(page: Page): Promise<void> {
  const canary = await startCanary();
  expect(await tryTheWalls(page, canary.origin)).toEqual(intact);
  expect(canary.callers).toEqual([]);
  canary.close();
}

test('the page of the built app reaches nothing but the bridge', async ({ launch }) => {
  const { page, electron } = await launch();
  await expectWalls(page);
  expect(electron.windows()).toHaveLength(1);
});

test('the page of the packaged app reaches nothing but the bridge', async () => {
  const app = await launchPackaged();
  try {
    await expectWalls(app.page);
  } finally {
    await app.stop();
  }
});

test('the control: the same attempts in a window without walls get out', async () => {
  const canary = await startCanary();
  const folder = mkdtempSync(join(tmpdir(), 'parley-no-walls-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "no-walls", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     const webPreferences = { nodeIntegration: true, contextIsolation: false, sandbox: false, webviewTag: true };
     app.whenReady().then(() => new BrowserWindow({ webPreferences }).loadURL('${canary.origin}/page'));`,
  );
  const args = [...holdBack, '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, folder];
  const app = await _electron.launch({ executablePath: findRuntime()?.executable ?? '', args });
  const page = await app.firstWindow();
  await page.waitForURL(`${canary.origin}/page`);
  // The page leaves in the end and its own account with it; the canary hears it on the way.
  const leaving = tryTheWalls(page, canary.origin).catch(() => undefined);
  await expect.poll(() => canary.callers, { timeout: 20_000 }).toContain('/navigate');
  for (const way of ['/fetch', '/blind', '/request', '/image', '/script', '/navigate'])
    expect(canary.callers, way).toContain(way);
  await app.close();
  await leaving;
  canary.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the window is sandboxed and isolated, and says so itself', async ({ launch }) => {
  const { electron } = await launch();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the scheme serves the files of the page and nothing else, under one policy', async ({ launch }) => {
  const { electron } = await launch();
  const get = (address: string) =>
    electron.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url).catch(() => null);
      const policy = response?.headers.get('content-security-policy') ?? '';
      return { status: response?.status ?? 0, policy, body: (await response?.text()) ?? '' };
    }, address);
  const index = await get('parley://app/index.html');
  expect(index.status).toBe(200);
  expect(index.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}';/);
  expect(index.policy).not.toMatch(/unsafe|\*|https?:/);
  const nonce = /'nonce-([\w-]+)'/.exec(index.policy)?.[1];
  expect(index.body).toContain(`<meta name="parley-nonce" content="${nonce}">`);
  expect((await get('parley://app/index.html')).policy).not.toBe(index.policy);
  const others = [
    'parley://app/',
    'parley://app/../package.json',
    'parley://app/..%2fpackage.json',
    'parley://app/%2e%2e/package.json',
    'parley://app/assets/..%5c..%5cpackage.json',
    'parley://app/main/boot.js',
    'parley://app//etc/passwd',
    'parley://other/index.html',
    'parley://app.evil/index.html',
  ];
  for (const address of others) expect([0, 404], address).toContain((await get(address)).status);
});
