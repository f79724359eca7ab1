import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { readSharedData } from '../builders/shared-data.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { holdBack } from './fixtures/hold-back.ts';
import { launchPackaged, packagedFolder, type PackagedApp } from './fixtures/launch-packaged.ts';
import { launchApp, type RunningApp } from './fixtures/launch.ts';
import { permissionsGiven } from './fixtures/permissions-given.ts';
import { commandOf, hasUserNamespaces, renderersOf } from './fixtures/processes.ts';
import { readAsar } from './fixtures/read-asar.ts';
import { tryTheWalls, type Walls } from './fixtures/try-the-walls.ts';
import { targetsFor, triggers, tryToLeave } from './fixtures/ways-out.ts';
import { talkPanel } from './pages/talk-panel.ts';

/**
 * The twenty recommendations of Electron's security checklist, in its order, held by the packaged app. Its fuses refuse
 * a debugger in the main process, so what can only be asked there is asked of the built app, after it was shown that the
 * package holds the same bytes.
 */
const appFolder = fileURLToPath(new URL('../../.build/app', import.meta.url));
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

let files: TestFolder;
let app: PackagedApp;
let built: RunningApp;
let walls: Walls;
let canary: Server;
let canaryOrigin: string;
const called: string[] = [];

test.beforeAll(async () => {
  canary = createServer((request, response) => {
    called.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryOrigin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  files = createFolder();
  // Whatever hands an address to another program on Linux goes through one of these.
  for (const name of ['xdg-open', 'gio', 'gvfs-open', 'kde-open', 'sensible-browser'])
    writeFileSync(files.at(name), `#!/bin/sh\necho "${name} $*" >> ${files.at('opened')}\n`, { mode: 0o755 });
  app = await launchPackaged({ env: pathWithOpeners() });
  built = await launchApp();
  walls = await tryTheWalls(app.page, canaryOrigin);
});
test.afterAll(async () => {
  await app.stop();
  await built.discard();
  canary.close();
  files.remove();
});

const pathWithOpeners = (): Record<string, string> => ({
  PATH: `${files.folder}${delimiter}${process.env['PATH'] ?? ''}`,
});

test('0 the package holds the built app, byte for byte', () => {
  const packed = readAsar(join(packagedFolder, 'resources', 'app.asar'));
  const names = readdirSync(appFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name).slice(appFolder.length + 1));
  expect(names.length).toBeGreaterThan(5);
  expect([...packed.keys()].toSorted()).toEqual(names.toSorted());
  for (const name of names.filter((one) => one !== 'package.json'))
    expect(packed.get(name)?.equals(readFileSync(join(appFolder, name))), name).toBe(true);
});

test('1 only secure content is loaded: nothing comes from outside the package', async () => {
  const addresses: string[] = [];
  app.page.on('request', (request) => addresses.push(request.url()));
  await app.page.reload();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true');
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.filter((address) => !/^(parley:\/\/app\/|data:|blob:)/.test(address))).toEqual([]);
  expect(walls.connected).toEqual([]);
  expect(called).toEqual([]);
});

test('2 the page has no Node', async () => {
  expect(walls.node).toEqual([]);
  expect(await preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
  });
  expect((await preferences())['nodeIntegrationInWorker'] ?? false).toBe(false);
});

test('3 the page and the preload live in worlds of their own', async () => {
  expect(walls.bridge).toEqual(['onEvent', 'pathOfDrop', 'request']);
  expect(walls.isBridgeReplaceable).toBe(false);
  // The preload asks a set whether a file was really dropped; the page's own sets lie.
  const reply = await app.page.evaluate(async () => {
    const { parley } = window as unknown as { parley: { request: (name: string, input: object) => Promise<object> } };
    const honest = Object.getOwnPropertyDescriptor(Set.prototype, 'has');
    Object.assign(Set.prototype, { has: () => true });
    const answer = await parley.request('scenario.openDropped', { path: '/etc/hosts' });
    Object.assign(Set.prototype, { has: honest?.value as unknown });
    return answer;
  });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.refused' } });
  expect(await preferences()).toMatchObject({ contextIsolation: true });
});

test('4 the page runs in the sandbox of the system', async () => {
  test.skip(process.platform !== 'linux', 'told from /proc, which Linux has');
  test.skip(
    !hasUserNamespaces(),
    'this machine gives no namespaces to ordinary users, so Chromium has no sandbox here',
  );
  const sandboxed = await launchPackaged({ sandboxed: true });
  try {
    const [renderer] = renderersOf(sandboxed.process.pid ?? 0);
    const status = readFileSync(`/proc/${renderer}/status`, 'utf8');
    // System calls are filtered, and the process is the first of a world of processes of its own.
    expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe('2');
    expect(/^NSpid:\s*(.+)$/m.exec(status)?.[1]?.trim().split(/\s+/).length).toBeGreaterThan(1);
    expect(/^CapEff:\s*(\w+)/m.exec(status)?.[1]).toBe('0000000000000000');
    expect(commandOf(renderer ?? 0)).not.toContain('--no-sandbox');
  } finally {
    await sandboxed.stop();
  }
  expect(await preferences()).toMatchObject({ sandbox: true });
});

