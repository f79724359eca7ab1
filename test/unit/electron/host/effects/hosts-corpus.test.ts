import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LookupAddress } from 'node:dns';
import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AddressRefused,
  judgeTarget,
  type ConnectPolicy,
} from '../../../../../electron/host/effects/guarded-connector.ts';
import { createHttpCaller } from '../../../../../electron/host/effects/http-call.ts';
import { readOutgoingUrl } from '../../../../../electron/host/effects/outgoing-url.ts';
import { answer, startFaultServer, type FaultServer } from './fault-server.ts';

type HostCase = { readonly host: string; readonly class: string; readonly expect: string };
type Corpus = {
  readonly hosts: readonly HostCase[];
  readonly urls: readonly { readonly url: string; readonly expect: string }[];
  readonly positive: readonly string[];
};

const file = fileURLToPath(new URL('../../../../../../shared/corpora/hosts/hosts.json', import.meta.url));
const corpus = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Corpus) : null;
if (corpus === null) console.info('Skipped: the corpus of hosts is not on this machine.');

/** Answers of a name server that must not be asked for anything on this machine. */
const noNames = (): Promise<readonly LookupAddress[]> => Promise.reject(new Error('no such name'));
const nobodyAllowed: ConnectPolicy = {
  isAllowed: () => false,
  ownPorts: () => [],
  rewrite: () => Promise.resolve(null),
  resolve: noNames,
};
const everythingAllowed: ConnectPolicy = { ...nobodyAllowed, isAllowed: () => true };

function targetOf(text: string) {
  const url = new URL(text);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return { protocol: url.protocol, hostname, host: url.host, port: url.port };
}
const reasonOf = (judged: Promise<unknown>): Promise<string> =>
  judged.then(
    () => 'open',
    (error: unknown) => (error instanceof AddressRefused ? error.reason : 'other'),
  );
