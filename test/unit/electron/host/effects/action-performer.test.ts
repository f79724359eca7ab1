import { Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer } from './fault-server.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, json, listening, service } from './services.ts';

afterEach(closeServices);

const outputs = [{ name: 'status' }, { name: 'total', type: 'float' }];

describe('mock mode', () => {
  const setting = settingOf({
    request: { baseUrl: 'http://127.0.0.1:1' },
    outputs,
    mocks: [
      { when: { orderId: 'A-1' }, body: { status: 'shipped', total: 12.5 } },
      { when: { orderId: 'A-2' }, body: { error: 'Order not found' }, status: 404 },
      { when: { orderId: 'slow' }, body: { status: 'late' }, delay: 60_000 },
    ],
  });

  test('answers with the first example that fits the arguments', async () => {
    expect(await perform({ mode: () => 'mock' }, setting, { orderId: 'A-1' })).toEqual({
      outcome: 'succeeded',
      origin: 'mocked',
      outputs: { status: 'shipped', total: 12.5 },
      failure: null,
      detail: '',
      status: 200,
      duration: 0,
      attempts: 1,
      request: null,
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"status":"shipped","total":12.5}',
        bytes: 33,
      },
    });
  });

  test('fails as the example says', async () => {
    expect(await perform({ mode: () => 'mock' }, setting, { orderId: 'A-2' })).toMatchObject({
      outcome: 'failed',
      origin: 'mocked',
      failure: 'badStatus',
      status: 404,
      outputs: {},
    });
  });

  test('says so when no example fits', async () => {
    expect(await perform({ mode: () => 'mock' }, setting, { orderId: 'A-9' })).toMatchObject({
      failure: 'noMock',
      detail: 'None of the 3 examples of findOrder fits these arguments. Add one without conditions as the last.',
    });
  });

  test('a mock that takes longer than the action may is a timeout, after the timeout', async () => {
    const slept: number[] = [];
    const clock = { now: () => 0, elapsed: () => 0, sleep: (ms: number) => (slept.push(ms), Promise.resolve()) };
    const result = await perform({ mode: () => 'mock', clock }, setting, { orderId: 'slow' });
    expect(result).toMatchObject({
      failure: 'timedOut',
      duration: 2_000,
      detail: 'findOrder was not answered within 2 s.',
    });
    expect(slept).toEqual([2_000]);
  });

  test('is stopped at once when the person cancels', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const began = performance.now();
    expect(await perform({ mode: () => 'mock' }, setting, { orderId: 'slow' }, stop.signal)).toMatchObject({
      failure: 'cancelled',
    });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('opens no socket, looks up no name, reads no secret and asks nobody', async () => {
    const sockets = vi.spyOn(Socket.prototype, 'connect');
    const resolve = vi.fn<() => Promise<{ address: string; family: number }[]>>(() =>
      Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    );
    const secretNamed = vi.fn<() => Promise<string | null>>();
    const ask = vi.fn<() => Promise<boolean>>();
    const guarded = settingOf({
      integration: { baseUrl: 'http://desk.test:9999', authentication: { kind: 'bearer', secret: 'KEY' } },
      outputs,
      mocks: [{ body: { status: 'fine', total: 1 } }],
    });
    const consent = { isAllowed: () => true, ask };
    expect(await perform({ mode: () => 'mock', secretNamed, consent, resolve }, guarded)).toMatchObject({
      outcome: 'succeeded',
    });
    expect([sockets, resolve, secretNamed, ask].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0]);
    // The control: the same action live does all of it, so the spies would have seen it.
    secretNamed.mockResolvedValue('a secret value');
    ask.mockResolvedValue(true);
    await perform({ secretNamed, consent, resolve }, guarded);
    expect([sockets, resolve, secretNamed, ask].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('an action that is tried by itself', () => {
  const sketch = {
    inputs: [
      { name: 'age', type: 'int', minimum: 18 },
      { name: 'pin', sensitive: true, required: false, pattern: '\\d{4}' },
    ],
    outputs: [{ name: 'status' }],
    mocks: [{ when: { age: 21 }, body: { status: 'of age' } }, { body: { status: 'else' } }],
  };
  const mode = () => 'mock' as const;

  test('has its arguments cast and looked at as a talk would', async () => {
    expect(await perform({ mode }, settingOf(sketch), { age: '21' })).toMatchObject({ outputs: { status: 'of age' } });
    expect(await perform({ mode }, settingOf(sketch), { age: '17' })).toMatchObject({
      failure: 'invalidInput',
      detail: expect.stringContaining('“age”') as string,
    });
    const hidden = await perform({ mode }, settingOf(sketch), { age: 30, pin: 'abcd-canary' });
    expect(hidden).toMatchObject({ failure: 'invalidInput' });
    expect(JSON.stringify(hidden)).not.toContain('canary');
  });

  test('sees the next answer of a sequence each time', async () => {
    const sequence = ['first', 'second'].map((status) => ({ pick: 'sequence', body: { status } }));
    const setting = settingOf({ outputs: sketch.outputs, mocks: sequence });
    const turns = new Map<string, number>();
    const seen = [];
    for (let at = 0; at < 3; at += 1) seen.push((await perform({ mode, turns }, setting)).outputs['status']);
    expect(seen).toEqual(['first', 'second', 'second']);
  });
});

describe('live mode', () => {
  test('sends the request and maps the answer', async () => {
    const { origin, heads } = await listening('{"status":"shipped","total":"64.5","noise":1}');
    const setting = settingOf({
      request: { baseUrl: origin, path: '/orders/$orderId', query: [{ name: 'email', value: '$email' }] },
      inputs: [{ name: 'orderId' }, { name: 'email' }],
      outputs,
    });
    const result = await perform({}, setting, { orderId: 'A 1/2', email: 'ada@example.com' });
    expect(result).toMatchObject({
      outcome: 'succeeded',
      origin: 'live',
      outputs: { status: 'shipped', total: 64.5 },
      failure: null,
      status: 200,
      attempts: 1,
      request: { method: 'GET', url: expect.stringContaining('/orders/A%201%2F2?email=ada%40example.com') as string },
      response: { status: 200, bytes: 45 },
    });
    expect(heads).toEqual([expect.stringMatching(/^GET \/orders\/A%201%2F2\?email=ada%40example\.com /)]);
  });

  test.each([
    ['a page', '<!doctype html><h1>Welcome</h1>', /not JSON/],
    ['broken JSON', '{"status": ', /cannot be used as JSON/],
    ['JSON nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /cannot be used as JSON/],
    ['a key that reaches for a prototype', '{"status":"x","__proto__":{"admin":true}}', /cannot be used as JSON/],
    [
      'half a character',
      Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]).toString('latin1'),
      /not text in UTF-8|cannot be used|not JSON/,
    ],
  ])('an answer that is %s fails with a sentence, and changes nothing', async (_what, body, sentence) => {
    const server = await service((socket) => answer(socket, '200 OK', [], Buffer.from(body, 'latin1')));
    const result = await perform({}, settingOf({ request: { baseUrl: server.origin }, outputs }));
    expect(result).toMatchObject({ outcome: 'failed', failure: 'malformedResponse', status: 200, outputs: {} });
    expect(result.detail).toMatch(sentence);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('a page is fine for an action that wants nothing out of it', async () => {
    const server = await service(json('<p>thanks</p>'));
    expect(await perform({}, settingOf({ request: { baseUrl: server.origin } }))).toMatchObject({
      outcome: 'succeeded',
      outputs: {},
    });
  });

  test('an empty answer unsets what was to be read from it', async () => {
    const server = await service(json(''));
    expect(await perform({}, settingOf({ request: { baseUrl: server.origin }, outputs }))).toMatchObject({
      outcome: 'succeeded',
      outputs: { status: null, total: null },
    });
  });

  test('a refused status keeps what the service said, for people', async () => {
    const server = await service(json('{"error":"This order has already been refunded."}', '409 Conflict'));
    expect(await perform({}, settingOf({ request: { baseUrl: server.origin }, outputs }))).toMatchObject({
      outcome: 'failed',
      failure: 'badStatus',
      status: 409,
      response: { body: '{"error":"This order has already been refunded."}' },
    });
  });

  test('what is shown of a long answer is cut, what is read is not', async () => {
    const long = JSON.stringify({ padding: 'x'.repeat(100_000), status: 'last', total: 1 });
    const server = await service(json(long));
    const result = await perform({}, settingOf({ request: { baseUrl: server.origin }, outputs }));
    expect(result.outputs).toEqual({ status: 'last', total: 1 });
    expect(result.response).toMatchObject({ bytes: long.length });
    expect(result.response?.body.length).toBe(16 * 1024 + 1);
  });

  test('references in a request read what the conversation held', async () => {
    const { origin, heads } = await listening('{}');
    const values = [
      { context: 'user', attribute: 'city', value: 'São Paulo', type: 'string', sensitive: false },
    ] as const;
    await perform({}, settingOf({ request: { baseUrl: origin, path: '/stock/{user.city | lowercase}' }, values }));
    expect(heads[0]).toMatch(/^GET \/stock\/s%C3%A3o%20paulo /);
  });

  test('ends within a second of its timeout', async () => {
    const server = await service(() => undefined);
    const began = performance.now();
    const result = await perform({}, settingOf({ request: { baseUrl: server.origin }, timeout: 300 }));
    expect(performance.now() - began).toBeLessThan(1_300);
    expect(result).toMatchObject({ failure: 'timedOut', status: null, request: { method: 'GET' } });
    expect(result.duration).toBeGreaterThanOrEqual(290);
  });
});

describe('a scenario somebody else made', () => {
  test('calls nobody until it is trusted, and mocks go on', async () => {
    const { origin, heads } = await listening();
    const setting = settingOf({ request: { baseUrl: origin }, mocks: [{ body: {} }] });
    expect(await perform({ isTrusted: () => false }, setting)).toMatchObject({
      failure: 'notTrusted',
      origin: 'refused',
      detail: expect.stringContaining('is not trusted, so findOrder was not carried out') as string,
    });
    // What runs on this machine alone would run with mocks too, were there no example: it is refused, not mocked.
    const script = settingOf({ record: { kind: 'python', code: 'def execute_action(context): pass' } });
    for (const mode of ['mock', 'live'] as const)
      expect(await perform({ isTrusted: () => false, mode: () => mode }, script)).toMatchObject({
        failure: 'notTrusted',
        origin: 'refused',
        detail: expect.stringMatching(/Trust it in the File menu, or give \w+ an example answer/) as string,
      });
    expect(await perform({ isTrusted: () => false, mode: () => 'mock' }, setting)).toMatchObject({
      outcome: 'succeeded',
    });
    expect(heads).toEqual([]);
  });
});

describe('consent', () => {
  test('a service on this machine is asked for once, and then called', async () => {
    const { origin, heads } = await listening('{}');
    const asked: (readonly [string, string | null])[] = [];
    let allowed = false;
    const consent = {
      isAllowed: () => allowed,
      ask: (about: string, secret: string | null) => {
        asked.push([about, secret]);
        allowed = true;
        return Promise.resolve(true);
      },
    };
    expect(await perform({ consent }, settingOf({ request: { baseUrl: origin } }))).toMatchObject({
      outcome: 'succeeded',
    });
    expect(asked).toEqual([[origin, null]]);
    expect(heads).toHaveLength(1);
  });

  test('a no is a refused address, and nothing is sent', async () => {
    const { origin, heads } = await listening();
    const consent = { isAllowed: () => false, ask: () => Promise.resolve(false) };
    expect(await perform({ consent }, settingOf({ request: { baseUrl: origin } }))).toMatchObject({
      failure: 'addressRefused',
      detail: `This scenario was not allowed to call ${origin}.`,
    });
    expect(heads).toEqual([]);
  });

  test('a service out in the world is asked about like any other, and where it leads is part of the question', async () => {
    const asked: unknown[] = [];
    const consent = {
      isAllowed: () => false,
      ask: (origin: string, secret: string | null, _signal: AbortSignal, reach?: string) => (
        asked.push([origin, secret, reach]),
        Promise.resolve(false)
      ),
    };
    const resolve = () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]);
    const setting = settingOf({ request: { baseUrl: 'https://api.example.com' } });
    expect(await perform({ consent, resolve }, setting)).toMatchObject({ failure: 'addressRefused' });
    expect(asked).toEqual([['https://api.example.com', null, 'public']]);
  });

  test('a metadata address is refused without asking', async () => {
    const ask = vi.fn<() => Promise<boolean>>();
    const setting = settingOf({ request: { baseUrl: 'http://169.254.169.254', path: '/latest/meta-data/' } });
    expect(await perform({ consent: { isAllowed: () => true, ask } }, setting)).toMatchObject({
      failure: 'addressRefused',
      detail: expect.stringContaining('hands out its credentials') as string,
    });
    expect(ask).not.toHaveBeenCalled();
  });

  test('a secret goes nowhere before a person named the place', async () => {
    const { origin, heads } = await listening();
    const setting = settingOf({
      integration: { baseUrl: origin, authentication: { kind: 'bearer', secret: 'CRM_KEY' } },
    });
    const asked: (string | null)[] = [];
    const secretNamed = vi.fn<() => Promise<string>>(() => Promise.resolve('sk-canary-0001'));
    const consent = {
      isAllowed: () => true,
      ask: (_origin: string, secret: string | null) => (asked.push(secret), Promise.resolve(false)),
    };
    expect(await perform({ consent, secretNamed }, setting)).toMatchObject({ failure: 'addressRefused' });
    expect([asked, heads, secretNamed.mock.calls]).toEqual([['CRM_KEY'], [], []]);
  });
});

test('what cannot be performed says so', async () => {
  expect(await perform({}, null)).toMatchObject({
    failure: 'unknownAction',
    detail: 'There is no action "find-order".',
  });
  const off = settingOf({});
  expect(await perform({}, { ...off, action: { ...off.action, enabled: false } })).toMatchObject({
    failure: 'switchedOff',
  });
  expect(await perform({}, settingOf({ request: { baseUrl: 'ftp://example.com' } }))).toMatchObject({
    failure: 'badRequest',
  });
});
