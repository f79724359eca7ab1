import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { readSharedData } from '../builders/shared-data.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { holdBack } from './fixtures/hold-back.ts';
import { startHostileService } from './fixtures/hostile-service.ts';
import { hostileScenario, pagesOf } from './fixtures/hostile-strings.ts';
import { expect, test as base, type RunningApp } from './fixtures/launch.ts';
import { watchForScripts } from './fixtures/script-watch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog, answerTrust } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const scripts = readSharedData('corpora/xss/xss.json');
type Script = { readonly payload: string; readonly live: readonly string[] };
const payloads = (isWanted: (script: Script) => boolean = () => true): string[] =>
  (JSON.parse(scripts ?? '[]') as Script[]).filter(isWanted).map(({ payload }) => payload);
/** Known to run where markup is believed, and to let the page be while the others have their turn. */
const isLive = ({ live, payload }: Script): boolean =>
  live.includes('innerHTML') && !/location|refresh|write|submit|reload|open\(/i.test(payload);
const naughty = readSharedData('corpora/blns/blns.json');

async function open({ page, electron }: RunningApp, path: string): Promise<void> {
  await answerOpenDialog(electron, path);
  await page.keyboard.press('Control+o');
}

/** The longest the page kept a frame waiting, while something else goes on. */
async function longestFrame(page: Page, meanwhile: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    Object.assign(window, { frameWatch: watch });
    const tick = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await meanwhile();
  return page.evaluate(() => {
    const { frameWatch } = window as unknown as { frameWatch: { longest: number; on: boolean } };
    frameWatch.on = false;
    return frameWatch.longest;
  });
}

test('scripts in names, samples, messages, notes and answers are only ever shown', async ({ launch, files }) => {
  test.skip(scripts === null, 'the corpus of scripts is not on this machine');
  test.setTimeout(180_000);
  const strings = payloads();
  expect(strings.length).toBeGreaterThan(4000);
  const path = files.write('scripts.parley.json', printScenario(hostileScenario(strings)));
  const app = await launch();
  const { page } = app;
  const [talk, trace, canvas] = [talkPanel(page), tracePanel(page), canvasView(page)];
  const left: string[] = [];
  page.on('request', (request) => {
    if (!/^(parley:\/\/app\/|blob:|data:)/.test(request.url())) left.push(request.url());
  });
  const watch = await watchForScripts(page);
  const expectNothing = async (where: string): Promise<void> =>
    expect([...watch.ran(), ...(await watch.waiting())], where).toEqual([]);
  await open(app, path);
  await studioWindow(page).expectState('saved');

  await canvas.canvas.focus();
  for (const key of ['Shift+1', 'Control+0', 'Control+-', 'Control+-']) await page.keyboard.press(key);
  await talk.start();
  await trace.speed('At once');
  for (const [index, strings] of pagesOf(payloads()).entries()) {
    // A long talk is slow to look through; a new one begins with an empty page.
    if (index % 6 === 5) await talk.start();
    await talk.say(`page${index}`);
    // Half of it as text of the message, half of it as values of attributes.
    await expect(talk.lastReply.locator('.message-block')).toHaveCount(strings.length * 2 + 1);
    await trace.show((['trace', 'variables', 'actions', 'problems'] as const)[index % 4] ?? 'trace');
    await expectNothing(`page ${index}`);
  }
  await page.keyboard.press('Control+e');
  await expect(studioWindow(page).dialog('Export action bundle')).toBeVisible();
  await expectNothing('the bundle');
  expect(left).toEqual([]);
  expect(page.url()).toBe('parley://app/index.html');
  expect(app.faults()).toEqual([]);
});

test('the control: the same watch sees the same scripts run in a page that believes them', async () => {
  test.skip(scripts === null, 'the corpus of scripts is not on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'parley-believes-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "believes", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.on('web-contents-created', (_event, contents) => {
       contents.on('will-frame-navigate', (event) => event.preventDefault());
       contents.setWindowOpenHandler(() => ({ action: 'deny' }));
     });
     app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>hello</p>'));`,
  );
  const args = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, folder];
  const control = await _electron.launch({
    executablePath: findRuntime()?.executable ?? '',
    args: [...holdBack, ...args],
  });
  const page = await control.firstWindow();
  await expect(page.locator('p')).toHaveText('hello');
  const watch = await watchForScripts(page);
  const showAll = page.evaluate((strings) => {
    // Kept aside: among the strings are some that take the place of the document's own functions.
    const { body } = document;
    const places = strings.map(() => document.createElement('div'));
    for (const [index, place] of places.entries()) {
      place.innerHTML = strings[index] ?? '';
      body.append(place);
    }
  }, payloads(isLive));
  const calls = (): number => watch.ran().filter((hit) => /^(called|dialog)/.test(hit)).length;
  await expect.poll(calls, { timeout: 20_000 }).toBeGreaterThan(100);
  // Whatever some of them did to the page, the others had their say before.
  await showAll.catch(() => undefined);
  control.process().kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('keys made to reach a prototype are refused by their place, and reach none', async ({ launch, files }) => {
  const app = await launch();
  const { page, electron } = app;
  const window = studioWindow(page);
  const own = (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).toSorted());
  const ownOfMain = (): Promise<string[]> =>
    electron.evaluate(() => Object.getOwnPropertyNames(Object.prototype).toSorted());
  const before = [await own(), await ownOfMain()];
  const head = '"format": "parley.scenario", "version": 1, "scenario": {"id": "s", "name": "S"}';
  const documents: readonly (readonly [string, string])[] = [
    ['{"__proto__": {"polluted": "yes"}, %}', '/__proto__'],
    ['{%, "extra": {"deep": [{"\\u005f\\u005fproto\\u005f\\u005f": {"polluted": "yes"}}]}}', '/extra/deep/0/__proto__'],
    ['{%, "attributes": {"__proto__": {"name": "x", "type": "string"}}}', '/attributes/__proto__'],
    ['{%, "contexts": {"constructor": {"name": "x"}}}', '/contexts/constructor'],
  ];
  for (const [index, [text, pointer]] of documents.entries()) {
    const name = `proto-${index}.parley.json`;
    await open(app, files.write(name, text.replace('%', head)));
    const dialog = window.dialog(`“${name}” cannot be opened as it is`);
    await expect(dialog.locator('.read-problems code')).toContainText([pointer]);
    await dialog
      .getByRole('button')
      .filter({ hasText: /^(Leave it|Close)$/ })
      .click();
    await expect(dialog).toBeHidden();
  }
  expect([await own(), await ownOfMain()]).toEqual(before);
  await expect(window.title).toHaveText('Order support');
  expect(app.faults()).toEqual([]);
});

test('a hundred megabytes of nested lists are refused at once, and the window goes on', async ({ launch, files }) => {
  const app = await launch();
  const window = studioWindow(app.page);
  const write = async (name: string, megabytes: number): Promise<string> => {
    const out = createWriteStream(files.at(name));
    for (let index = 0; index < megabytes; index += 1) out.write('['.repeat(1024 * 1024));
    out.end();
    await once(out, 'close');
    return files.at(name);
  };
  const [huge, large] = [await write('huge.parley.json', 100), await write('large.parley.json', 60)];
  const longest = await longestFrame(app.page, async () => {
    await open(app, huge);
    await window.expectNotice('“huge.parley.json” is larger than Parley opens (64 MB). Is it really a scenario?');
    await open(app, large);
    await expect(window.dialog('“large.parley.json” cannot be opened as it is')).toContainText(/64 levels/);
  });
  expect(longest).toBeLessThan(2_000);
  await app.page.keyboard.press('Escape');
  await expect(window.title).toHaveText('Order support');
  await talkPanel(app.page).start();
  expect(app.faults()).toEqual([]);
});

test('naughty strings in every field come through opening, editing and saving byte for byte', async ({
  launch,
  files,
}) => {
  test.skip(naughty === null, 'the corpus of naughty strings is not on this machine');
  const strings = (JSON.parse(naughty ?? '[]') as string[]).filter((text) => text !== '');
  expect(strings.length).toBeGreaterThan(500);
  const text = printScenario(hostileScenario(strings));
  const path = files.write('naughty.parley.json', text);
  const app = await launch({ args: [path] });
  const { page } = app;
  const window = studioWindow(page);
  await window.expectState('saved');

  // Each typed into the page by hand, as far as a line can hold it, and undone to the byte.
  const typed = strings.filter((one) => one.trim() === one && one.length <= 200 && !/[\n\r\t]/.test(one));
  for (const one of typed.filter((_, index) => index % 12 === 0)) {
    await page.locator('.scenario-title-name').click();
    await page.keyboard.insertText(one);
    await page.keyboard.press('Enter');
    expect(await page.locator('.scenario-title-name').textContent()).toBe(one);
  }
  await window.expectState('edited');
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  const last = typed.filter((_, index) => index % 12 === 0).at(-1);
  expect(files.read('naughty.parley.json')).toBe(text.replace(/"name": .*/, () => `"name": ${JSON.stringify(last)},`));
  expect(app.faults()).toEqual([]);
});

test('a service that floods, sleeps, answers a page or points elsewhere is told in a sentence', async ({
  launch,
  files,
}) => {
  const service = await startHostileService();
  const cases: Readonly<Record<string, RegExp>> = {
    flood: /larger than 8 MB; reading was stopped/,
    silence: new RegExp(`^${service.origin} did not answer within 2 s\\.$`),
    page: /HTML|not JSON/,
    broken: /JSON/,
    'to-file': /answered 302 and points to file:\/\/\/etc\/passwd\. Redirects are not followed/,
    'to-metadata':
      /answered 302 and points to http:\/\/169\.254\.169\.254\/latest\/meta-data\/\. Redirects are not followed/,
    metadata: /169\.254\.169\.254/,
  };
  const scenario = aScenario('Services').withConversation('Ask').withScene('Ask');
  for (const name of [...Object.keys(cases), 'fine']) {
    const baseUrl = name === 'metadata' ? 'http://169.254.169.254' : service.origin;
    scenario
      .withApiAction(`call-${name}`, {
        request: { baseUrl, path: `/${name}` },
        outputs: { status: 'string' },
        timeout: 2_000,
        onFailure: { message: `That did not work: ${name}.` },
      })
      .withTurn(name, { behaviors: ['STARTING'] })
      .user(`ask-${name}`, { samples: [`ask for ${name}`], actions: [`call-${name}`] })
      .app(`answer-${name}`, { text: 'Status: {user.status}', behaviors: ['COMPLETING'] });
  }
  const app = await launch({ args: [files.write('services.parley.json', printScenario(scenario.build()))] });
  const { page } = app;
  const [talk, trace] = [talkPanel(page), tracePanel(page)];
  await answerTrust(app.electron, true);
  await page.getByRole('button', { name: 'Trust…' }).click();
  await talk.mode('Live');
  await talk.start();
  await trace.speed('At once');

  await talk.field.fill('ask for fine');
  await page.keyboard.press('Enter');
  const consent = page.getByRole('group', { name: 'Permission to call' });
  await expect(consent).toContainText(`Parley wants to call ${service.origin} for this scenario`);
  expect(service.called).toEqual([]);
  await consent.getByRole('button', { name: 'Allow' }).click();
  await talk.expectReply('Status: fine');

  for (const [name, sentence] of Object.entries(cases)) {
    const longest = await longestFrame(page, () => talk.say(`ask for ${name}`));
    expect(longest, name).toBeLessThan(1_000);
    await expect(talk.replies.filter({ hasText: `That did not work: ${name}.` }), name).toHaveCount(1);
    const [call = ''] = await trace.calls();
    const [, words = ''] = /^call-\S+ failed(?: \d+)?: (.*) \((?:live|refused)\)$/.exec(call) ?? [];
    expect(words, `${name}: ${call}`).toMatch(sentence);
  }
  expect(service.called).not.toContain('/metadata');
  // Nothing lost: the talk goes on, the file is as it was.
  await talk.say('ask for fine');
  await talk.expectReply('Status: fine');
  await studioWindow(page).expectState('saved');
  expect(app.faults()).toEqual([]);
  service.close();
});
