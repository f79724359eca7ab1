import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import type { ActionRun } from '../../../shared/engine/effect.ts';
import { asId } from '../../../shared/model/ids.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { createActionPerformer } from '../../../electron/host/effects/action-performer.ts';
import { systemClock } from '../../../electron/host/effects/system-clock.ts';
import { anApiAction, anIntegration } from '../../builders/an-action.ts';
import { atMost, microseconds, type BenchRow, type BenchSection } from '../bench-row.ts';
import { race, type Contestant } from '../measure.ts';

const secret = 'sk-live-0123456789abcdef';

/**
 * What an API action costs this process from its arguments to its outputs – address, consent, secret, limits, masking,
 * reading and mapping – beside the same request made plainly, on connections that are kept.
 */
export async function httpBench(): Promise<BenchSection> {
  const script = fileURLToPath(new URL('answering-service.mjs', import.meta.url));
  const service = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface(service.stdout), 'line')) as [string];
  try {
    return await measure(`http://127.0.0.1:${port}`);
  } finally {
    service.stdin.end();
  }
}

async function measure(origin: string): Promise<BenchSection> {
  const pool = new Pool(origin);
  const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' };
  const bare = async (): Promise<void> => {
    const { body } = await pool.request({ path: '/orders/A-1001?lang=en', method: 'GET', headers });
    expectShipped(JSON.parse(await body.text()));
  };
  const plainFetch = async (): Promise<void> => {
    expectShipped(await (await fetch(`${origin}/orders/A-1001?lang=en`, { headers })).json());
  };
  const performer = openPerformer();
  const setting = settingFor(origin);
  const never = new AbortController().signal;
  const action = async (): Promise<void> => {
    expectShipped((await performer.run(effect, setting, never)).outputs);
  };
  const rows: BenchRow[] = [];
  try {
    for (const width of [1, 8, 64]) {
      const at = (work: () => Promise<void>): Contestant => inLanes(work, width);
      const times = await race({ ours: at(action), bare: at(bare), fetched: at(plainFetch) }, 40);
      const ratio = times.ours / times.bare;
      const ours = microseconds(times.ours);
      const what = `an API action, ${width} at once`;
      rows.push(
        { what: `${what}, against a bare Pool`, ours, against: microseconds(times.bare), ratio, ...atMost(1.5, ratio) },
        {
          what: `${what}, against fetch`,
          ours,
          against: microseconds(times.fetched),
          ratio: times.ours / times.fetched,
          ...atMost(0.25, times.ours / times.fetched),
        },
      );
    }
  } finally {
    await Promise.all([performer.close(), pool.close()]);
  }
  return { title: 'HTTP: work of this process for one request on loopback, connections kept', rows };
}

const effect: ActionRun = {
  kind: 'action.run',
  id: 'run.1',
  action: asId<ActionRun['action']>('get-order'),
  use: null,
  arguments: { orderId: 'A-1001', language: 'en' },
  timeout: 10_000,
};

const settingFor = (origin: string): EffectSetting => ({
  action: anApiAction(
    { path: '/orders/$orderId', query: { lang: '$language' }, integration: 'shop' },
    {
      inputs: [{ name: 'orderId' }, { name: 'language' }],
      outputs: [{ name: 'status' }, { name: 'total', type: 'float' }],
    },
  ),
  integration: anIntegration({ baseUrl: origin, authentication: { kind: 'bearer', secret: 'SHOP_KEY' } }),
  mocks: [],
  values: [],
  sensitiveInputs: [],
  sensitiveOutputs: [],
  talk: null,
});

/** All the checks of the app, with a person who has said yes already. */
const openPerformer = () =>
  createActionPerformer({
    mode: () => 'live',
    isTrusted: () => true,
    secretNamed: () => Promise.resolve(secret),
    secretHosts: { of: () => Promise.resolve([]), bind: () => Promise.resolve() },
    consent: { isAllowed: () => true, ask: () => Promise.resolve(true) },
    demo: { port: () => Promise.reject(new Error('not here')), listening: () => [], close: () => Promise.resolve() },
    ownPorts: () => [],
    clock: systemClock,
  });

/** So many requests at once, until all are made. */
const inLanes =
  (work: () => Promise<void>, width: number): Contestant =>
  async (steps) => {
    let left = steps;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await work();
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
  };

function expectShipped(answer: unknown): void {
  if ((answer as { status?: unknown }).status !== 'shipped')
    throw new Error(`not the answer: ${JSON.stringify(answer)}`);
}
