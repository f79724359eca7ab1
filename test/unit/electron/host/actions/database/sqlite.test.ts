import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { orders } from '../../../../../../electron/host/demo/order-desk-data.ts';
import { databaseExecutor } from '../../../../../../electron/host/actions/database/database-executor.ts';
import type { JsonObject } from '../../../../../../shared/base/json.ts';
import { aFolder, anAction, aPorts, aTask, never } from '../executor-setting.ts';

type Rest = { timeout?: number; signal?: AbortSignal; beside?: string | null; folder?: string };

const ask = async (fields: Record<string, unknown>, args: JsonObject = {}, rest: Rest = {}) => {
  const folder = rest.folder ?? (await aFolder());
  return databaseExecutor(
    aTask(anAction('database', fields), { args, timeout: (rest.timeout ?? 10_000) - 0.13 }),
    aPorts({ besideScenario: () => rest.beside ?? null, scenarioFolder: () => Promise.resolve(folder) }),
    rest.signal ?? never(),
  );
};

describe('the sample database', () => {
  test('holds what the order desk answers', async () => {
    const found = await ask({ query: 'SELECT id, email, status, total FROM orders ORDER BY id' });
    expect(found).toEqual({
      ok: true,
      body: {
        rows: orders.map(({ orderId, email, status, total }) => ({ id: orderId, email, status, total })),
        count: orders.length,
        first: { id: 'A-1001', email: 'ada@example.com', status: 'shipped', total: 64.5 },
        more: false,
      },
    });
  });

  test('is made once, when it is needed, and alike for two at once', async () => {
    const folder = await aFolder();
    const query = 'SELECT count(*) AS n FROM stock';
    const [first, second] = await Promise.all([ask({ query }, {}, { folder }), ask({ query }, {}, { folder })]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ body: { first: { n: 15 } } });
    expect(await readdir(folder)).toEqual(['sample.sqlite']);
  });

  test('is asked with bound parameters of every type', async () => {
    const query = `SELECT $text AS text, $whole AS whole, typeof($whole) AS kind, $part AS part, $yes AS yes, $none AS none, $list AS list`;
    const args = { text: "x' OR 1=1; --", whole: 5, part: 1.5, yes: true, none: null, list: [1] };
    expect(await ask({ query }, args)).toMatchObject({
      body: { first: { text: "x' OR 1=1; --", whole: 5, kind: 'integer', part: 1.5, yes: 1, none: null, list: '[1]' } },
    });
  });

  test('gives what no JSON number or text can hold as text', async () => {
    const query = "SELECT 9007199254740993 AS big, x'0102' AS bytes, 9e999 AS endless";
    expect(await ask({ query })).toMatchObject({
      body: { first: { big: '9007199254740993', bytes: 'AQI=', endless: null } },
    });
  });

  test('gives no more rows than it may', async () => {
    expect(await ask({ query: 'SELECT id FROM orders ORDER BY id', rowLimit: 2 })).toMatchObject({
      body: { count: 2, more: true, rows: [{ id: 'A-1001' }, { id: 'A-1002' }] },
    });
  });

  test('is written to only when that is meant', async () => {
    const folder = await aFolder();
    const query = "INSERT INTO customers VALUES ($email, 'New')";
    const args = { email: 'new@example.com' };
    expect(await ask({ query }, args, { folder })).toMatchObject({ ok: false, failure: 'badRequest' });
    expect(await ask({ query: `WITH x AS (SELECT 1) ${query}` }, args, { folder })).toMatchObject({ ok: false });
    expect(await ask({ query, readOnly: false }, args, { folder })).toMatchObject({ ok: true, body: { changes: 1 } });
    expect(await ask({ query: 'SELECT count(*) n FROM customers' }, {}, { folder })).toMatchObject({
      body: { first: { n: new Set(orders.map(({ email }) => email)).size + 1 } },
    });
  });
});

