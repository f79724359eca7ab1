import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EffectResult } from '../../../../../shared/engine/effect.ts';
import { fail, succeed } from '../../../../../shared/base/result.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { systemClock } from '../../../../../electron/host/effects/system-clock.ts';
import { createOAuthTokens, type TokenKey } from '../../../../../electron/host/oauth/oauth-tokens.ts';
import { effectOf, performer, settingOf } from '../effects/performing.ts';

const secret = 'cs-canary-0001';

type Issuer = {
  readonly origin: string;
  /** What token requests said: authorization header, and the form. */
  readonly asked: { readonly authorization: string; readonly form: Readonly<Record<string, string>> }[];
  /** Authorization of every call to the service, which takes none of the tokens in `rejected`. */
  readonly calls: string[];
  readonly rejected: Set<string>;
  answer: (count: number) => { readonly status?: number; readonly body: object };
};

/** An authorization server and the service it guards, at one origin. */
async function issuer(): Promise<Issuer> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const authorization = request.headers.authorization ?? '';
      const isToken = request.url === '/token';
      if (isToken) issued.asked.push({ authorization, form: Object.fromEntries(new URLSearchParams(body)) });
      else issued.calls.push(authorization);
      const isRejected = issued.rejected.has(authorization.replace('Bearer ', ''));
      const said = isToken
        ? issued.answer(issued.asked.length)
        : { status: isRejected ? 401 : 200, body: { echo: authorization } };
      setTimeout(() => response.writeHead(said.status ?? 200).end(JSON.stringify(said.body)), isToken ? 30 : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issued: Issuer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    calls: [],
    rejected: new Set(),
    answer: (count) => ({ body: { access_token: `token-canary-${count}`, token_type: 'bearer', expires_in: 3600 } }),
  };
  return issued;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const settingFor = ({ origin }: Issuer, more: object = {}) =>
  settingOf({
    integration: {
      baseUrl: `${origin}/api`,
      authentication: {
        kind: 'oauth2',
        tokenUrl: `${origin}/token`,
        clientId: 'shop:client',
        secret: 'CLIENT',
        scope: 'orders read',
        ...more,
      },
      environments: { staging: { secret: 'CLIENT_STAGING' } },
    },
    outputs: [{ name: 'echo' }],
  });
const never = new AbortController().signal;

function caller(
  setting: ReturnType<typeof settingOf>,
  ports: Partial<PerformerPorts> = {},
): () => Promise<EffectResult> {
  const shared = performer({ secretNamed: (name) => Promise.resolve(`${secret} ${name}`), ...ports });
  return () => shared.run(effectOf(setting), setting, never);
}

