import { afterEach, describe, expect, test } from 'vitest';
import { createActionLimits } from '../../../../../electron/host/effects/action-limits.ts';
import { createConcurrency } from '../../../../../electron/host/effects/concurrency.ts';
import { createRateLimiter } from '../../../../../electron/host/effects/rate-limiter.ts';
import { createResultCache } from '../../../../../electron/host/effects/result-cache.ts';
import { systemClock } from '../../../../../electron/host/effects/system-clock.ts';
import { failedResult } from '../../../../../electron/host/effects/failed-result.ts';
import { answer } from './fault-server.ts';
import { effectOf, performer, settingOf, type ActionSketch } from './performing.ts';
import { closeServices, listening, service } from './services.ts';

afterEach(closeServices);
const never = new AbortController().signal;

/** Runs the same action several times, with one performer unless others are given. */
async function several(
  sketch: ActionSketch,
  args: readonly Record<string, string>[],
  ports: Parameters<typeof performer>[0] = {},
) {
  const setting = settingOf(sketch);
  const shared = performer(ports);
  const results = [];
  for (const given of args) results.push(await shared.run(effectOf(setting, given), setting, never));
  return results;
}

describe('a cache', () => {
  const sketch = (baseUrl: string, cache: object): ActionSketch => ({
    request: { baseUrl, path: '/orders/$id' },
    inputs: [{ name: 'id' }, { name: 'reason', required: false }],
    outputs: [{ name: 'status' }],
    record: { cache },
  });

  test('gives a result again for the same arguments, and says so', async () => {
    const { origin, heads } = await listening('{"status":"shipped"}');
    const [first, second, other] = await several(sketch(origin, {}), [{ id: '1' }, { id: '1' }, { id: '2' }]);
    expect(heads).toHaveLength(2);
    expect(first?.cached).toBeUndefined();
    expect(second).toMatchObject({ ...first, cached: true, duration: 0, attempts: 0 });
    expect(other?.cached).toBeUndefined();
  });

  test('goes by its key, where it has one', async () => {
    const { origin, heads } = await listening('{"status":"shipped"}');
    const asked = [
      { id: '1', reason: 'a' },
      { id: '1', reason: 'b' },
    ];
    await several(sketch(origin, { key: 'order $id' }), asked);
    expect(heads).toHaveLength(1);
    await several(sketch(origin, {}), asked);
    expect(heads).toHaveLength(3);
  });

  test('keeps no failure, and another environment or an edited action is another question', async () => {
    let count = 0;
    const server = await service((socket) => {
      count += 1;
      answer(socket, count === 1 ? '500 Oops' : '200 OK', [], '{"status":"x"}');
    });
    let environment: string | null = null;
    const limits = createActionLimits(systemClock.elapsed);
    const ports = { limits, environment: () => environment };
    const ask = () => several(sketch(server.origin, {}), [{ id: '1' }], ports);
    await ask();
    await ask();
    expect(count).toBe(2);
    await ask();
    expect(count).toBe(2);
    environment = 'staging';
    await ask();
    expect(count).toBe(3);
    await several({ ...sketch(server.origin, {}), outputs: [] }, [{ id: '1' }], ports);
    expect(count).toBe(4);
    await several(sketch(server.origin, {}), [{ id: '1' }], { ...ports, scenario: 'another' });
    expect(count).toBe(5);
  });

  test('forgets when its time is over, and the oldest when there are too many', () => {
    let now = 0;
    const cache = createResultCache(() => now);
    const result = failedResult('cancelled', '');
    cache.set('a', result, 10);
    now = 9_999;
    expect(cache.get('a')).toBe(result);
    now = 10_000;
    expect(cache.get('a')).toBeNull();
    for (let at = 0; at <= 500; at += 1) cache.set(`key ${at}`, result, 10);
    expect([cache.get('key 0'), cache.get('key 1')]).toEqual([null, result]);
  });
});

