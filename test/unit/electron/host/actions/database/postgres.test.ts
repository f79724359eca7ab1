import { afterEach, describe, expect, test } from 'vitest';
import { databaseExecutor } from '../../../../../../electron/host/actions/database/database-executor.ts';
import type { ExecutorPorts } from '../../../../../../electron/host/actions/action-executor.ts';
import { makeIdentity } from '../../faults/certificates.ts';
import { allowLoopback, anAction, anIntegration, aPorts, aTask, never } from '../executor-setting.ts';
import { PostgresServer, type Script } from './postgres-server.ts';

let server: PostgresServer | null = null;
afterEach(() => server?.close());

async function ask(
  script: Script,
  fields: Record<string, unknown>,
  args: Record<string, never> | Record<string, string | number | boolean | null | string[]> = {},
  rest: {
    allow?: ExecutorPorts['allowAddress'];
    timeout?: number;
    signal?: AbortSignal;
    query?: string;
    user?: string;
  } = {},
) {
  server = new PostgresServer(script);
  const port = await server.listen();
  const integration = anIntegration({
    baseUrl: `postgres://db.example.com:${port}/shop${rest.query ?? ''}`,
    authentication: { kind: 'basic', user: rest.user ?? 'reader', secret: 'db' },
  });
  const action = anAction('database', { engine: 'postgres', ...fields });
  return databaseExecutor(
    aTask(action, { integration, args, timeout: (rest.timeout ?? 5_000) - 0.13 }),
    aPorts({ allowAddress: rest.allow ?? allowLoopback('s3cret-word') }),
    rest.signal ?? never(),
  );
}

const people: Script = {
  columns: [
    ['id', 23],
    ['name', 25],
    ['big', 20],
    ['price', 1700],
    ['on', 1184],
    ['ok', 16],
    ['extra', 3802],
    ['raw', 17],
    ['nothing', 25],
  ],
  rows: [['1', 'Ada', '9007199254740993', '19.90', '2027-01-31 10:00:00+00', 't', '{"a":[1]}', '\\x0102', null]],
};

