import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createEngineLoop } from '../../electron/worker/engine-loop.ts';
import { startEngineInProcess } from '../../electron/host/engine-port.ts';
import { bridgeContract } from '../../shared/bridge/contract/bridge-contract.ts';
import type { HostEvent, HostEventName } from '../../shared/bridge/contract/event-contract.ts';
import { createTestHost, makeFolder } from '../builders/a-host.ts';
import { bridgeCases } from './bridge-cases.ts';
import type { BridgeWorld } from './bridge-world.ts';
import { bridgeChecks, strangeRequests } from './bridge.suite.ts';

async function createMemoryWorld(): Promise<BridgeWorld> {
  const folder = makeFolder();
  const startEngine = startEngineInProcess((post) => createEngineLoop(post, Date.now));
  const { host, connect } = await createTestHost(join(folder.path, 'user'), { startEngine });
  const window = connect();
  onTestFinished(async () => {
    await host.close();
    folder.remove();
  });
  return {
    request: window.transport.request,
    folder: folder.path,
    answer: (answers) => {
      Object.assign(window.answers, answers);
      return Promise.resolve();
    },
    drop: () => Promise.resolve(),
    heard: <Name extends HostEventName>(name: Name) =>
      vi.waitFor(() => {
        const event = window.events.find((heard) => heard.name === name);
        if (event === undefined) throw new Error(`${name} was not heard`);
        return event as Extract<HostEvent, { name: Name }>;
      }),
  };
}

describe('the bridge in memory', () => {
  test.each(bridgeChecks)('$title', async ({ run }) => {
    await expect(run(await createMemoryWorld())).resolves.toBeUndefined();
  });

  test.each(strangeRequests)('refuses %j', async (method, input) => {
    const { request } = await createMemoryWorld();
    expect(await request(method as string, input)).toMatchObject({ ok: false, failure: { code: 'bridge.refused' } });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('events reach the page', async () => {
    const world = await createMemoryWorld();
    const { input } = await bridgeCases['run.say'].happy(world);
    expect((await world.heard('run.waited')).payload).toMatchObject({ waiting: 'user', mode: 'mock' });
    await world.request('run.say', input);
    expect((await world.heard('run.replied')).payload.messages).not.toEqual([]);
    expect((await world.heard('run.traced')).payload.events).not.toEqual([]);
  });

  test('a secret goes in and never comes out', async () => {
    const { request } = await createMemoryWorld();
    await request('secret.set', { name: 'key', value: 'canary-4711' });
    const methods = Object.keys(bridgeContract).filter((method) => method !== 'secret.remove');
    for (const method of [...methods, 'secret.list']) {
      for (const input of [{}, { name: 'key' }]) {
        expect(JSON.stringify(await request(method, input))).not.toContain('canary-4711');
      }
    }
    expect(await request('secret.list', {})).toMatchObject({ ok: true, value: { names: ['key'] } });
    await request('secret.remove', { name: 'key' });
    expect(await request('secret.list', {})).toMatchObject({ ok: true, value: { names: [] } });
  });
});

test('the suite has two cases for every method and none for others', () => {
  expect(Object.keys(bridgeCases).toSorted()).toEqual(Object.keys(bridgeContract).toSorted());
  expect(bridgeChecks).toHaveLength(2 * Object.keys(bridgeContract).length);
  expect(bridgeChecks.length).toBeGreaterThanOrEqual(60);
});
