import { afterEach, describe, expect, test } from 'vitest';
import { createMemoryVault } from '../../../../../electron/host/secret-vault.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, listening } from './services.ts';

afterEach(closeServices);

/** A vault, the ports that ask it, and a person who says yes to everything. */
function eager(hosts: readonly string[] = []) {
  const vault = createMemoryVault();
  const asked: unknown[] = [];
  const ports: Partial<PerformerPorts> = {
    secretNamed: (name) => vault.get(name),
    secretHosts: {
      of: async (name) => (await vault.list()).find((secret) => secret.name === name)?.hosts ?? [],
      bind: async (name, bound) => void (await vault.bind(name, bound)),
    },
    consent: {
      isAllowed: () => true,
      ask: (origin, secret) => (asked.push([origin, secret]), Promise.resolve(true)),
    },
  };
  return { vault, asked, ports, give: (name: string) => vault.set(name, `sk-canary-${name}`, hosts) };
}
const setting = (baseUrl: string, secret: string, kind: object = { kind: 'bearer' }) =>
  settingOf({ integration: { baseUrl, authentication: { ...kind, secret } } });

describe('a secret that has its hosts', () => {
  test('goes to none of 200 others, whoever names it and whatever its person clicks (T07)', async () => {
    const { origin, heads } = await listening();
    const { ports, asked, vault } = eager();
    const host = new URL(origin).host;
    const kinds = [
      { kind: 'bearer' },
      { kind: 'basic', user: 'ada' },
      { kind: 'apiKey', in: 'header', name: 'x-api-key' },
      { kind: 'apiKey', in: 'query', name: 'key' },
    ];
    for (let at = 0; at < 200; at += 1) {
      const name = `secret ${at}`;
      await vault.set(name, `sk-canary-${at}`, [`api-${at}.example.com`]);
      const result = await perform(ports, setting(origin, name, kinds[at % kinds.length]));
      expect(result).toMatchObject({ outcome: 'failed', failure: 'addressRefused', attempts: 0 });
    }
    expect([heads, asked]).toEqual([[], []]);
    // The control: the same secret, bound to this very host, arrives.
    await vault.bind('secret 0', [host]);
    await perform(ports, setting(origin, 'secret 0'));
    expect(heads).toEqual([expect.stringContaining('Bearer sk-canary-0')]);
  });

  test('says where it belongs and what to do', async () => {
    const { origin } = await listening();
    const { ports, give } = eager(['api.example.com']);
    await give('KEY');
    expect((await perform(ports, setting(origin, 'KEY'))).detail).toBe(
      `The secret "KEY" belongs to api.example.com and is not sent to ${new URL(origin).host}. ` +
        'Change where it may go, or give it anew.',
    );
  });

  test('is asked about all the same: a host is no consent of a scenario', async () => {
    const { origin, heads } = await listening();
    const { ports, give, asked } = eager([new URL(origin).host]);
    await give('KEY');
    await perform(ports, setting(origin, 'KEY'));
    expect([asked, heads.length]).toEqual([[[origin, 'KEY']], 1]);
    const refused = { ...ports, consent: { isAllowed: () => true, ask: () => Promise.resolve(false) } };
    expect(await perform(refused, setting(origin, 'KEY'))).toMatchObject({ failure: 'addressRefused' });
    expect(heads).toHaveLength(1);
  });
});

describe('a secret that has none yet', () => {
  test('belongs from then on to where its person let it go first', async () => {
    const [first, second] = [await listening(), await listening()];
    const { ports, give, vault } = eager();
    await give('KEY');
    await perform(ports, setting(first.origin, 'KEY'));
    expect(await vault.list()).toMatchObject([{ hosts: [new URL(first.origin).host] }]);
    expect(await perform(ports, setting(second.origin, 'KEY'))).toMatchObject({ failure: 'addressRefused' });
    expect([first.heads.length, second.heads.length]).toEqual([1, 0]);
  });

  test('stays without one where its person said no', async () => {
    const { origin, heads } = await listening();
    const { ports, give, vault } = eager();
    await give('KEY');
    await perform(
      { ...ports, consent: { isAllowed: () => true, ask: () => Promise.resolve(false) } },
      setting(origin, 'KEY'),
    );
    expect([heads, await vault.list()]).toMatchObject([[], [{ hosts: [] }]]);
  });
});
