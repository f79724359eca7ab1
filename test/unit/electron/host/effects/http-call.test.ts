import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionFailure } from '../../../../../shared/engine/effect.ts';
import {
  createHttpCaller,
  type HttpCaller,
  type OutgoingRequest,
} from '../../../../../electron/host/effects/http-call.ts';
import { resolveBySystem, type ConnectPolicy } from '../../../../../electron/host/effects/guarded-connector.ts';
import { answer, drip, flood, startFaultServer, type FaultServer, type Misbehave } from './fault-server.ts';

const timeout = 600;
const trusting: ConnectPolicy = {
  isAllowed: () => true,
  ownPorts: () => [],
  rewrite: () => Promise.resolve(null),
  resolve: resolveBySystem,
};

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function faultServer(misbehave: Misbehave): Promise<FaultServer> {
  const server = await startFaultServer(misbehave);
  cleanups.push(server.close);
  return server;
}

function caller(policy: Partial<ConnectPolicy> = {}): HttpCaller {
  const http = createHttpCaller({ ...trusting, ...policy });
  cleanups.push(http.close);
  return http;
}

const get = (url: string): OutgoingRequest => ({
  method: 'GET',
  url,
  headers: [['x-api-key', 'sk-canary-0001']],
  body: null,
});
const limits = () => ({ timeout, signal: new AbortController().signal });

/** Calls the fault, checks what every fault must keep, and that the next call to the same service is well. */
async function endure(
  misbehave: Misbehave,
): Promise<{ failure: ActionFailure | null; detail: string; written: number }> {
  const server = await faultServer((socket, path) =>
    path === '/well' ? answer(socket, '200 OK', [], 'well') : misbehave(socket, path),
  );
  const http = caller();
  const began = performance.now();
  const outcome = await http.call(get(`${server.origin}/fault`), limits());
  expect(performance.now() - began).toBeLessThan(timeout + 1_000);
  const next = await http.call(get(`${server.origin}/well`), limits());
  expect(next.ok && next.value.body.toString()).toBe('well');
  await http.close();
  await expect.poll(() => server.open()).toBe(0);
  const { failure, detail } = outcome.ok ? { failure: null, detail: '' } : outcome.failure;
  expect(detail).not.toContain('sk-canary-0001');
  return { failure, detail, written: server.written() };
}

const megabyte = 1024 * 1024;
const zeros = Buffer.alloc(64 * 1024);
const gzipped =
  (headers: readonly string[], body: Buffer): Misbehave =>
  (socket) =>
    answer(socket, '200 OK', headers, body);
const redirect =
  (location: string, status = '302 Found'): Misbehave =>
  (socket) =>
    answer(socket, status, [`location: ${location}`]);

