import { once } from 'node:events';
import { _electron as electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test';
import { holdBack } from '../../e2e/fixtures/hold-back.ts';
import { switches, type BenchDesk, type Shown } from './bench-desk.ts';

/** A window that is ready, with a way to tell how hard its page works. */
export type BenchWindow = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Milliseconds the main thread of the page has worked so far. */
  readonly worked: () => Promise<number>;
  /** Bytes the page's scripts keep, once what nobody needs is cleared away. */
  readonly heap: () => Promise<number>;
};

let windows = 0;

/** Opens a window, works with it, and closes it whatever comes of that. */
export async function inWindow<Value>(
  desk: BenchDesk,
  { args, env }: Shown,
  work: (window: BenchWindow) => Promise<Value>,
): Promise<Value> {
  windows += 1;
  const app = await electron.launch({
    executablePath: desk.executable,
    args: [...holdBack, ...switches(desk.file(`window-${windows}`)), ...args],
    env: { ...desk.env, ...env },
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow({ timeout: 30_000 });
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await work({ electron: app, page, worked: () => taskTime(session), heap: () => heapUsed(session) });
  } finally {
    await kill(app.process());
  }
}

/** Without the questions that closing a window may ask. */
async function kill(child: ReturnType<ElectronApplication['process']>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

async function heapUsed(session: CDPSession): Promise<number> {
  // Some things are only let go of by the second look.
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