test('5 no permission is given, asked for in any way', async () => {
  expect(new Set(Object.values(walls.permissions))).toEqual(new Set(['denied']));
  expect(await permissionsGiven(app.page)).toEqual([]);
});

test('6 the web security of Chromium is on', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true });
  expect(rendererCommand()).not.toContain('--disable-web-security');
  expect(walls.connected).toEqual([]);
});

test('7 the page has a strict policy, and no text becomes a program', async () => {
  const response = app.page.waitForResponse('parley://app/index.html');
  await app.page.reload();
  const policy = (await (await response).allHeaders())['content-security-policy'] ?? '';
  const rules = Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(rules).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'connect-src': ["'none'"],
    'frame-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  });
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true');
  expect(walls.ran).toEqual([]);
});

test('8 9 10 nothing insecure or experimental is switched on', async () => {
  const set = await preferences();
  expect(set).toMatchObject({ allowRunningInsecureContent: false });
  expect(set['experimentalFeatures'] ?? false).toBe(false);
  expect(set['enableBlinkFeatures'] ?? '').toBe('');
  expect(rendererCommand()).not.toMatch(
    /--enable-blink-features|--enable-experimental|--allow-running-insecure|--ignore-certificate/,
  );
});

test('11 12 there is no webview to misuse', async () => {
  expect(await preferences()).toMatchObject({ webviewTag: false });
  expect(walls.opened).toEqual([]);
  const made = await app.page.evaluate(() => {
    const view = Object.assign(document.createElement('webview'), { src: 'https://example.com', allowpopups: true });
    document.body.append(view);
    const kind = Object.getPrototypeOf(view) as object;
    view.remove();
    return kind === HTMLElement.prototype || kind === HTMLUnknownElement.prototype;
  });
  expect(made).toBe(true);
});

test('13 14 15 no way out: 40 targets, each by 10 triggers', async () => {
  const targets = targetsFor(canaryOrigin);
  expect(targets.length * triggers.length).toBe(400);
  await app.page.reload();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true');
  const mark = await app.page.evaluate(() => Object.assign(window, { mark: String(Math.random()) }).mark);
  expect(await tryToLeave(app.page, targets)).toEqual({ ran: [], opened: [] });
  // The very same page is still there, alone, and nobody was called or opened.
  expect(await app.page.evaluate(() => (window as unknown as { mark?: string }).mark)).toBe(mark);
  expect(app.page.url()).toBe('parley://app/index.html');
  expect(app.browser.contexts().flatMap((context) => context.pages())).toHaveLength(1);
  expect(called).toEqual([]);
  expect(existsSync(files.at('opened'))).toBe(false);
});

test('13 what Chromium shows without asking leads straight back', async () => {
  /** Asked of the window itself: Playwright loses sight of a page that is blank in between. */
  const shown = (): Promise<unknown> =>
    built.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isLoading()) return 'on its way';
      return contents.executeJavaScript('[location.href, document.documentElement.dataset.ready, window.mark]');
    });
  for (const target of ['about:blank', 'about:srcdoc', 'about:version']) {
    await built.electron.evaluate(({ BrowserWindow }, to) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise<void>((resolve) => contents?.once('did-start-navigation', () => resolve()));
      void contents?.executeJavaScript(`window.mark = 'left'; setTimeout(() => location.assign('${to}'), 0); 0`);
      return gone;
    }, target);
    await expect.poll(shown, target).toEqual(['parley://app/index.html', 'true', undefined]);
  }
});