describe('a service that misbehaves', () => {
  test('refuses the connection', async () => {
    const server = await startFaultServer(() => undefined);
    await server.close();
    const outcome = await caller().call(get(`${server.origin}/`), limits());
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        failure: 'connectionFailed',
        detail: `Nothing is listening at ${server.origin}. Is the service running?`,
      },
    });
  });

  const hangsUp = (socket: Socket): void => void socket.resetAndDestroy();
  const silent = (): void => undefined;
  const head = 'HTTP/1.1 200 OK\r\n';

  test.each<[string, Misbehave, ActionFailure, RegExp]>([
    ['resets straight after accepting', hangsUp, 'connectionFailed', /closed the connection without answering/],
    ['never answers', silent, 'timedOut', /did not answer within 0\.6 s/],
    [
      'says its status and falls silent',
      (socket) => void socket.write(head),
      'timedOut',
      /did not answer within 0\.6 s/,
    ],
    [
      'drips its headers',
      (socket) => drip(socket, `${head}x-slow: ${'y'.repeat(200)}`, 50),
      'timedOut',
      /did not answer/,
    ],
    [
      'drips its body',
      (socket) => {
        socket.write(`${head}content-length: 500\r\n\r\n`);
        drip(socket, 'z'.repeat(500), 50);
      },
      'timedOut',
      /began to answer but was not done within 0\.6 s/,
    ],
    [
      'says less than it promised',
      (socket) => socket.end(`${head}content-length: 100\r\n\r\n{"short":`),
      'malformedResponse',
      /broke off in the middle|not a well-formed/,
    ],
    [
      'sends a broken gzip',
      gzipped(['content-encoding: gzip'], gzipSync('{"a":1}').subarray(0, 15)),
      'malformedResponse',
      /says it is gzip, but it is not/,
    ],
    [
      'says gzip and means plain',
      gzipped(['content-encoding: gzip'], Buffer.from('{"a":1}')),
      'malformedResponse',
      /says it is gzip/,
    ],
    [
      'sends an encoding nobody asked for',
      gzipped(['content-encoding: zstd'], zeros),
      'malformedResponse',
      /encoded as "zstd"/,
    ],
    [
      'sends gzip inside gzip',
      gzipped(['content-encoding: gzip, gzip'], gzipSync(gzipSync(Buffer.alloc(megabyte)))),
      'malformedResponse',
      /encoded more than once \(gzip, gzip\)/,
    ],
    [
      'sends 50,000 headers',
      (socket) =>
        answer(
          socket,
          '200 OK',
          Array.from({ length: 50_000 }, (_, at) => `x-${at}: y`),
        ),
      'tooLarge',
      /more than 16 KB of headers/,
    ],
    [
      'sends one header of 10 MB',
      (socket) => answer(socket, '200 OK', [`x-big: ${'y'.repeat(10 * megabyte)}`]),
      'tooLarge',
      /more than 16 KB of headers/,
    ],
    [
      'does not speak HTTP',
      (socket) => socket.end('220 mail.example.com ready\r\n'),
      'malformedResponse',
      /not a well-formed HTTP answer/,
    ],
    [
      'answers with a TLS alert',
      (socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])),
      'malformedResponse',
      /not a well-formed HTTP answer/,
    ],
    [
      'announces 200 MB',
      (socket) => void socket.write(`${head}content-length: ${200 * megabyte}\r\n\r\nx`),
      'tooLarge',
      /larger than 8 MB/,
    ],
    [
      'points to itself',
      redirect('/fault'),
      'redirectRefused',
      /answered 302 and points to http:\/\/127\.0\.0\.1:\d+\/fault\. Redirects are not followed/,
    ],
    ['points to a file', redirect('file:///etc/hostname'), 'redirectRefused', /points to file:\/\/\/etc\/hostname/],
    ['points to data', redirect('data:application/json,{}'), 'redirectRefused', /points to data:application\/json/],
    ['points to a script', redirect('javascript:alert(1)'), 'redirectRefused', /points to javascript:alert\(1\)/],
    ['points to a scheme of ours', redirect('app://main/index.html'), 'redirectRefused', /points to app:\/\/main/],
    [
      'points to the metadata address',
      redirect('http://169.254.169.254/latest/'),
      'redirectRefused',
      /points to http:\/\/169\.254\.169\.254/,
    ],
    [
      'points elsewhere and wants the body again',
      redirect('http://other.example/', '307 Temporary Redirect'),
      'redirectRefused',
      /points to http:\/\/other\.example\//,
    ],
  ])('%s', async (_what, misbehave, failure, sentence) => {
    const ended = await endure(misbehave);
    expect(ended.failure).toBe(failure);
    expect(ended.detail).toMatch(sentence);
  });

  test('sends without end: reading stops at the cap', async () => {
    const ended = await endure((socket) => {
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n`);
      const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'x'), Buffer.from('\r\n')]);
      flood(socket, chunk, 512 * megabyte);
    });
    expect(ended).toMatchObject({ failure: 'tooLarge', detail: expect.stringContaining('larger than 8 MB') as string });
    // What was written beyond the cap sat in buffers of the system; nobody read it.
    expect(ended.written).toBeLessThan(64 * megabyte);
  });

  test('sends a small gzip that unpacks to 300 MB: unpacking stops early', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * megabyte));
    expect(bomb.length).toBeLessThan(400 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const ended = await endure(gzipped(['content-encoding: gzip'], bomb));
    expect(ended).toMatchObject({ failure: 'tooLarge', detail: expect.stringContaining('larger than 8 MB') as string });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(72 * megabyte);
  });

  test('sends a gzip far denser than words can be: unpacking stops long before the cap', async () => {
    const ended = await endure(gzipped(['content-encoding: gzip'], gzipSync(Buffer.alloc(6 * megabyte))));
    expect(ended).toMatchObject({
      failure: 'tooLarge',
      detail: expect.stringContaining('hundred times its size') as string,
    });
  });

  test('sends more than it promised: the rest does not leak into the next answer', async () => {
    const ended = await endure((socket) =>
      socket.write(`${head}content-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nforged`),
    );
    expect(ended.failure).toBeNull();
  });

  test('asks to come back in 1e9 seconds: the answer is handed on, nobody waits', async () => {
    const ended = await endure((socket) => answer(socket, '503 Service Unavailable', ['retry-after: 1e9']));
    expect(ended.failure).toBeNull();
  });
});

describe('an ordinary service', () => {
  test('is heard: status, headers, and the decoded body', async () => {
    const server = await faultServer((socket) =>
      answer(socket, '201 Created', ['content-type: application/json', 'content-encoding: gzip'], gzipSync('{"id":7}')),
    );
    const outcome = await caller().call({ ...get(`${server.origin}/orders`), method: 'POST', body: '{}' }, limits());
    expect(outcome.ok && { ...outcome.value, body: outcome.value.body.toString() }).toMatchObject({
      status: 201,
      headers: { 'content-type': 'application/json' },
      body: '{"id":7}',
    });
  });

  test('an answer of just under 8 MB arrives whole', async () => {
    const body = Buffer.alloc(8 * megabyte - 1, 'abc');
    const server = await faultServer((socket) => answer(socket, '200 OK', [], body));
    const outcome = await caller().call(get(server.origin), { ...limits(), timeout: 10_000 });
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(outcome.ok && digest(outcome.value.body)).toBe(digest(body));
  });

  test('is not asked over a connection that was lost in between', async () => {
    let count = 0;
    const server = await faultServer((socket) => {
      count += 1;
      answer(socket, '200 OK', count === 1 ? ['connection: close'] : [], `answer ${count}`);
    });
    const http = caller();
    const bodies = [];
    for (let at = 0; at < 3; at += 1) {
      const outcome = await http.call(get(server.origin), limits());
      bodies.push(outcome.ok ? outcome.value.body.toString() : outcome.failure.detail);
    }
    expect(bodies).toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  test('is not cut off because another call to it gave up', async () => {
    const server = await faultServer((socket, path) => {
      if (path === '/late') setTimeout(() => answer(socket, '200 OK', [], 'late'), 300);
    });
    const http = caller();
    const late = http.call(get(`${server.origin}/late`), { ...limits(), timeout: 5_000 });
    const hanging = await http.call(get(`${server.origin}/never`), { ...limits(), timeout: 50 });
    expect(hanging).toMatchObject({ ok: false, failure: { failure: 'timedOut' } });
    const outcome = await late;
    expect(outcome.ok && outcome.value.body.toString()).toBe('late');
  });

  test('is let go when the person stops the run', async () => {
    const server = await faultServer(() => undefined);
    const stop = new AbortController();
    const pending = caller().call(get(server.origin), { timeout: 30_000, signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect(await pending).toMatchObject({ ok: false, failure: { failure: 'cancelled' } });
    await expect.poll(() => server.open()).toBe(0);
  });
});

describe('a request that is never sent', () => {
  const secretHeader = (name: string, value: string): OutgoingRequest => ({
    ...get('http://127.0.0.1:9999/'),
    headers: [[name, value]],
  });

  test.each([
    ['a header with a line break', secretHeader('x-name', 'a\r\nx-injected: b')],
    ['a header with NUL', secretHeader('x-name', 'a\0b')],
    ['a header name with a blank', secretHeader('x name', 'a')],
    ['a host of its own', secretHeader('Host', 'other.example')],
    ['a length of its own', secretHeader('Content-Length', '5')],
    ['framing of its own', secretHeader('Transfer-Encoding', 'chunked')],
  ])('%s', async (_what, request) => {
    const resolve = caller();
    expect(await resolve.call(request, limits())).toMatchObject({ ok: false, failure: { failure: 'badRequest' } });
  });
});
