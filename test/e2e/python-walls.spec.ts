import { expect, test } from '@playwright/test';
import { graceMilliseconds } from '../../electron/python/python-port.ts';
import { layCanaries, type Canaries } from '../builders/canaries.ts';
import { allEnds, hostileScripts, ordinaryScript } from '../builders/hostile-python.ts';
import { isSet, launchPython, type PythonApp } from './fixtures/launch-python.ts';

// A script that uses all it is given takes a core: the app may be a little late, but never stands still.
const longestGap = 1_000;
const usualGap = 200;
const slack = 400;

test.describe('hostile scripts in the hidden window', () => {
  let app: PythonApp;
  let canaries: Canaries;
  const gaps: number[] = [];

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    canaries = await layCanaries();
    app = await launchPython();
    await app.run({ code: ordinaryScript, args: {}, timeout: 20_000 });
  });
  test.afterAll(async () => {
    await app.close();
    await canaries.close();
  });

  for (const { name, code, ends = allEnds, returns } of hostileScripts) {
    test(name, async () => {
      const timeout = ends.includes('timeout') ? 300 : 3_000;
      const outcome = await app.run({ code, args: canaries.args, timeout });
      gaps.push(outcome.longestGap);
      expect(ends, JSON.stringify(outcome)).toContain(outcome.ok ? 'returned' : outcome.kind);
      if (returns !== undefined) expect(outcome).toMatchObject({ result: returns });
      expect(outcome.milliseconds).toBeLessThan(timeout + graceMilliseconds + slack);
      expect(outcome.longestGap).toBeLessThan(longestGap);
      expect(JSON.stringify(outcome)).not.toContain(canaries.secret);
      expect(canaries.isUntouched()).toBe(true);
      expect(canaries.hits()).toBe(0);
      const next = await app.run({ code: ordinaryScript, args: {}, timeout: 20_000 });
      expect(next).toMatchObject({ ok: true, result: { length: 4, json: '[1]' } });
    });
  }

  test('the app never stood still meanwhile', () => {
    const sorted = gaps.toSorted((a, b) => a - b);
    const [median = Infinity, most = Infinity] = [sorted[sorted.length >> 1], sorted.at(-1)];
    console.info(
      `Longest pause in ${gaps.length} scripts: median ${Math.round(median)} ms, most ${Math.round(most)} ms.`,
    );
    expect(median).toBeLessThan(usualGap);
  });

  test('an ordinary page of the same app does reach the server', async () => {
    await app.electron.evaluate(async ({ BrowserWindow }, url) => {
      const [front] = BrowserWindow.getAllWindows().filter((window) => window.isVisible());
      await front?.webContents.executeJavaScript(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 1)`);
    }, canaries.args.url);
    expect(canaries.hits()).toBeGreaterThan(0);
  });
});

test.describe('the hidden window', () => {
  let app: PythonApp;
  test.beforeEach(async () => {
    test.setTimeout(180_000);
    app = await launchPython();
  });
  test.afterEach(() => app.close());

  test('is walled in', async () => {
    const before = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await app.run({ code: ordinaryScript, args: {}, timeout: 20_000 });
    const seen = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
      const [frame] = hidden?.webContents.mainFrame.frames ?? [];
      const ask = (code: string): Promise<unknown> | undefined => frame?.executeJavaScript(code);
      return {
        windows: BrowserWindow.getAllWindows().length,
        origin: await ask('self.origin'),
        isolated: await ask('crossOriginIsolated'),
        node: await ask('typeof process + typeof require'),
        storage: await ask('(() => { try { localStorage.length; return "open"; } catch { return "closed"; } })()'),
        code: await ask('(() => { try { return eval("1"); } catch { return "closed"; } })()'),
        network: await ask('fetch("http://127.0.0.1:1/").then(() => "open", (e) => String(e))'),
        elsewhere: await ask('fetch("parley-python://runtime/../package.json").then((r) => r.status, () => "closed")'),
      };
    });
    expect(before).toBe(1);
    expect(seen).toMatchObject({
      windows: 2,
      origin: 'null',
      isolated: true,
      node: 'undefinedundefined',
      storage: 'closed',
      code: 'closed',
      network: expect.stringContaining('Failed to fetch'),
      elsewhere: 404,
    });
  });

  test('ends its script when it dies, is followed by another, and leaves with the last window of the app', async () => {
    const code = 'def execute_action(context):\n    print("x" * 5000)\n    while True: pass\n';
    const endless = app.run({ code, args: {}, timeout: 60_000 });
    await expect.poll(() => isSet(app.electron, 'printed'), { timeout: 60_000 }).toBe(true);
    await app.electron.evaluate(({ BrowserWindow }) => {
      const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
      hidden?.webContents.forcefullyCrashRenderer();
    });
    expect(await endless).toMatchObject({ ok: false, kind: 'crashed' });
    const next = await app.run({ code: ordinaryScript, args: {}, timeout: 20_000 });
    expect(next).toMatchObject({ ok: true, result: { length: 4 } });
    const closed = app.electron.waitForEvent('close');
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close();
    });
    await closed;
  });
});
