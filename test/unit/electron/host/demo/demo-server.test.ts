import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDemoServer, demoOrigin, type DemoServer } from '../../../../../electron/host/demo/demo-server.ts';
import { perform, settingOf } from '../effects/performing.ts';

let demo: DemoServer;
beforeEach(() => {
  demo = createDemoServer();
});
afterEach(() => demo.close());

type Raw = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

async function send(raw: Raw): Promise<{ status: number; body: unknown }> {
  const port = await demo.port();
  const headers = { host: new URL(demoOrigin).host, ...raw.headers };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port,
      method: raw.method ?? 'GET',
      path: raw.path ?? '/',
      headers,
    });
    outgoing.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as unknown }));
    });
    outgoing.end(raw.body);
  });
}

describe('the demo service', () => {
  test('is not running until it is first asked for, and starts once', async () => {
    expect(demo.listening()).toEqual([]);
    const ports = await Promise.all([demo.port(), demo.port()]);
    expect(new Set(ports).size).toBe(1);
    expect(demo.listening()).toEqual([ports[0]]);
  });

  test('answers a live action at its virtual origin, without consent and without a port', async () => {
    const nobody = { isAllowed: () => false, ask: () => Promise.resolve(false) };
    const setting = settingOf({
      request: { baseUrl: demoOrigin, path: '/orders/$orderId', query: [{ name: 'email', value: '$email' }] },
      outputs: [{ name: 'status' }, { name: 'items', type: 'string[]' }],
    });
    const args = { orderId: 'A-1001', email: 'ada@example.com' };
    expect(await perform({ demo, consent: nobody, ownPorts: demo.listening }, setting, args)).toMatchObject({
      outcome: 'succeeded',
      origin: 'live',
      outputs: { status: 'shipped', items: ['Desk lamp', 'Light bulb (2)'] },
      request: { url: `${demoOrigin}/orders/A-1001?email=ada%40example.com` },
    });
  });

  test('cannot be reached by its port, not even with consent', async () => {
    const setting = settingOf({ request: { baseUrl: `http://127.0.0.1:${await demo.port()}`, path: '/stock/P-100' } });
    expect(await perform({ demo, ownPorts: demo.listening }, setting)).toMatchObject({
      failure: 'addressRefused',
      detail: expect.stringContaining('Parley itself listens there') as string,
    });
  });

  test.each<[string, Raw, number]>([
    ['a page in a browser', { path: '/stock/P-100', headers: { origin: 'https://evil.example' } }, 403],
    ['a name that was made to point here', { path: '/stock/P-100', headers: { host: 'evil.example' } }, 403],
    ['a body that is not JSON', { method: 'POST', path: '/refunds', body: '{"orderId":' }, 400],
    ['a body without end', { method: 'POST', path: '/refunds', body: 'x'.repeat(20_000) }, 413],
    ['a path that cannot be read', { path: '/orders/%E0%A4%A' }, 400],
    ['a path that climbs', { path: '/stock/../../etc/passwd' }, 404],
  ])('refuses %s', async (_who, raw, status) => {
    expect(await send(raw)).toMatchObject({ status, body: { error: expect.any(String) as string } });
  });

  test('keeps what happened until it is started again', async () => {
    const refund = { method: 'POST', path: '/refunds', body: '{"orderId":"A-1004","reason":"too tall"}' };
    expect([(await send(refund)).status, (await send(refund)).status]).toEqual([200, 409]);
    await demo.close();
    expect((await send(refund)).status).toBe(200);
  });
});
