import { afterEach, describe, expect, test, vi } from 'vitest';
import { MASK } from '../../../../../shared/engine/mask.ts';
import type { ExecutorPorts } from '../../../../../electron/host/actions/action-executor.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { executorsOf } from './executing.ts';
import { answer } from './fault-server.ts';
import { perform, settingOf } from './performing.ts';
import { closeServices, listening, service } from './services.ts';

afterEach(closeServices);

describe('requests of executors', () => {
  const secret = 'sk-canary-0001';
  const integration = (baseUrl: string) => ({
    baseUrl: `${baseUrl}/v1/`,
    headers: [{ name: 'x-city', value: '{user.city}' }],
    authentication: { kind: 'bearer', secret: 'KEY' },
  });
  const values = [{ context: 'user', attribute: 'city', value: 'Oslo', type: 'string', sensitive: false }] as const;

  async function ask(request: Parameters<ExecutorPorts['callService']>[0], origin: string, ports = {}) {
    let given: unknown;
    const executors = executorsOf(async (task, { callService }, signal) => {
      const reply = await callService(request, task.integration, { timeout: 1_000, signal });
      given = reply;
      return reply.ok ? { ...reply, ok: true, body: reply.json } : reply;
    });
    const setting = settingOf({
      record: { kind: 'llm', provider: 'openai' },
      integration: integration(origin),
      values,
    });
    const record = { ...setting, integration: setting.integration };
    const result = await perform({ executors, secretNamed: () => Promise.resolve(secret), ...ports }, record);
    return { result, given };
  }

  test('go through the integration, with its secret, and tell nobody of it', async () => {
    const { origin, heads } = await listening(`{"echo":"${secret}"}`);
    const { result, given } = await ask(
      { method: 'POST', path: 'chat?x=$id', query: { 'a b': 'c&d' }, body: { kind: 'json', value: { say: '$id' } } },
      origin,
    );
    expect(heads[0]).toMatch(/^POST \/v1\/chat\?x=%24id&a\+b=c%26d /);
    expect(heads[0]).toContain(`"authorization":"Bearer ${secret}"`);
    expect(heads[0]).toContain('"x-city":"Oslo"');
    expect(given).toMatchObject({ ok: true, status: 200, json: { echo: MASK } });
    expect(result.request).toMatchObject({ body: '{"say":"$id"}', headers: { authorization: `Bearer ${MASK}` } });
    expect(JSON.stringify([result, given])).not.toContain('canary');
  });

  test.each(['../admin', 'a/../../admin', '%2e%2e/admin', 'a\\..\\admin', './x#y'])(
    'do not leave the base URL by %s',
    async (path) => {
      const { origin, heads } = await listening();
      expect((await ask({ method: 'GET', path }, origin)).result).toMatchObject({ failure: 'badRequest' });
      expect(heads).toEqual([]);
    },
  );

  test.each(['//evil.test/x', '@evil.test/x', ':99/x'])(
    'go to the integration although the path is %s',
    async (path) => {
      const { origin, heads } = await listening();
      await ask({ method: 'GET', path }, origin);
      expect(heads).toHaveLength(1);
    },
  );

  test('are refused like any other where nobody allowed them', async () => {
    const { origin, heads } = await listening();
    const consent = { isAllowed: () => false, ask: () => Promise.resolve(false) };
    expect((await ask({ method: 'GET', path: 'x' }, origin, { consent })).result).toMatchObject({
      failure: 'addressRefused',
    });
    expect(heads).toEqual([]);
  });

  test('do not follow an answer that points elsewhere', async () => {
    const other = await listening();
    const { origin } = await service((socket) => answer(socket, '302 Found', [`location: ${other.origin}`]));
    expect((await ask({ method: 'GET', path: 'x' }, origin)).given).toMatchObject({ ok: true, status: 302 });
    expect(other.heads).toEqual([]);
  });

  test.each(['a: b\r\nx-evil: 1', 'nul\0', 'snowman ☃'])('refuse the header %j', async (value) => {
    const { origin, heads } = await listening();
    const { result } = await ask({ method: 'GET', path: 'x', headers: { 'x-note': value } }, origin);
    expect(result).toMatchObject({ failure: 'badRequest', detail: expect.stringContaining('x-note') as string });
    expect(heads).toEqual([]);
  });
});

describe('an address for what speaks no HTTP', () => {
  const secretNamed = () => Promise.resolve('pg-canary-0001');
  type Answered = Awaited<ReturnType<ExecutorPorts['allowAddress']>>;

  async function allow(address: string, ports: Partial<PerformerPorts> = {}): Promise<Answered | undefined> {
    let given: Answered | undefined;
    const executors = executorsOf(async (_task, { allowAddress }, signal) => {
      given = await allowAddress(new URL(address), 'PG', signal);
      return { ok: true, body: null };
    });
    const setting = settingOf({ record: { kind: 'database', engine: 'postgres' } });
    await perform({ executors, secretNamed, ...ports }, setting);
    return given;
  }

  test('is resolved once, judged, and given with its secret', async () => {
    const resolve = vi.fn<() => Promise<{ address: string; family: number }[]>>(() =>
      Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    );
    expect(await allow('postgres://db.test/shop', { resolve })).toEqual({
      host: 'db.test',
      address: '127.0.0.1',
      port: 5432,
      secret: 'pg-canary-0001',
    });
    expect(resolve).toHaveBeenCalledOnce();
  });

  test('is asked about, with the secret that would go there', async () => {
    const asked: unknown[] = [];
    const consent = {
      isAllowed: () => false,
      ask: (origin: string, secret: string | null) => (asked.push([origin, secret]), Promise.resolve(true)),
    };
    await allow('smtp://127.0.0.1:2525', { consent });
    expect(asked).toEqual([
      ['smtp://127.0.0.1:2525', null],
      ['smtp://127.0.0.1:2525', 'PG'],
    ]);
  });

  test.each([
    ['postgres://169.254.169.254/x', /hands out its credentials/],
    ['gopher://127.0.0.1/x', /nothing Parley connects to/],
  ])('%s is refused', async (address, sentence) => {
    expect(await allow(address)).toMatchObject({ refused: expect.stringMatching(sentence) as string });
  });

  test('is refused where the person says no, before the secret is read', async () => {
    const consent = { isAllowed: () => false, ask: () => Promise.resolve(false) };
    const unread = vi.fn<() => Promise<string>>();
    expect(await allow('postgres://127.0.0.1/x', { consent, secretNamed: unread })).toMatchObject({
      failure: 'addressRefused',
    });
    expect(unread).not.toHaveBeenCalled();
  });
});
