import { describe, expect, test } from 'vitest';
import type {
  ExecutorPorts,
  ServiceAnswer,
  ServiceRequest,
} from '../../../../../../electron/host/actions/action-executor.ts';
import type { HostCall } from '../../../../../../electron/python/host-operations.ts';
import { hear } from './written-here.ts';

describe('requests', () => {
  const request = (more: object = {}) =>
    ({
      operation: 'http.request',
      input: {
        method: 'GET',
        url: 'https://api.example.com/orders',
        headers: [
          ['Authorization', 'Bearer x'],
          ['Accept', '*/*'],
          ['Connection', 'keep-alive'],
        ],
        body: null,
        timeoutSeconds: null,
        followRedirects: true,
        ...more,
      },
    }) as HostCall;
  const answering = (...answers: readonly Partial<Extract<ServiceAnswer, { ok: true }>>[]) => {
    const asked: (ServiceRequest & { timeout: number })[] = [];
    const callService: ExecutorPorts['callService'] = (sent, _integration, { timeout }) => {
      asked.push({ ...sent, timeout });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return Promise.resolve({ ok: true, status: 200, headers: {}, text: '', json: null, ...answer });
    };
    return { asked, callService };
  };

  test('go through the policy of the host, with no integration and no secret', async () => {
    const { asked, callService } = answering({
      status: 201,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      text: '{"a":"Ω"}',
    });
    const body = Buffer.from('{"q":1}').toString('base64');
    const heard = await hear(request({ method: 'POST', body, timeoutSeconds: 2 }), { callService });
    expect(heard).toEqual({
      ok: true,
      value: {
        status: 201,
        reason: 'Created',
        url: 'https://api.example.com/orders',
        headers: [['content-type', 'application/json']],
        body: Buffer.from('{"a":"Ω"}').toString('base64'),
        milliseconds: expect.any(Number) as unknown,
      },
    });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: 'https://api.example.com/orders',
        headers: { Authorization: 'Bearer x', Accept: '*/*' },
        body: { kind: 'text', text: '{"q":1}' },
      },
    ]);
    expect(asked[0]?.timeout).toBeLessThanOrEqual(2_000);
    expect(asked[0]?.headers).not.toHaveProperty('Connection');
  });

  test('follow redirects one by one, and what proves who asks stays where it was', async () => {
    const { asked, callService } = answering(
      { status: 307, headers: { location: '/moved' } },
      { status: 302, headers: { location: 'https://evil.example/x' } },
      { text: 'there' },
    );
    const body = Buffer.from('secret').toString('base64');
    const heard = await hear(request({ method: 'POST', body }), { callService });
    expect(heard).toMatchObject({ ok: true, value: { url: 'https://evil.example/x' } });
    expect(
      asked.map(({ method, path, headers, body: sent }) => [method, path, Object.keys(headers ?? {}), sent?.kind]),
    ).toEqual([
      ['POST', 'https://api.example.com/orders', ['Authorization', 'Accept'], 'text'],
      ['POST', 'https://api.example.com/moved', ['Authorization', 'Accept'], 'text'],
      ['GET', 'https://evil.example/x', ['Accept'], undefined],
    ]);
  });

  test('do not follow for ever, and not at all when they should not', async () => {
    const loop = answering({ status: 302, headers: { location: '/again' } });
    expect(await hear(request(), loop)).toMatchObject({ ok: false, kind: 'redirects' });
    expect(loop.asked).toHaveLength(6);
    const once = answering({ status: 302, headers: { location: '/again' } });
    expect(await hear(request({ followRedirects: false }), once)).toMatchObject({ ok: true, value: { status: 302 } });
    expect(once.asked).toHaveLength(1);
  });

  test.each([
    ['timedOut', 'late', 'timeout'],
    ['connectionFailed', 'Nothing is listening', 'connection'],
    ['connectionFailed', 'The certificate has expired', 'certificate'],
    ['noMock', 'The talk runs on mocks', 'refused'],
    ['addressRefused', 'Parley does not call that', 'refused'],
    ['tooLarge', 'too much', 'body'],
    ['redirectRefused', 'no', 'redirects'],
    ['badRequest', 'bad', 'invalidUrl'],
  ] as const)('that fail with %s (%s) raise %s', async (failure, detail, kind) => {
    const callService: ExecutorPorts['callService'] = () => Promise.resolve({ ok: false, failure, detail });
    expect(await hear(request(), { callService })).toEqual({ ok: false, kind, message: detail });
  });

  test.each([
    [{ url: 'not a url' }, 'invalidUrl'],
    [{ method: 'TRACE' }, 'badRequest'],
    [{ body: Buffer.from([0xff, 0xfe]).toString('base64') }, 'badRequest'],
    [{ body: Buffer.alloc(2_000_000).toString('base64') }, 'badRequest'],
  ])('%j are not sent', async (wrong, kind) => {
    const { asked, callService } = answering({});
    expect(await hear(request(wrong), { callService })).toMatchObject({ ok: false, kind });
    expect(asked).toEqual([]);
  });
});
