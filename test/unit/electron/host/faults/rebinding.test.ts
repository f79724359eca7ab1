import type { LookupAddress } from 'node:dns';
import { Agent } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import { effectOf, openPorts, settingOf } from '../effects/performing.ts';
import { startRawService, type RawService } from './raw-service.ts';

let service: RawService;
beforeAll(async () => {
  service = await startRawService();
});
afterAll(() => service.close());

/** What a name server says that wants somebody to come to this machine or its cloud. */
const answers: readonly (readonly string[])[] = [
  ['127.0.0.1'],
  ['93.184.216.34', '127.0.0.1'],
  ['127.0.0.1', '93.184.216.34'],
  ['169.254.169.254'],
  ['::1'],
  ['::ffff:127.0.0.1'],
  ['2606:4700::1111', '::1'],
  ['0.0.0.0'],
  ['64:ff9b::7f00:1'],
  ['10.0.0.7', '127.0.0.1'],
];
const flipping = () => {
  let asked = 0;
  return {
    asked: () => asked,
    next: (): readonly LookupAddress[] => {
      const addresses = answers[asked % answers.length] ?? [];
      asked += 1;
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
};

test('1,000 answers of a name server that changes its mind lead nowhere near this machine (T13)', async () => {
  const names = flipping();
  const performer = createActionPerformer({
    ...openPorts,
    resolve: () => Promise.resolve(names.next()),
    // The name was allowed while it meant somebody out in the world.
    consent: { isAllowed: (_origin, reach) => reach === 'public', ask: () => Promise.resolve(false) },
  });
  const setting = settingOf({ request: { baseUrl: `http://rebind.test:${new URL(service.origin).port}` } });
  const failures = new Map<string | null, number>();
  for (let at = 0; at < 1_000; at += 1) {
    const { failure } = await performer.run(effectOf(setting), setting, new AbortController().signal);
    failures.set(failure, (failures.get(failure) ?? 0) + 1);
  }
  await performer.close();
  expect([...failures]).toEqual([['addressRefused', 1_000]]);
  expect(names.asked()).toBe(1_000);
  expect(service.connections()).toBe(0);
});

test('without the guard the same answers lead to it (T13)', async () => {
  const names = flipping();
  for (let at = 0; at < answers.length; at += 1) {
    const agent = new Agent({
      connect: {
        timeout: 500,
        lookup: (_name, _options, found) => {
          // The first that is here: whoever looks twice gets one of them sooner or later.
          const here = names.next().find(({ address }) => /^(127|0\.|::)/.test(address));
          if (here === undefined) found(new Error('not here'), '', 4);
          else found(null, [here]);
        },
      },
    });
    const origin = `http://rebind.test:${new URL(service.origin).port}`;
    await agent.request({ origin, path: '/', method: 'GET' }).then(({ body }) => body.dump(), String);
    await agent.destroy();
  }
  expect(service.connections()).toBeGreaterThanOrEqual(4);
});