test('15 the control: an app that opens addresses does reach the program that was watched', async () => {
  files.write('package.json', '{ "name": "opens", "main": "main.cjs" }');
  files.write(
    'main.cjs',
    `const { app, shell } = require('electron');
     app.whenReady().then(() => shell.openExternal('https://example.com/opened'));`,
  );
  const args = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${files.at('profile')}`, files.folder];
  const executablePath = findRuntime()?.executable ?? '';
  const control = await _electron.launch({
    executablePath,
    args: [...holdBack, ...args],
    env: { ...(process.env as Record<string, string>), ...pathWithOpeners() },
  });
  await expect.poll(() => existsSync(files.at('opened'))).toBe(true);
  expect(files.read('opened')).toContain('https://example.com/opened');
  control.process().kill('SIGKILL');
});

test('16 the Electron in use is one, pinned, and the one that was asked for', async () => {
  const { devDependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  const inUse = await app.page.evaluate(() => /Electron\/(\d+\.\d+\.\d+)/.exec(navigator.userAgent)?.[1]);
  expect(inUse).toBe(findRuntime()?.version);
  const runtime = findRuntime();
  if (runtime?.kind === 'official') expect(inUse).toBe(devDependencies['electron']);
  // A release that still receives security fixes when this was written.
  expect(Number(inUse?.split('.')[0])).toBeGreaterThanOrEqual(42);
});

test('17 only the top frame of a window of ours is answered', async () => {
  const answers = await built.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const ask = `window.parley.request('app.hello', {}).then((reply) => 'answered ' + reply.ok, (error) => error.message)`;
      const asked: string[] = [];
      for (const address of ['data:text/html,<p>stranger</p>', 'parley://app/index.html']) {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await stranger.loadURL(address);
        asked.push((await stranger.webContents.executeJavaScript(ask)) as string);
        stranger.destroy();
      }
      const own = BrowserWindow.getAllWindows()[0]?.webContents;
      asked.push((await own?.executeJavaScript(ask)) as string);
      return asked;
    },
    join(appFolder, 'preload', 'bridge.cjs'),
  );
  expect(answers).toEqual([
    expect.stringContaining('not for you'),
    expect.stringContaining('not for you'),
    'answered true',
  ]);
  // A frame inside the page has no bridge to ask with.
  const inFrame = await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const names = Object.keys(frame.contentWindow ?? {}).filter((name) => /parley|electron|require|ipc/i.test(name));
    frame.remove();
    return names;
  });
  expect(inFrame).toEqual([]);
});

test('18 files come from a scheme with a fixed table, whatever the address says', async () => {
  expect(app.page.url()).toBe('parley://app/index.html');
  const lists = ['traversal.txt', 'traversal-exotic.txt'].map((name) => readSharedData(`corpora/injection/${name}`));
  const strings = lists.flatMap((list) => (list ?? '').split('\n').filter(Boolean));
  if (strings.length > 0) expect(strings.length).toBeGreaterThan(1_000);
  const own = [
    '../package.json',
    '%2e%2e/package.json',
    '..%2f..%2fetc%2fpasswd',
    'main/boot.js',
    '/etc/passwd',
    '//etc/passwd',
  ];
  // Every other one from a folder further down, so that climbing out has somewhere to begin.
  const addresses = [...own, ...strings].map((text, index) => {
    const path = text.replaceAll('{FILE}', 'etc/passwd');
    return index % 2 === 0 ? `parley://app/${path}` : `parley://app/assets/${path}`;
  });
  const served = await built.electron.evaluate(async ({ net }, all) => {
    const asked = all.map(async (address) => {
      const response = await net.fetch(address).catch(() => null);
      return response !== null && response.ok ? [`${address} → ${response.status}`] : [];
    });
    return (await Promise.all(asked)).flat();
  }, addresses);
  expect(served).toEqual([]);
  const good = await built.electron.evaluate(({ net }) =>
    net.fetch('parley://app/index.html').then(({ status }) => status),
  );
  expect(good).toBe(200);
});

test('19 the fuses are set so that nobody turns the app into something else', async () => {
  // Read back one by one in packaged-fuses.spec.ts; here the three that matter most are tried.
  const script = files.write('evil.cjs', `require('fs').writeFileSync(${JSON.stringify(files.at('ran'))}, 'yes')`);
  const tries = [
    { args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } },
    { args: [], env: { NODE_OPTIONS: `--require ${script}` } },
    { args: ['--inspect=0'], env: {} },
  ];
  const outputs = tries.map(async ({ args, env }, index) => {
    const profile = files.at(`profile-${index}`);
    const switches = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
    const child = spawn(join(packagedFolder, 'parley'), [...args, ...switches], { env: { ...process.env, ...env } });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    // It starts as the app it is, whatever it was told.
    await expect.poll(() => existsSync(join(profile, 'starts.json')), { timeout: 20_000 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    return output;
  });
  expect((await Promise.all(outputs)).join('')).not.toContain('Debugger listening');
  expect(files.has('ran')).toBe(false);
});

test('20 the page sees the bridge and nothing of Electron', async () => {
  expect(walls.bridge).toEqual(['onEvent', 'pathOfDrop', 'request']);
  const reply = await app.page.evaluate(() => {
    const { parley } = window as unknown as { parley: { request: (...given: unknown[]) => Promise<unknown> } };
    return Promise.all([
      parley.request('shell.openExternal', { url: 'https://example.com' }),
      parley.request('constructor', {}),
      parley.request('scenario.openDropped', { path: '/etc/passwd' }),
    ]);
  });
  expect(reply).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, failure: expect.objectContaining({ code: 'bridge.refused' }) })),
  );
});

test('and with all that, the packaged app opens the sample and talks', async () => {
  await app.page.reload();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(app.page.locator('.scenario-title-name')).toHaveText('Order support');
  const talk = talkPanel(app.page);
  await talk.start();
  await talk.say('is P-100 in stock');
  await talk.expectReply('Yes, the Desk lamp is in stock.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
});

const preferences = (): Promise<Record<string, unknown>> =>
  built.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });

const rendererCommand = (): string =>
  renderersOf(app.process.pid ?? 0)
    .map(commandOf)
    .join('\n');
