import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HostCall } from '../../../../electron/python/host-operations.ts';
import type { PythonOutcome, PythonPort } from '../../../../electron/python/python-port.ts';
import type { JsonObject } from '../../../../shared/base/json.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { openLoopbackShop, type LoopbackShop } from './loopback-shop.ts';
import { openTestPython, runCode } from './running.ts';

const names = ['get-order', 'order-with-tracking', 'process-refund', 'create-order'];
const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`scripts/${name}.py`, import.meta.url)), 'utf8');

describe('the scripts people bring along, unchanged', { timeout: 60_000 }, () => {
  let python: PythonPort;
  let shop: LoopbackShop;
  let calls: HostCall[];

  beforeAll(async () => {
    python = openTestPython();
    shop = await openLoopbackShop();
  });
  beforeEach(() => {
    calls = [];
  });
  afterAll(async () => {
    await python.close();
    await shop.close();
  });

  const run = (name: string, args: JsonObject): Promise<PythonOutcome> =>
    runCode(python, read(name), {
      context: { args, conversation: null },
      onHostCall: (call, signal) => {
        calls.push(call);
        if (call.operation === 'http.request') return shop.call(call.input, signal);
        return Promise.resolve({ ok: true, value: null });
      },
    });

  test('they are those of the document, whose page lost the indentation', () => {
    const document = readSharedData('seeds/004_4de255d5670bc807.txt') ?? names.map(flat).join('\n');
    for (const name of names) expect(document).toContain(flat(name));
  });

  test('one request', async () => {
    expect(await run('get-order', { orderId: 'A-1' })).toMatchObject({ ok: true, result: { id: 'A-1' } });
    expect(shop.seen.at(-1)).toMatchObject({
      line: 'GET api.example.com/orders?id=A-1',
      authorization: 'Bearer YOUR_API_KEY',
    });
  });

  test('one request that fails, with the line that asked for it to succeed', async () => {
    expect(await run('get-order', { orderId: 'none' })).toMatchObject({
      ok: false,
      kind: 'python',
      line: 11,
      message:
        'requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://api.example.com/orders?id=none',
    });
  });

  test('two services combined', async () => {
    const outcome = await run('order-with-tracking', { orderId: 'A-1', email: 'ada@example.com' });
    expect(outcome).toMatchObject({
      ok: true,
      result: {
        orderId: 'A-1',
        status: 'sent',
        trackingNumber: 'T 9',
        trackingEvents: [{ at: 'Athens' }],
        estimatedDelivery: null,
      },
    });
    expect(await run('order-with-tracking', { orderId: 'x', email: 'y' })).toMatchObject({
      result: { error: 'Order not found. Please check the order ID.' },
    });
  });

  test('a refund, checked, made and remembered', async () => {
    const outcome = await run('process-refund', { orderId: 'A-1', reason: 'broken' });
    expect(outcome).toMatchObject({ ok: true, result: { success: true, refundedAmount: 42.5 } });
    expect(shop.seen.at(-1)).toMatchObject({
      type: 'application/json',
      body: '{"orderId": "A-1", "reason": "broken", "fullRefund": true}',
    });
    expect(calls.slice(2)).toEqual([
      { operation: 'tag.add', input: { tag: 'refunded' } },
      { operation: 'metadata.set', input: { key: 'refund_amount', value: '42.5' } },
    ]);
    expect(await run('process-refund', { orderId: 'A-2', reason: 'broken' })).toMatchObject({
      result: { error: 'This order has already been refunded.' },
    });
  });

  test('an order from a cart, given as text', async () => {
    const outcome = await run('create-order', {
      customerName: 'Ada',
      phone: '+302101234567',
      items: '[{"sku": "P-1", "quantity": 2}]',
    });
    expect(outcome).toMatchObject({ ok: true, result: { orderId: 'N-7', total: 30 } });
    expect(JSON.parse(shop.seen.at(-1)?.body ?? '')).toEqual({
      customerName: 'Ada',
      phone: '2101234567',
      items: [{ sku: 'P-1', quantity: 2 }],
    });
  });
});

/** As the document has it: without indentation and empty lines. */
const flat = (name: string): string =>
  read(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
