import { constants, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Json } from '../../../../shared/base/json.ts';
import { createSizeMeter, resultCap, tooLargeAnswer, toRow, type QueryAnswer } from './query-result.ts';

export type SqliteQuery = {
  /** A file that is there. */
  readonly path: string;
  /** One statement; its parameters are `$name`. */
  readonly sql: string;
  readonly parameters: { readonly [name: string]: Json };
  readonly readOnly: boolean;
  readonly rowLimit: number;
};

/** Carries out one statement. It takes as long as it takes: whoever cannot wait ends the process. */
export function runSqlite(query: SqliteQuery): QueryAnswer {
  let database: DatabaseSync | null = null;
  try {
    database = openSqlite(query);
    const statement = database.prepare(query.sql);
    statement.setReadBigInts(true);
    const parameters = Object.fromEntries(
      Object.entries(query.parameters).map(([name, value]) => [`$${name}`, toSqlite(value)]),
    );
    return statement.columns().length === 0
      ? write(statement, parameters)
      : read(statement, parameters, query.rowLimit);
  } catch (error) {
    return { ok: false, failure: 'reportedFailure', sentence: `SQLite says: ${messageOf(error)}.` };
  } finally {
    database?.close();
  }
}

/** A file may be a stranger's: its schema is not trusted, and nothing of SQLite that reaches beyond it is left. */
function openSqlite({ path, readOnly }: SqliteQuery): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    allowExtension: false,
    enableForeignKeyConstraints: true,
    timeout: 2_000,
  });
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  if (readOnly) database.exec('PRAGMA query_only = ON');
  const allowed = readOnly ? reading : writing;
  database.setAuthorizer((action, first, second) => {
    if (!allowed.has(action)) return constants.SQLITE_DENY;
    const isFunction = action === constants.SQLITE_FUNCTION;
    return isFunction && deniedFunctions.has((second ?? first ?? '').toLowerCase())
      ? constants.SQLITE_DENY
      : constants.SQLITE_OK;
  });
  return database;
}

const reading: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);
/** No attaching, no pragma, no virtual table, no transaction that outlives the statement. */
const writing: ReadonlySet<number> = new Set([
  ...reading,
  constants.SQLITE_INSERT,
  constants.SQLITE_UPDATE,
  constants.SQLITE_DELETE,
  constants.SQLITE_CREATE_TABLE,
  constants.SQLITE_CREATE_INDEX,
  constants.SQLITE_CREATE_VIEW,
  constants.SQLITE_DROP_TABLE,
  constants.SQLITE_DROP_INDEX,
  constants.SQLITE_DROP_VIEW,
  constants.SQLITE_ALTER_TABLE,
  constants.SQLITE_REINDEX,
]);
const deniedFunctions: ReadonlySet<string> = new Set([
  'load_extension',
  'fts3_tokenizer',
  'readfile',
  'writefile',
  'edit',
]);

type Parameters = Record<string, SQLInputValue>;

function read(statement: StatementSync, parameters: Parameters, rowLimit: number): QueryAnswer {
  statement.setReturnArrays(true);
  const columns = statement.columns().map(({ name }) => name);
  const fits = createSizeMeter();
  const rows = [];
  // With arrays asked for, each row is one; the typings know objects alone.
  for (const values of statement.iterate(parameters) as Iterable<unknown>) {
    if (rows.length === rowLimit) return { ok: true, result: { rows, more: true, written: null } };
    if ((values as unknown[]).some(isTooLarge)) return tooLargeAnswer;
    const row = toRow(columns, (values as unknown[]).map(fromSqlite));
    if (!fits(row)) return tooLargeAnswer;
    rows.push(row);
  }
  return { ok: true, result: { rows, more: false, written: null } };
}

/** Looked at before anything is made of it. */
const isTooLarge = (value: unknown): boolean =>
  (typeof value === 'string' || value instanceof Uint8Array) && value.length > resultCap;

function write(statement: StatementSync, parameters: Parameters): QueryAnswer {
  const { changes, lastInsertRowid } = statement.run(parameters);
  const written = { changes: Number(changes), lastId: fromSqlite(lastInsertRowid) };
  return { ok: true, result: { rows: [], more: false, written } };
}

/** Whole numbers stay whole; what has parts becomes JSON. */
function toSqlite(value: Json): SQLInputValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  return JSON.stringify(value);
}

function fromSqlite(value: unknown): Json {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    // As a number it would silently become another one.
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : null;
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'it failed').slice(0, 500).replace(/\.$/, '');