describe('PostgreSQL', () => {
  test('is asked with bound parameters, in a transaction that only reads', async () => {
    const outcome = await ask(
      people,
      { query: "SELECT '$no', $$ $no $$, x FROM t WHERE a = $name AND b = ANY($list) AND c = $name -- $no\n;" },
      { name: "Robert'); DROP TABLE students;--", list: ['a,b', 'c"d\\', 'e'], unused: 'x' },
    );
    expect(outcome).toEqual({
      ok: true,
      body: {
        rows: [
          {
            id: 1,
            name: 'Ada',
            big: '9007199254740993',
            price: 19.9,
            on: '2027-01-31T10:00:00+00:00',
            ok: true,
            extra: { a: [1] },
            raw: 'AQI=',
            nothing: null,
          },
        ],
        count: 1,
        first: expect.anything() as unknown,
        more: false,
      },
    });
    const heard = server?.heard ?? [];
    expect(heard.filter(({ kind }) => kind !== 'startup')).toEqual([
      { kind: 'password', password: 's3cret-word' },
      { kind: 'query', sql: 'BEGIN READ ONLY' },
      { kind: 'query', sql: 'SET LOCAL statement_timeout = 5000' },
      { kind: 'parse', sql: "SELECT '$no', $$ $no $$, x FROM t WHERE a = $1 AND b = ANY($2) AND c = $1 -- $no\n" },
      { kind: 'bind', values: ["Robert'); DROP TABLE students;--", '{"a,b","c\\"d\\\\","e"}'] },
      { kind: 'execute', rows: 101 },
      { kind: 'query', sql: 'ROLLBACK' },
    ]);
    expect(heard[0]).toMatchObject({ settings: { user: 'reader', database: 'shop', application_name: 'Parley' } });
  });

  test('gives no more rows than it may, and says that there are more', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => [String(at)]);
    expect(await ask({ columns: [['n', 23]], rows }, { query: 'SELECT n', rowLimit: 3 })).toMatchObject({
      body: { count: 3, more: true, first: { n: 0 } },
    });
    expect(server?.heard.filter(({ kind }) => kind === 'execute')).toEqual([{ kind: 'execute', rows: 4 }]);
  });

  test('that sends too much is not listened to', async () => {
    const rows = Array.from({ length: 50 }, () => ['x'.repeat(200_000)]);
    expect(await ask({ columns: [['n', 25]], rows }, { query: 'SELECT n' })).toMatchObject({ failure: 'tooLarge' });
  });

  test('that never stops talking is hung up on', async () => {
    const outcome = await ask({ floods: true }, { query: 'SELECT 1' });
    expect(outcome).toMatchObject({ failure: 'connectionFailed' });
    expect(outcome.detail).toContain('more than 32 MB');
  });

  test('keeps rows free of prototypes, whatever a column is called', async () => {
    const outcome = await ask({ columns: [['__proto__', 3802]], rows: [['{"polluted":1}']] }, { query: 'SELECT 1' });
    const row = (outcome.body as { first: Record<string, unknown> }).first;
    expect(Object.keys(row)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });

  test('writes only when that is meant, and then says how much', async () => {
    const insert = { query: 'INSERT INTO t VALUES ($a)' };
    expect(await ask({}, insert, { a: 1 })).toMatchObject({ ok: false, failure: 'badRequest' });
    expect(server?.heard).toEqual([]);
    await server?.close();
    expect(await ask({ tag: 'INSERT 0 2' }, { ...insert, readOnly: false }, { a: true })).toMatchObject({
      ok: true,
      body: { changes: 2, lastId: null },
    });
    expect(server?.heard.filter(({ kind }) => kind === 'query' || kind === 'bind')).toEqual([
      { kind: 'query', sql: 'BEGIN' },
      { kind: 'query', sql: 'SET LOCAL statement_timeout = 5000' },
      { kind: 'bind', values: ['true'] },
      { kind: 'query', sql: 'COMMIT' },
    ]);
  });

  test('that reports an error is quoted, and nothing is committed', async () => {
    expect(await ask({ error: 'syntax error at "x"' }, { query: 'SELECT x' })).toMatchObject({
      ok: false,
      failure: 'reportedFailure',
      detail: 'tryIt: PostgreSQL says: syntax error at "x".',
    });
    expect(server?.heard).not.toContainEqual({ kind: 'query', sql: 'COMMIT' });
  });

  test('is told to stop when the time is over', async () => {
    const began = performance.now();
    expect(await ask({ hangs: true }, { query: 'SELECT 1' }, {}, { timeout: 300 })).toMatchObject({
      failure: 'timedOut',
    });
    expect(performance.now() - began).toBeLessThan(1_500);
    await expect.poll(() => server?.heard.some(({ kind }) => kind === 'cancel')).toBe(true);
    await expect.poll(() => server?.openConnections()).toBe(0);
  });

  test('is left within a moment when somebody stops it', async () => {
    const stop = new AbortController();
    const asked = ask({ hangs: true }, { query: 'SELECT 1' }, {}, { signal: stop.signal });
    await expect.poll(() => server?.heard.some(({ kind }) => kind === 'execute')).toBe(true);
    const began = performance.now();
    stop.abort();
    expect(await asked).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });

  test.each([
    ['hangs up', { breaksOff: true }, 'connectionFailed', 'No answer'],
    ['does not let us in', { refuses: 'password authentication failed' }, 'connectionFailed', 'does not let us in'],
  ])('that %s is a sentence', async (_what, script, failure, part) => {
    const outcome = await ask(script, { query: 'SELECT 1' });
    expect(outcome).toMatchObject({ ok: false, failure });
    expect(outcome.detail).toContain(part);
    expect(outcome.detail).not.toContain('s3cret-word');
  });

  test('is not reached where nobody allowed it, nor with a password in the open', async () => {
    const refuse: ExecutorPorts['allowAddress'] = () =>
      Promise.resolve({ refused: 'This scenario was not allowed to.', failure: 'addressRefused' });
    expect(await ask({}, { query: 'SELECT 1' }, {}, { allow: refuse })).toMatchObject({ failure: 'addressRefused' });
    expect(server?.heard).toEqual([]);
    const integration = anIntegration({ baseUrl: 'postgres://me:secret@127.0.0.1/x' });
    const action = anAction('database', { engine: 'postgres', query: 'SELECT 1' });
    const outcome = await databaseExecutor(aTask(action, { integration }), aPorts(), never());
    expect(outcome).toMatchObject({ failure: 'badRequest' });
    expect(outcome.detail).not.toContain('secret@');
  });

  test('elsewhere is asked for TLS, and not without it', async () => {
    const outcome = await ask(people, { query: 'SELECT 1' }, {}, { query: '?sslmode=require' });
    expect(outcome).toMatchObject({ failure: 'connectionFailed' });
    expect(outcome.detail).toContain('does not support SSL');
    expect(server?.heard).toEqual([{ kind: 'tls' }]);
  });

  test('that cannot show who it is is told nothing, not even a name', async () => {
    const identity = makeIdentity({ name: 'db.example.com', address: [127, 0, 0, 1] });
    const outcome = await ask({ ...people, identity }, { query: 'SELECT 1' }, {}, { query: '?sslmode=require' });
    expect(outcome).toMatchObject({ failure: 'connectionFailed' });
    expect(outcome.detail).toMatch(/certificate/i);
    expect(server?.heard).toEqual([{ kind: 'tls' }]);
  });

  test.each(['COPY t TO PROGRAM $a', 'SET x = 1', 'COMMIT', 'DO $$ begin end $$', 'GRANT ALL ON t TO x', 'LISTEN a'])(
    'is never asked to %s',
    async (query) => {
      expect(await ask({}, { query, readOnly: false }, { a: 'x' })).toMatchObject({ failure: 'badRequest' });
      expect(server?.heard).toEqual([]);
    },
  );
});
