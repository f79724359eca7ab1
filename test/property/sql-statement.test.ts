import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStatement } from '../../electron/host/actions/database/read-statement.ts';

const names = ['a', 'b', 'c_1'];
const name = fc.constantFrom(...names);
const inside = fc.array(
  fc.oneof(
    name.map((each) => `$${each}`),
    fc.constantFrom("'", ' ', ';', '--', '/*', 'x', '""', '``'),
  ),
  {
    maxLength: 4,
  },
);
const text = inside.map((parts) => parts.join(''));

/** Values of a SELECT, some of them parameters, some only looking like one. */
const value = fc.oneof(
  name.map((each) => `$${each}`),
  text.map((body) => `'${body.replaceAll("'", "''")}'`),
  name.map((each) => `1 AS "$${each}"`),
  name.map((each) => `2 AS [$${each}]`),
  name.map((each) => `3 AS \`$${each}\``),
  fc.constantFrom('1', "x'00'", 'NULL', "'it''s'"),
);
const gap = fc.oneof(
  fc.constant(' '),
  text.map((body) => ` /* ${body.replaceAll('*/', '')} */ `),
  text.map((body) => ` -- ${body}\n`),
);
const query = fc
  .tuple(fc.array(fc.tuple(value, gap), { minLength: 1, maxLength: 5 }), gap)
  .map(([values, start]) => `SELECT${start}${values.map(([each, after]) => each + after).join(',')}`);

/** The names SQLite itself takes for parameters. */
function boundBySqlite(database: DatabaseSync, sql: string): string[] | null {
  try {
    database.prepare(sql);
  } catch {
    return null;
  }
  return names.filter((each) => {
    try {
      database.prepare(sql).get({ [`$${each}`]: 1 });
      return true;
    } catch {
      return false;
    }
  });
}

test('what is taken for a parameter is what SQLite takes for one', () => {
  const database = new DatabaseSync(':memory:');
  let compared = 0;
  fc.assert(
    fc.property(query, (sql) => {
      const bound = boundBySqlite(database, sql);
      if (bound === null) return;
      compared += 1;
      const read = readStatement(sql, 'sqlite', (each) => `$${each}`);
      expect(read).toMatchObject({ ok: true });
      expect(read.ok && read.value.names.toSorted()).toEqual(bound);
      expect(read.ok && read.value.sql).toBe(sql);
    }),
    { numRuns: 1_000 },
  );
  database.close();
  expect(compared).toBeGreaterThan(700);
});

test('any text is read to its end, quickly, and says what it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(text, fc.string()), { maxLength: 20 }),
      fc.constantFrom('sqlite', 'postgres'),
      (parts, dialect) => {
        const sql = parts.join('');
        const read = readStatement(sql, dialect, (each) => `$${each}`);
        // One statement loses its last semicolon, and nothing else.
        expect(
          !read.ok || read.value.sql.replaceAll(/[;\s]/g, '') === sql.replaceAll(/[;\s]/g, '') || sql.includes(';'),
        ).toBe(true);
      },
    ),
  );
  for (const hostile of [
    "'".repeat(50_000),
    '/*'.repeat(50_000),
    '$a$'.repeat(30_000),
    '$'.repeat(50_000),
    '-- '.repeat(50_000),
    "e'\\".repeat(30_000),
  ])
    for (const dialect of ['sqlite', 'postgres'] as const) {
      const began = performance.now();
      readStatement(hostile, dialect, (each) => `$${each}`);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
});