describe('a query', () => {
  test.each([
    ['', 'empty'],
    ['SELECT 1; SELECT 2', 'more than one statement'],
    ["SELECT ';'; DROP TABLE orders", 'more than one statement'],
    ['SELECT $who', 'no input has that name'],
    ['SELEC 1', 'SELEC'],
    ['SELECT * FROM nowhere', 'no such table: nowhere'],
    ['PRAGMA journal_mode = DELETE', 'PRAGMA'],
  ])('%j says what is wrong', async (query, part) => {
    const outcome = await ask({ query });
    expect(outcome.ok).toBe(false);
    expect(outcome.detail).toContain(part);
  });

  test.each([
    "ATTACH 'other.sqlite' AS other",
    "VACUUM INTO 'copy.sqlite'",
    'PRAGMA writable_schema = 1',
    'BEGIN',
    "SELECT load_extension('x')",
    "SELECT writefile('x', 'y')",
    "SELECT * FROM pragma_table_info('orders')",
    'CREATE VIRTUAL TABLE v USING fts5(a)',
    "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, '')",
    'EXPLAIN ATTACH $file AS x',
    'WITH a AS (SELECT 1) INSERT INTO sqlite_master SELECT 1,2,3,4,5',
  ])('reaches nothing but its tables: %s', async (query) => {
    const folder = await aFolder();
    await ask({ query: 'SELECT 1' }, {}, { folder });
    for (const readOnly of [true, false])
      expect(await ask({ query, readOnly }, { file: 'x' }, { folder })).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['sample.sqlite']);
  });

  const endless = 'WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r';

  test('without end is ended at its limit', async () => {
    const began = performance.now();
    expect(await ask({ query: endless }, {}, { timeout: 700 })).toMatchObject({ failure: 'timedOut' });
    expect(performance.now() - began).toBeLessThan(1_700);
  });

  test('without end is ended within a moment when somebody stops it', async () => {
    const stop = new AbortController();
    const asked = ask({ query: endless }, {}, { signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const began = performance.now();
    stop.abort();
    expect(await asked).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });

  test.each([
    'SELECT zeroblob(50000000)',
    'SELECT hex(zeroblob(20000000))',
    'WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT hex(zeroblob(500000)) FROM r',
  ])('whose rows would fill the memory is not listened to: %s', async (query) => {
    expect(await ask({ query, rowLimit: 10_000 })).toMatchObject({ ok: false, failure: 'tooLarge' });
  });
});

describe('a file', () => {
  const shop = async () => {
    const folder = await aFolder();
    const home = join(folder, 'home');
    await mkdir(join(home, 'data'), { recursive: true });
    for (const path of [join(home, 'shop.db'), join(home, 'data', 'in.db'), join(folder, 'out.db')]) {
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (42)');
      database.close();
    }
    await symlink(join(folder, 'out.db'), join(home, 'link.db'));
    await symlink(folder, join(home, 'up'));
    return home;
  };
  const query = 'SELECT a FROM t';

  test('beside the scenario is read', async () => {
    const beside = await shop();
    for (const file of ['shop.db', 'data/in.db'])
      expect(await ask({ file, query }, {}, { beside })).toMatchObject({ body: { first: { a: 42 } } });
  });

  test.each([
    '../out.db',
    'data/../../out.db',
    '..\\out.db',
    'link.db',
    'up/out.db',
    '/etc/passwd',
    'C:\\x',
    'file:shop.db',
    'data',
    'gone.db',
    'a\u0000b',
  ])('that is none of the scenario, %j, is not', async (file) => {
    const beside = await shop();
    const outcome = await ask({ file, query }, {}, { beside });
    expect(outcome.ok).toBe(false);
    expect(outcome.detail).not.toContain(beside);
  });

  test('of a scenario that is not saved or not trusted is not', async () => {
    expect(await ask({ file: 'shop.db', query })).toMatchObject({ failure: 'notTrusted' });
  });

  test('of a stranger does nothing when it is read', async () => {
    const beside = await aFolder();
    const path = join(beside, 'hostile.db');
    const database = new DatabaseSync(path);
    database.exec(`
      CREATE TABLE t (a);
      INSERT INTO t VALUES (1), ('__proto__');
      CREATE VIEW loads AS SELECT load_extension('./evil') AS a;
      CREATE VIEW lists AS SELECT name AS a FROM pragma_database_list;
      CREATE VIEW polluted AS SELECT 1 AS "__proto__", 2 AS "constructor", 3 AS "a";
      CREATE VIEW loops AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS a FROM r;
    `);
    database.close();
    for (const view of ['loads', 'lists'])
      expect(await ask({ file: 'hostile.db', query: `SELECT a FROM ${view}` }, {}, { beside })).toMatchObject({
        ok: false,
      });
    const loops = await ask({ file: 'hostile.db', query: 'SELECT a FROM loops', rowLimit: 5 }, {}, { beside });
    expect(loops).toMatchObject({ ok: true, body: { count: 5, more: true } });
    const polluted = await ask({ file: 'hostile.db', query: 'SELECT * FROM polluted' }, {}, { beside });
    const first = (polluted.body as { first: object }).first;
    expect(Object.keys(first)).toEqual(['__proto__', 'constructor', 'a']);
    expect(Object.getPrototypeOf(first)).toBe(Object.prototype);
  });

  test.each([
    ['no database', Buffer.from('hello, this is no database at all')],
    ['damaged', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 0xff)])],
  ])('that is %s is a sentence', async (_what, bytes) => {
    const beside = await aFolder();
    await writeFile(join(beside, 'x.db'), bytes);
    const outcome = await ask({ file: 'x.db', query: 'SELECT * FROM t' }, {}, { beside });
    expect(outcome).toMatchObject({ ok: false, failure: 'reportedFailure' });
    expect(outcome.detail).toContain('SQLite says');
  });
});
