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
import { percentile, worked } from '../measure.ts';

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
      const times = await takeTurns({ ours: action, bare, fetched: plainFetch }, width);
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

/** Compilers are done with all that an action runs through after some ten thousand of them. */
const warmUp = 6;
const rounds = 10;
const batch = 2_000;

/**
 * Microseconds of work of one request of each. In batches long enough that the compiler and the garbage of one are not
 * paid for by the next; the lower quartile counts, because whatever else the machine does only adds.
 */
async function takeTurns<Name extends string>(
  contestants: Readonly<Record<Name, () => Promise<void>>>,
  width: number,
): Promise<Readonly<Record<Name, number>>> {
  const entries = Object.entries(contestants) as [Name, () => Promise<void>][];
  const timings = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1)
    for (const [name, work] of entries) {
      const before = worked();
      await inLanes(work, width);
      if (round >= warmUp) timings.get(name)?.push(((worked() - before) * 1000) / batch);
    }
  const results = entries.map(([name]) => [name, percentile(timings.get(name) ?? [], 0.25)]);
  return Object.fromEntries(results) as Readonly<Record<Name, number>>;
}

/** A batch of requests, so many at once. */
async function inLanes(work: () => Promise<void>, width: number): Promise<void> {
  let left = batch;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}

function expectShipped(answer: unknown): void {
  if ((answer as { status?: unknown }).status !== 'shipped')
    throw new Error(`not the answer: ${JSON.stringify(answer)}`);
}