describe('client credentials', () => {
  test('are traded for a token, which is used until it ends', async () => {
    const service = await issuer();
    const call = caller(settingFor(service));
    for (let at = 0; at < 3; at += 1) expect(await call()).toMatchObject({ outcome: 'succeeded' });
    const pair = Buffer.from(`shop%3Aclient:${secret}+CLIENT`).toString('base64');
    expect(service.asked).toEqual([
      { authorization: `Basic ${pair}`, form: { grant_type: 'client_credentials', scope: 'orders read' } },
    ]);
    expect(service.calls).toEqual(Array(3).fill('Bearer token-canary-1'));
  });

  test('may travel in the body, with an audience', async () => {
    const service = await issuer();
    await caller(settingFor(service, { send: 'body', audience: 'https://api', scope: '' }))();
    expect(service.asked).toEqual([
      {
        authorization: '',
        form: {
          grant_type: 'client_credentials',
          audience: 'https://api',
          client_id: 'shop:client',
          client_secret: `${secret} CLIENT`,
        },
      },
    ]);
  });

  test('neither they nor the token are in anything that is told', async () => {
    const service = await issuer();
    const result = await caller(settingFor(service))();
    expect(result.outputs['echo']).not.toContain('canary');
    expect(JSON.stringify(result)).not.toMatch(/canary/);
    expect(result.request?.headers['authorization']).toBe('Bearer ••••••••');
  });

  test('ten calls at once share one token', async () => {
    const service = await issuer();
    const call = caller(settingFor(service));
    const results = await Promise.all(Array.from({ length: 10 }, call));
    expect(results.every(({ outcome }) => outcome === 'succeeded')).toBe(true);
    expect([service.asked.length, service.calls.length]).toEqual([1, 10]);
  });

  test('another environment has its own token', async () => {
    const service = await issuer();
    let environment: string | null = null;
    const call = caller(settingFor(service), { environment: () => environment });
    await call();
    environment = 'staging';
    await call();
    expect(service.calls).toEqual(['Bearer token-canary-1', 'Bearer token-canary-2']);
    expect(service.asked[1]?.authorization).toContain(
      Buffer.from(`shop%3Aclient:${secret}+CLIENT_STAGING`).toString('base64'),
    );
  });

  test('a token that is not taken is replaced once, and not for ever', async () => {
    const service = await issuer();
    const call = caller(settingFor(service));
    await call();
    service.rejected.add('token-canary-1');
    expect(await call()).toMatchObject({ outcome: 'succeeded', status: 200 });
    expect([service.asked.length, service.calls]).toEqual([
      2,
      ['Bearer token-canary-1', 'Bearer token-canary-1', 'Bearer token-canary-2'],
    ]);
    for (let at = 2; at < 9; at += 1) service.rejected.add(`token-canary-${at}`);
    expect(await call()).toMatchObject({ outcome: 'failed', failure: 'badStatus', status: 401 });
    expect([service.asked.length, service.calls.length]).toEqual([3, 5]);
  });

  test.each([
    [
      { status: 401, body: { error: 'invalid_client', error_description: `not ${secret} CLIENT` } },
      'badStatus',
      /gave no token: status 401 \(invalid_client: not •+\)/,
    ],
    [{ body: { token_type: 'bearer' } }, 'malformedResponse', /answered without an access token/],
    [{ body: { access_token: 'a\r\nx-evil: 1' } }, 'malformedResponse', /without an access token/],
    [{ body: { access_token: 'x', token_type: 'mac' } }, 'malformedResponse', /a token of the type "mac"/],
  ])('%j is no token', async (answer, failure, sentence) => {
    const service = await issuer();
    service.answer = () => answer;
    const result = await caller(settingFor(service))();
    expect(result).toMatchObject({ outcome: 'failed', failure, detail: expect.stringMatching(sentence) as string });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(service.calls).toEqual([]);
  });

  test('ask their person about the address of the token and the service alike', async () => {
    const service = await issuer();
    const asked: unknown[] = [];
    const consent = {
      isAllowed: () => true,
      ask: (origin: string, name: string | null) => (asked.push([origin, name]), Promise.resolve(false)),
    };
    const elsewhere = settingFor(service, { tokenUrl: 'http://127.0.0.1:9/token' });
    expect(await caller(elsewhere, { consent })()).toMatchObject({ failure: 'addressRefused' });
    expect(asked).toEqual([['http://127.0.0.1:9', 'CLIENT']]);
    expect([service.asked, service.calls]).toEqual([[], []]);
  });

  test('bound to the address of the token go to no service beside it', async () => {
    const service = await issuer();
    const secretHosts = { of: () => Promise.resolve(['login.example.com']), bind: () => Promise.resolve() };
    const elsewhere = settingFor(service, { tokenUrl: 'https://login.example.com/token' });
    expect(await caller(elsewhere, { secretHosts })()).toMatchObject({ failure: 'addressRefused' });
    expect(service.calls).toEqual([]);
  });

  test('somebody who is stopped takes nobody else down', async () => {
    const service = await issuer();
    const setting = settingFor(service);
    const shared = performer({ secretNamed: () => Promise.resolve(secret) });
    const stop = new AbortController();
    const first = shared.run(effectOf(setting), setting, stop.signal);
    setTimeout(() => stop.abort(), 10);
    const second = shared.run(effectOf(setting), setting, never);
    expect(await Promise.all([first, second])).toMatchObject([{ failure: 'cancelled' }, { outcome: 'succeeded' }]);
  });
});

describe('tokens', () => {
  const grant = { tokenUrl: 'https://x/token', clientId: 'c', scope: '', audience: '', send: 'header' } as const;
  const key: TokenKey = { grant, environment: null, secret };

  test('are fetched anew before they end, and never kept when none came', async () => {
    let now = 0;
    let count = 0;
    const tokens = createOAuthTokens(() => now);
    const ask = (lifetime: number | null, asked: TokenKey = key) =>
      tokens.get(asked, () => Promise.resolve(succeed({ token: `t${(count += 1)}`, lifetime })));
    expect(await ask(100_000)).toEqual(succeed('t1'));
    now = 89_999;
    expect(await ask(100_000)).toEqual(succeed('t1'));
    now = 90_001;
    expect(await ask(3_600_000)).toEqual(succeed('t2'));
    now += 3_600_000 - 30_001;
    expect(await ask(null)).toEqual(succeed('t2'));
    now += 2;
    expect(await ask(null)).toEqual(succeed('t3'));
    const failure = { failure: 'badStatus', detail: 'no' } as const;
    const other = { ...key, secret: 'another' };
    expect(await tokens.get(other, () => Promise.resolve(fail(failure)))).toEqual(fail(failure));
    expect(await ask(1000, other)).toEqual(succeed('t4'));
  });

  test('that were replaced meanwhile are not dropped', async () => {
    const tokens = createOAuthTokens(systemClock.elapsed);
    const give = (token: string) => () => Promise.resolve(succeed({ token, lifetime: 60_000 }));
    await tokens.get(key, give('new'));
    tokens.drop(key, 'old');
    expect(await tokens.get(key, give('newer'))).toEqual(succeed('new'));
    tokens.drop(key, 'new');
    expect(await tokens.get(key, give('newer'))).toEqual(succeed('newer'));
  });
});
