import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { createSizeMeter, tooLargeAnswer, toRow, type QueryAnswer } from './query-result.ts';
import { fromPostgres, toPostgres } from './postgres-values.ts';

/** What a query uses of a connection of the package `pg`. */
export type PostgresConnection = {
  readonly parse: (query: { readonly text: string; readonly name: string; readonly types: readonly number[] }) => void;
  readonly bind: (parameters: { readonly values: readonly (string | null)[] }) => void;
  readonly describe: (what: { readonly type: 'P'; readonly name: string }) => void;
  readonly execute: (portal: { readonly portal: string; readonly rows: number }) => void;
  readonly sync: () => void;
  readonly sendCopyFail: (message: string) => void;
};

type Column = { readonly name: string; readonly dataTypeID: number };

/**
 * One statement with bound parameters, as `pg` takes queries of others: it asks for one row more than it may give, and
 * never for a second helping.
 */
export class PostgresQuery {
  readonly #sql: string;
  readonly #values: readonly Json[];
  readonly #rowLimit: number;
  readonly #settle: (answer: QueryAnswer | Error) => void;
  readonly #rows: JsonObject[] = [];
  readonly #fits = createSizeMeter();
  #columns: readonly Column[] = [];
  #isTooLarge = false;
  #tag = '';

  constructor(
    query: { readonly sql: string; readonly values: readonly Json[]; readonly rowLimit: number },
    settle: (answer: QueryAnswer | Error) => void,
  ) {
    this.#sql = query.sql;
    this.#values = query.values;
    this.#rowLimit = query.rowLimit;
    this.#settle = settle;
  }

  submit(connection: PostgresConnection): void {
    connection.parse({ text: this.#sql, name: '', types: [] });
    connection.bind({ values: this.#values.map(toPostgres) });
    connection.describe({ type: 'P', name: '' });
    connection.execute({ portal: '', rows: this.#rowLimit + 1 });
    connection.sync();
  }

  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.#columns = fields;
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#isTooLarge) return;
    const values = this.#columns.map(({ dataTypeID }, at) => fromPostgres(dataTypeID, fields[at] ?? null));
    const names = this.#columns.map(({ name }) => name);
    const row = toRow(names, values);
    if (this.#fits(row)) this.#rows.push(row);
    else this.#isTooLarge = true;
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  handleReadyForQuery(): void {
    if (this.#isTooLarge) return this.#settle(tooLargeAnswer);
    const more = this.#rows.length > this.#rowLimit;
    const changes = /^(?:INSERT|UPDATE|DELETE|MERGE)\b.* (\d+)$/.exec(this.#tag)?.[1];
    const written = changes === undefined ? null : { changes: Number(changes), lastId: null };
    this.#settle({ ok: true, result: { rows: this.#rows.slice(0, this.#rowLimit), more, written } });
  }

  handleError(error: Error): void {
    // What the server says has a severity; anything else befell the connection.
    if (!('severity' in error)) return this.#settle(error);
    const sentence = `PostgreSQL says: ${error.message.slice(0, 500).replace(/\.$/, '')}.`;
    this.#settle({ ok: false, failure: 'reportedFailure', sentence });
  }

  handleCopyInResponse(connection: PostgresConnection): void {
    connection.sendCopyFail('nothing is copied');
  }

  handlePortalSuspended(): void {}

  handleEmptyQuery(): void {}

  handleCopyData(): void {}
}
