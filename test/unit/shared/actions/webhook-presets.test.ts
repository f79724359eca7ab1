import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { firstWebhook, secondWebhook } from '../../../../shared/actions/webhook-presets.ts';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import type { EffectResult } from '../../../../shared/engine/effect.ts';
import { perform, settingOf } from '../../electron/host/effects/performing.ts';

type Seen = { readonly method: string; readonly url: string; readonly type: string; readonly body: Json };

/** A webhook on this machine that answers as told and remembers what it was sent. */
async function webhook(status: number, answer: Json): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      seen.push({
        method,
        url,
        type: headers['content-type'] ?? '',
        body: text === '' ? null : (JSON.parse(text) as Json),
      });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const call = (record: object, args: JsonObject): Promise<EffectResult> => perform({}, settingOf({ record }), args);

describe('the first webhook', () => {
  const parts = (url: string) =>
    firstWebhook({
      url: `${url}/hook?team=a`,
      headers: [{ name: 'x-team', value: 'support' }],
      inputs: [{ name: 'age' }, { name: 'first_name' }, { name: 'vip' }, { name: 'cart' }],
      outputs: [{ name: 'price' }, { name: 'note', type: 'string' }, { name: 'cart' }, { name: 'AddOns-2' }],
    });
  const args = { age: 42, first_name: 'Ada "the" {x}', vip: false, cart: [{ id: 1 }] };

  test('[A29] is sent exactly this JSON, with types kept', async () => {
    const { url, seen } = await webhook(200, { successful: true, output_data: { attributes: {} }, errors: [] });
    await call(parts(url), args);
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/hook?team=a',
        type: 'application/json',
        body: { input_data: { attributes: args }, custom_data: [], instance_data: [] },
      },
    ]);
  });

  test('[A29] gives attributes with their types, and null where they are unset', async () => {
    const attributes = { price: 12.5, note: null, cart: { items: [1, 2] }, 'AddOns-2': true };
    const { url } = await webhook(200, { successful: true, output_data: { attributes }, errors: [] });
    expect(await call(parts(url), args)).toMatchObject({ outcome: 'succeeded', outputs: attributes });
  });

  test('[A29] fails when it says so, with what it says, whatever the status is', async () => {
    const errors = [{ message: 'No stock.' }];
    const { url } = await webhook(200, { successful: false, output_data: { attributes: { price: 1 } }, errors });
    expect(await call(parts(url), args)).toMatchObject({
      outcome: 'failed',
      failure: 'reportedFailure',
      detail: 'The service says that it failed. No stock.',
      outputs: {},
    });
    const broken = await webhook(500, { successful: true, output_data: { attributes: {} } });
    expect(await call(parts(broken.url), args)).toMatchObject({ failure: 'badStatus' });
  });
});

describe('the second webhook', () => {
  const parts = (url: string, more: object = {}) =>
    secondWebhook({
      url: `${url}/orders/$id`,
      method: 'PUT',
      query: [{ name: 'q', value: '$note' }],
      inputs: [{ name: 'age' }, { name: 'note' }, { name: 'id' }],
      body: '{"person": {"age": "$age", "note": "is $note"}, "tags": ["$note"]}',
      outputs: [{ name: 'total', type: 'float', from: 'order.total' }],
      raw: 'everything',
      ...more,
    });
  const args = { age: 42, note: 'a&b', id: 'A 1/2' };

  test('[A30] is sent its own JSON with types kept, and values encoded where they stand', async () => {
    const { url, seen } = await webhook(200, { order: { total: 12 } });
    const result = await call(parts(url), args);
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/orders/A%201%2F2?q=a%26b',
        type: 'application/json',
        body: { person: { age: 42, note: 'is a&b' }, tags: ['a&b'] },
      },
    ]);
    expect(result.outputs).toEqual({ total: 12, everything: '{"order":{"total":12}}' });
  });

  test.each([
    [200, 'succeeded'],
    [304, 'succeeded'],
    [404, 'failed'],
    [503, 'failed'],
  ])('[A30] a status of %i has %s', async (status, outcome) => {
    const { url } = await webhook(status, status === 304 ? null : {});
    expect(await call(parts(url), args)).toMatchObject({ outcome, status });
  });

  test('[A30] a redirect is an answer, and nobody goes where it points', async () => {
    const { url } = await webhook(200, {});
    const server = createServer((_request, response) => void response.writeHead(302, { location: url }).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await call(parts(origin), args)).toMatchObject({ outcome: 'succeeded', status: 302 });
  });
});
