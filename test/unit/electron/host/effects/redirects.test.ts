import { afterEach, describe, expect, test } from 'vitest';
import { nextRequest } from '../../../../../electron/host/effects/follow-redirect.ts';
import { answer } from './fault-server.ts';
import { perform, settingOf, type ActionSketch } from './performing.ts';
import { closeServices, listening, service } from './services.ts';

afterEach(closeServices);

const follow = (sketch: ActionSketch): ActionSketch => ({
  ...sketch,
  request: { ...sketch.request, followRedirects: true },
});
/** Answers everything with a redirect. */
const pointing = (to: string, status = '302 Found') =>
  service((socket) => answer(socket, status, [`location: ${to}`, 'connection: close']));

describe('a redirect', () => {
  test('is not followed unless the action says so', async () => {
    const other = await listening('{"status":"there"}');
    const { origin } = await pointing(`${other.origin}/there`);
    expect(await perform({}, settingOf({ request: { baseUrl: origin } }))).toMatchObject({
      failure: 'redirectRefused',
      status: 302,
    });
    expect(other.heads).toEqual([]);
    const sketch = follow({ request: { baseUrl: origin }, outputs: [{ name: 'status' }] });
    expect(await perform({}, settingOf(sketch))).toMatchObject({ outcome: 'succeeded', outputs: { status: 'there' } });
    expect(other.heads).toEqual([expect.stringMatching(/^GET \/there /)]);
  });

  test.each([
    ['301 Moved Permanently', 'POST', 'GET'],
    ['302 Found', 'POST', 'GET'],
    ['303 See Other', 'PUT', 'GET'],
    ['307 Temporary Redirect', 'GET', 'GET'],
    ['308 Permanent Redirect', 'DELETE', 'DELETE'],
  ])('of %s turns %s into %s', async (status, method, then) => {
    const other = await listening();
    const { origin } = await pointing(`${other.origin}/x`, status);
    const body = method === 'POST' || method === 'PUT' ? { kind: 'json', text: '{"a":1}' } : { kind: 'none' };
    await perform({}, settingOf(follow({ request: { baseUrl: origin, method, body } })));
    expect(other.heads).toEqual([expect.stringMatching(new RegExp(`^${then} /x `))]);
    expect(other.heads[0]).not.toContain('content-type');
  });

  test('ends after five hops', async () => {
    let hops = 0;
    const server = await service((socket) => {
      hops += 1;
      answer(socket, '302 Found', [`location: /hop/${hops}`]);
    });
    expect(await perform({}, settingOf(follow({ request: { baseUrl: server.origin } })))).toMatchObject({
      failure: 'redirectRefused',
      detail: 'More than 5 redirects; gave up.',
    });
    expect(hops).toBe(6);
  });

  test('to this machine is asked about, and to metadata never followed', async () => {
    const other = await listening();
    const { origin } = await pointing(other.origin);
    const asked: string[] = [];
    const consent = {
      isAllowed: (host: string) => host === origin,
      ask: (host: string) => (asked.push(host), Promise.resolve(false)),
    };
    expect(await perform({ consent }, settingOf(follow({ request: { baseUrl: origin } })))).toMatchObject({
      failure: 'addressRefused',
    });
    expect([asked, other.heads]).toEqual([[other.origin], []]);
    const cloud = await pointing('http://169.254.169.254/latest/meta-data/');
    expect(await perform({}, settingOf(follow({ request: { baseUrl: cloud.origin } })))).toMatchObject({
      failure: 'addressRefused',
      detail: expect.stringContaining('hands out its credentials') as string,
    });
  });
});

describe('what points nowhere on the web (T11)', () => {
  const from = { method: 'GET', url: 'https://api.example.com/v1/x', headers: [], body: null } as const;
  const next = (location: string) => nextRequest(from, { status: 302, headers: { location }, body: Buffer.alloc(0) });

  const bad = [
    'file:///etc/passwd',
    'file:/etc/passwd',
    'FILE:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'app://parley/index.html',
    'app:x',
    'ftp://example.com/x',
    'ws://example.com',
    'wss://example.com',
    'blob:x',
    'about:blank',
    'view-source:http://x',
    'chrome://settings',
    'devtools://x',
    'vbscript:x',
    'gopher://x/1',
    'http:example.com',
    'http:/example.com',
    'http:///example.com',
    'http:\\\\example.com',
    '\\\\example.com\\x',
    '/\\example.com',
    'https://user:pw@example.com/',
    'https://user@example.com/',
    'https://example.com:22/',
    'http://exa mple.com/',
    'http://example.com/\r\nx: y',
    'java	script:alert(1)',
    '\0http://x/',
    '',
    'mailto:a@b.example',
    'tel:123',
    'smb://x/y',
    'ldap://x',
    'jar:http://x!/',
    'intent://x#Intent;end',
  ];

  test.each(bad)('is not followed: %j', (location) => {
    expect(next(location).ok).toBe(false);
  });

  test('there are at least 35 of them, and plain ones go through', () => {
    expect(bad.length).toBeGreaterThanOrEqual(35);
    const good = ['/y', 'y', '?q=1', '//other.example/x', 'https://other.example/x', 'HTTP://other.example/x', '../z'];
    expect(good.map((location) => next(location).ok)).toEqual(good.map(() => true));
  });
});