const answersWith =
  (...addresses: readonly string[]): ConnectPolicy['resolve'] =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe.skipIf(corpus === null)('addresses an action may be pointed at (T12)', () => {
  const hosts = corpus?.hosts ?? [];
  let server: FaultServer;
  let reached = 0;
  beforeAll(async () => {
    server = await startFaultServer((socket) => {
      reached += 1;
      answer(socket, '200 OK', ['connection: close'], 'reached');
    });
  });
  afterAll(() => server.close());

  test('nothing is reached that nobody allowed', async () => {
    expect(hosts.length).toBeGreaterThan(80);
    const verdicts = await Promise.allSettled(
      hosts.map(({ host }) => judgeTarget(nobodyAllowed, targetOf(`http://${host}:${server.port}/`))),
    );
    const through = hosts.filter((_host, at) => verdicts[at]?.status === 'fulfilled');
    expect(through).toEqual([]);
  });

  test('what belongs to the cloud is refused whatever a person allowed, without asking a name server', async () => {
    const metadata = hosts.filter((host) => host.expect === 'deny-always');
    expect(metadata.length).toBeGreaterThan(10);
    const reasons = metadata.map(async ({ host }) => [
      host,
      await reasonOf(judgeTarget(everythingAllowed, targetOf(`http://${host}/`))),
    ]);
    expect(await Promise.all(reasons)).toEqual(metadata.map(({ host }) => [host, 'never']));
  });

  test('every spelling of loopback is closed, and open to a caller without the guard', async () => {
    const loopback = hosts.filter((host) => host.class.startsWith('loopback') || host.class === 'unspecified');
    const guarded = createHttpCaller(nobodyAllowed);
    const unguarded = new Agent({ connect: { timeout: 1_000 } });
    const ends: unknown[] = [];
    for (const { host } of loopback) {
      const limits = { timeout: 2_000, signal: new AbortController().signal };
      const request = { method: 'GET', url: `http://${host}:${server.port}/`, headers: [], body: null };
      const outcome = await guarded.call(request, limits);
      ends.push([host, outcome.ok ? 'reached' : outcome.failure.failure]);
    }
    expect(ends).toEqual(loopback.map(({ host }) => [host, 'addressRefused']));
    expect(reached).toBe(0);
    for (const { host } of loopback)
      await unguarded
        .request({ origin: new URL(`http://${host}:${server.port}`).origin, path: '/', method: 'GET' })
        .then(
          (response) => response.body.dump(),
          () => undefined,
        );
    expect(reached).toBeGreaterThanOrEqual(20);
    await guarded.close();
    await unguarded.destroy();
  });

  test('consent opens an origin on this machine, that origin only', async () => {
    const allowed = `http://127.0.0.1:${server.port}`;
    const policy: ConnectPolicy = { ...nobodyAllowed, isAllowed: (origin) => origin === allowed };
    await expect(judgeTarget(policy, targetOf(allowed))).resolves.toMatchObject({ port: server.port });
    await expect(judgeTarget(policy, targetOf(`http://localhost:${server.port}`))).rejects.toMatchObject({
      reason: 'consentNeeded',
      origin: `http://localhost:${server.port}`,
    });
  });

  test('a port of our own is refused although its origin was allowed', async () => {
    const policy = { ...everythingAllowed, ownPorts: () => [server.port] };
    const spellings = ['127.0.0.1', 'localhost', '[::1]', '127.1'];
    const reasons = spellings.map((host) => reasonOf(judgeTarget(policy, targetOf(`http://${host}:${server.port}/`))));
    expect(await Promise.all(reasons)).toEqual(spellings.map(() => 'never'));
  });

  test('public addresses are asked about, and open once they are allowed', async () => {
    const asking = { ...nobodyAllowed, resolve: answersWith('93.184.216.34', '2606:4700:4700::1111') };
    const positive = corpus?.positive ?? [];
    const reasons = await Promise.all(
      positive.map((host) => reasonOf(judgeTarget(asking, targetOf(`http://${host}/`)))),
    );
    expect(reasons).toEqual(positive.map(() => 'consentNeeded'));
    const allowing = { ...asking, isAllowed: (_origin: string, reach: string) => reach === 'public' };
    const again = positive.map((host) => reasonOf(judgeTarget(allowing, targetOf(`http://${host}/`))));
    expect(await Promise.all(again)).toEqual(positive.map(() => 'open'));
  });

  test('URLs: only plain addresses of the web are read, and each leads to the host a person sees in it', () => {
    const urls = (corpus?.urls ?? []).filter(({ url }) => !/ |rebind|\{OWN/.test(url));
    expect(urls.length).toBeGreaterThan(20);
    const read = urls.flatMap(({ url }) => {
      const address = readOutgoingUrl(url);
      return address.ok ? [[url, address.value.hostname]] : [];
    });
    expect(read).toEqual([
      ['http://127.0.0.1#@allowed.test/', '127.0.0.1'],
      ['http://127.0.0.1\\@allowed.test/', '127.0.0.1'],
      ['http://allowed.test\\@127.0.0.1/', 'allowed.test'],
      ['http://[::1]:80/', '[::1]'],
      ['http://1\u3002\u2460.1.1/', '1.1.1.1'],
    ]);
  });
});

describe('names that change their mind', () => {
  const rebinding = 'http://rebind.test/';

  test('one bad answer among good ones refuses all', async () => {
    const mixed = { ...everythingAllowed, resolve: answersWith('93.184.216.34', '169.254.169.254') };
    await expect(judgeTarget(mixed, targetOf(rebinding))).rejects.toMatchObject({ reason: 'never' });
    const local = { ...nobodyAllowed, resolve: answersWith('93.184.216.34', '127.0.0.1') };
    await expect(judgeTarget(local, targetOf(rebinding))).rejects.toMatchObject({ reason: 'consentNeeded' });
  });

  test('1,000 flips between a public and a forbidden address: what was judged is what is connected to (T13)', async () => {
    let asked = 0;
    const flipping = {
      ...nobodyAllowed,
      // The name was allowed where it led at first.
      isAllowed: (_origin: string, reach: string) => reach === 'public',
      resolve: () => answersWith((asked += 1) % 2 === 0 ? '127.0.0.1' : '93.184.216.34')(''),
    };
    const targets = [];
    for (let at = 0; at < 1_000; at += 1)
      targets.push(
        await judgeTarget(flipping, targetOf(rebinding)).then(
          (target) => target.addresses[0]?.address,
          () => 'refused',
        ),
      );
    expect(asked).toBe(1_000);
    expect(new Set(targets)).toEqual(new Set(['93.184.216.34', 'refused']));
  });

  test('the connection goes to the judged address, not to a second look at the name', async () => {
    const server = await startFaultServer((socket) => answer(socket, '200 OK', [], 'pinned'));
    let asked = 0;
    const http = createHttpCaller({
      ...everythingAllowed,
      // A second look would lead nowhere.
      resolve: () => ((asked += 1) === 1 ? answersWith('127.0.0.1')('') : noNames()),
    });
    const limits = { timeout: 2_000, signal: new AbortController().signal };
    const outcome = await http.call(
      { method: 'GET', url: `http://rebind.test:${server.port}/`, headers: [], body: null },
      limits,
    );
    expect(outcome.ok && outcome.value.body.toString()).toBe('pinned');
    expect(asked).toBe(1);
    await http.close();
    await server.close();
  });
});
