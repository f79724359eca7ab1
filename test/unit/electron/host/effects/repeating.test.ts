import { afterEach, describe, expect, test } from 'vitest';
import type { EffectClock } from '../../../../../electron/host/effects/effect-clock.ts';
import { systemClock } from '../../../../../electron/host/effects/system-clock.ts';
import { answer, type Misbehave } from './fault-server.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, json, service } from './services.ts';

afterEach(closeServices);

/** Answers that follow one another; the last one stays. */
function inOrder(...answers: readonly Misbehave[]): Misbehave & { count: () => number } {
  let count = 0;
  const behave: Misbehave = (socket, path) => {
    const next = answers[Math.min(count, answers.length - 1)];
    count += 1;
    next?.(socket, path);
  };
  return Object.assign(behave, { count: () => count });
}
const status =
  (line: string, ...headers: string[]): Misbehave =>
  (socket) =>
    answer(socket, line, ['content-type: application/json', ...headers], '{"status":"shipped"}');
const reset: Misbehave = (socket) => socket.resetAndDestroy();
const silent: Misbehave = () => undefined;

/** Waits that are written down and not waited. */
function quickClock(): { readonly clock: EffectClock; readonly waits: number[] } {
  const waits: number[] = [];
  return { waits, clock: { ...systemClock, sleep: (milliseconds) => (waits.push(milliseconds), Promise.resolve()) } };
}
const retry = { times: 3, wait: 10, factor: 2, statuses: [429, 503] };

describe('an action that is repeated', () => {
  test.each([
    ['a status of its list', status('503 Service Unavailable')],
    ['a connection that breaks', reset],
  ])('after %s waits longer each time, and counts its attempts', async (_what, broken) => {
    const behave = inOrder(broken, broken, status('200 OK'));
    const { origin } = await service(behave);
    const { clock, waits } = quickClock();
    const setting = settingOf({ request: { baseUrl: origin }, record: { retry }, outputs: [{ name: 'status' }] });
    expect(await perform({ clock }, setting)).toMatchObject({
      outcome: 'succeeded',
      attempts: 3,
      outputs: { status: 'shipped' },
    });
    expect([waits, behave.count()]).toEqual([[10, 20], 3]);
  });

  test('after a time-out leaves time for the next attempt, and ends within the time of the action', async () => {
    const behave = inOrder(silent, status('200 OK'));
    const { origin } = await service(behave);
    const setting = settingOf({ request: { baseUrl: origin }, record: { retry }, timeout: 1_000 });
    const began = performance.now();
    const result = await perform({}, setting);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(result).toMatchObject({ outcome: 'succeeded', attempts: 2 });
    expect(result.duration).toBeGreaterThanOrEqual(250);
  });

  test('stops after as many times as it may, with what came last', async () => {
    const behave = inOrder(status('503 Service Unavailable'));
    const { origin } = await service(behave);
    const setting = settingOf({ request: { baseUrl: origin }, record: { retry } });
    expect(await perform({ clock: quickClock().clock }, setting)).toMatchObject({
      failure: 'badStatus',
      status: 503,
      attempts: 4,
    });
    expect(behave.count()).toBe(4);
  });

  test.each([
    ['another status', status('500 Internal Server Error')],
    ['an answer that cannot be read', json('{"half')],
  ])('is not repeated after %s', async (_what, behaviour) => {
    const behave = inOrder(behaviour);
    const { origin } = await service(behave);
    const setting = settingOf({ request: { baseUrl: origin }, record: { retry }, outputs: [{ name: 'status' }] });
    expect(await perform({ clock: quickClock().clock }, setting)).toMatchObject({ outcome: 'failed', attempts: 1 });
    expect(behave.count()).toBe(1);
  });

  test('waits as long as the service asks for', async () => {
    const later = 'Fri, 20 Nov 2026 10:00:01 GMT';
    const behave = inOrder(
      status('429 Too Many Requests', 'retry-after: 0.5'),
      status('503 Service Unavailable', 'date: Fri, 20 Nov 2026 10:00:00 GMT', `retry-after: ${later}`),
      status('200 OK'),
    );
    const { origin } = await service(behave);
    const { clock, waits } = quickClock();
    await perform({ clock }, settingOf({ request: { baseUrl: origin }, record: { retry } }));
    expect(waits).toEqual([500, 1_000]);
  });

  test.each(['1000000000', 'Fri, 20 Nov 2099 10:00:00 GMT'])(
    'gives up at once when the service asks for %s',
    async (wish) => {
      const headers = ['date: Fri, 20 Nov 2026 10:00:00 GMT', `retry-after: ${wish}`];
      const { origin } = await service(inOrder(status('429 Too Many Requests', ...headers)));
      const setting = settingOf({ request: { baseUrl: origin }, record: { retry }, timeout: 700 });
      const began = performance.now();
      const result = await perform({}, setting);
      expect(performance.now() - began).toBeLessThan(700);
      expect(result).toMatchObject({ failure: 'badStatus', status: 429, attempts: 1 });
      expect(result.detail).toMatch(/tried again after .* s, which is longer than the action may take/);
    },
  );

  test('is stopped within 200 ms while it waits for its next attempt', async () => {
    const { origin } = await service(inOrder(status('503 Service Unavailable')));
    const long = { ...retry, wait: 1_500 };
    const setting = settingOf({ request: { baseUrl: origin }, record: { retry: long }, timeout: 60_000 });
    const stop = new AbortController();
    let stopped = 0;
    setTimeout(() => {
      stopped = performance.now();
      stop.abort();
    }, 300);
    expect(await perform({}, setting, {}, stop.signal)).toMatchObject({ failure: 'cancelled', attempts: 1 });
    expect(performance.now() - stopped).toBeLessThan(200);
  });

  test('without a word about it, is tried once', async () => {
    const behave = inOrder(reset);
    const { origin } = await service(behave);
    expect(await perform({}, settingOf({ request: { baseUrl: origin } }))).toMatchObject({ attempts: 1 });
    expect(behave.count()).toBe(1);
  });
});