describe('what a secret was put into', () => {
  const secret = 'sk-canary-0001';
  const names = [
    'authorization',
    'x-api-key',
    'api-key',
    'x-auth-token',
    'cookie',
    'x-csrf-token',
    'x-amz-security-token',
    'x-goog-api-key',
    'ocp-apim-subscription-key',
    'x-vault-token',
    'private-token',
    'x-custom',
  ];
  const statuses = ['301 Moved', '302 Found', '303 See Other', '307 Temporary', '308 Permanent'];

  test.each(statuses)('stays behind when an answer of %s points to another origin (T14)', async (status) => {
    const other = await listening();
    for (const name of names) {
      const { origin } = await pointing(`${other.origin}/stolen`, status);
      const authentication = { kind: 'apiKey', in: 'header', name, secret: 'KEY' };
      // A header a designer wrote out may hold one as well.
      const headers = [{ name: 'x-own', value: `mine ${secret}` }];
      const result = await perform(
        { secretNamed: () => Promise.resolve(secret) },
        settingOf(follow({ request: { headers }, integration: { baseUrl: origin, authentication } })),
      );
      expect(result.outcome).toBe('succeeded');
    }
    expect(names).toHaveLength(12);
    expect(other.heads).toHaveLength(12);
    expect(other.heads.join('\n')).not.toMatch(/canary/);
  });

  test.each([
    ['the query', { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' }],
    ['basic authentication', { kind: 'basic', user: 'ada', secret: 'KEY' }],
    ['a bearer', { kind: 'bearer', secret: 'KEY' }],
  ])('in %s stays behind too, and goes along to the same origin', async (_where, authentication) => {
    const secretNamed = () => Promise.resolve(secret);
    const other = await listening();
    const away = await pointing(`${other.origin}/x`);
    await perform({ secretNamed }, settingOf(follow({ integration: { baseUrl: away.origin, authentication } })));
    expect(other.heads.join()).not.toMatch(/canary|YWRhOnNr/);
    expect(other.heads).toHaveLength(1);

    const paths: string[] = [];
    const seen: string[] = [];
    const own = await service((socket, path) => {
      paths.push(path);
      if (path.startsWith('/x')) answer(socket, '200 OK', [], '{}');
      else answer(socket, '302 Found', ['location: /x']);
    });
    own.onConnect((socket) => socket.on('data', (chunk: Buffer) => seen.push(chunk.toString())));
    await perform({ secretNamed }, settingOf(follow({ integration: { baseUrl: own.origin, authentication } })));
    expect(paths).toHaveLength(2);
    expect(seen.join('').match(/canary|YWRhOnNr/g)).toHaveLength(2);
  });

  test('does not come back when the way leads home again', async () => {
    const home = await service((socket, path) => {
      heads.push(path);
      if (path === '/end') answer(socket, '200 OK', [], '{}');
      else answer(socket, '302 Found', [`location: ${away.origin}/x`]);
    });
    const heads: string[] = [];
    const seen: string[] = [];
    home.onConnect((socket) => socket.on('data', (chunk: Buffer) => seen.push(chunk.toString())));
    const away = await pointing(`${home.origin}/end`);
    await perform(
      { secretNamed: () => Promise.resolve(secret) },
      settingOf(follow({ integration: { baseUrl: home.origin, authentication: { kind: 'bearer', secret: 'KEY' } } })),
    );
    expect(heads).toEqual(['/', '/end']);
    expect(seen.join('').match(/canary/g)).toHaveLength(1);
  });

  test('is not carried off in the address an answer points to', async () => {
    const other = await listening();
    const { origin } = await pointing(`${other.origin}/?took=${encodeURIComponent(secret)}`);
    const authentication = { kind: 'bearer', secret: 'KEY' };
    expect(
      await perform(
        { secretNamed: () => Promise.resolve(secret) },
        settingOf(follow({ integration: { baseUrl: origin, authentication } })),
      ),
    ).toMatchObject({ failure: 'redirectRefused', detail: expect.stringContaining('holds a secret') as string });
    expect(other.heads).toEqual([]);
  });

  test('a body is not handed on to another origin', async () => {
    const other = await listening();
    const { origin } = await pointing(`${other.origin}/x`, '307 Temporary');
    const request = { baseUrl: origin, method: 'POST', body: { kind: 'json', text: '{"card":"4111"}' } };
    expect(await perform({}, settingOf(follow({ request })))).toMatchObject({
      failure: 'redirectRefused',
      status: 307,
    });
    expect(other.heads).toEqual([]);
  });
});