describe('a rate', () => {
  test('lets as many begin as fit into the time that moves along', () => {
    let now = 0;
    const rate = createRateLimiter(() => now);
    const limit = { calls: 2, seconds: 1 };
    const take = (at: number): number => {
      now = at;
      return rate.take('key', limit);
    };
    expect([0, 400, 600, 999, 1_000, 1_300, 1_400].map(take)).toEqual([0, 0, 400, 1, 0, 100, 0]);
    expect(rate.take('other', limit)).toBe(0);
  });

  test('makes an action wait for its turn where that comes in time', async () => {
    const { origin, heads } = await listening();
    const sketch = { request: { baseUrl: origin }, record: { rateLimit: { calls: 2, seconds: 1 } }, timeout: 5_000 };
    const began = performance.now();
    const results = await several(sketch, [{}, {}, {}]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(heads).toHaveLength(3);
  });

  test.each(['action', 'integration'])(
    'of the %s refuses where its turn comes too late, with a sentence',
    async (whose) => {
      const { origin, heads } = await listening();
      const rateLimit = { calls: 1, seconds: 60 };
      const sketch =
        whose === 'action'
          ? { request: { baseUrl: origin }, record: { rateLimit } }
          : { integration: { baseUrl: origin, rateLimit } };
      const [, second] = await several(sketch, [{}, {}]);
      expect(second).toMatchObject({ outcome: 'failed', failure: 'rateLimited', attempts: 0 });
      expect(second?.detail).toMatch(/may make 1 call in 60 s; the next one is free in \d+(\.\d)? s\.$/);
      expect(heads).toHaveLength(1);
    },
  );

  test('counts over all talks of a scenario, and no other scenario', async () => {
    const { origin } = await listening();
    const limits = createActionLimits(systemClock.elapsed);
    const sketch = { request: { baseUrl: origin }, record: { rateLimit: { calls: 1, seconds: 60 } } };
    const run = async (scenario: string) => (await several(sketch, [{}], { limits, scenario }))[0]?.failure ?? null;
    expect([await run('shop'), await run('shop'), await run('hotel')]).toEqual([null, 'rateLimited', null]);
  });
});

describe('turns', () => {
  test('go to those who came first, as many at once as may', async () => {
    const turns = createConcurrency();
    const stop = new AbortController();
    const order: string[] = [];
    const come = async (name: string, signal: AbortSignal = never) => {
      const leave = await turns.enter('key', 2, signal);
      order.push(leave === null ? `${name} left` : `${name} in`);
      return leave;
    };
    const [a, b] = await Promise.all([come('a'), come('b')]);
    const waiting = [come('c', stop.signal), come('d')];
    stop.abort();
    await Promise.resolve();
    a?.();
    a?.();
    await Promise.all(waiting);
    expect(order).toEqual(['a in', 'b in', 'c left', 'd in']);
    b?.();
    expect(await come('e')).not.toBeNull();
  });

  test('are kept by actions that run at once', async () => {
    let inside = 0;
    let most = 0;
    const server = await service((socket) => {
      inside += 1;
      most = Math.max(most, inside);
      setTimeout(() => {
        inside -= 1;
        answer(socket, '200 OK', [], '{}');
      }, 50);
    });
    const setting = settingOf({ request: { baseUrl: server.origin }, record: { concurrency: 2 }, timeout: 60_000 });
    const shared = performer();
    const results = await Promise.all(Array.from({ length: 6 }, () => shared.run(effectOf(setting), setting, never)));
    expect([most, results.every(({ outcome }) => outcome === 'succeeded')]).toEqual([2, true]);
  });

  test('that do not come in time are told', async () => {
    const server = await service(() => undefined);
    const setting = settingOf({ request: { baseUrl: server.origin }, record: { concurrency: 1 } });
    const shared = performer();
    const stop = new AbortController();
    const first = shared.run({ ...effectOf(setting), timeout: 60_000 }, setting, stop.signal);
    expect(await shared.run({ ...effectOf(setting), timeout: 200 }, setting, never)).toMatchObject({
      failure: 'timedOut',
      attempts: 0,
      detail: 'It did not begin in time. Others of findOrder were still running.',
    });
    stop.abort();
    expect(await first).toMatchObject({ failure: 'cancelled' });
  });
});

test('the shorter time of action and integration counts', async () => {
  const server = await service(() => undefined);
  const [result] = await several({ integration: { baseUrl: server.origin, timeout: 200 }, timeout: 5_000 }, [{}]);
  expect(result).toMatchObject({ failure: 'timedOut' });
  expect(result?.duration).toBeLessThan(700);
});
