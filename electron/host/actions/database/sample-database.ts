import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { orders, products, stores } from '../../demo/order-desk-data.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import { createSerialQueue } from '../../files/serial-queue.ts';
import { discardTemporary, temporaryBeside } from '../../files/temporary-file.ts';
import { failedFile, type FailedRun } from '../failed-run.ts';

const fileName = 'sample.sqlite';
/** Two queries at once make it once. */
const queue = createSerialQueue();

/** The sample database in a folder of the app's own; made when it is first asked for, the same everywhere. */
export const sampleDatabase = (folder: string): Promise<Result<string, FailedRun>> =>
  queue(async () => {
    const path = join(folder, fileName);
    try {
      if ((await nodeFiles.look(path)) === null) await make(path);
      return succeed(path);
    } catch (error) {
      return fail(failedFile(error, 'The sample database'));
    }
  });

async function make(path: string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    fill(temporary);
    await nodeFiles.rename(temporary, path);
  } finally {
    await discardTemporary(nodeFiles, temporary);
  }
}

const schema = `
  CREATE TABLE customers (email TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE orders (
    id TEXT PRIMARY KEY, email TEXT NOT NULL REFERENCES customers (email), status TEXT NOT NULL,
    total REAL NOT NULL, tracking TEXT, estimated_delivery TEXT);
  CREATE TABLE order_items (
    order_id TEXT NOT NULL REFERENCES orders (id), name TEXT NOT NULL, quantity INTEGER NOT NULL);
  CREATE TABLE products (id TEXT PRIMARY KEY, name TEXT NOT NULL, next_delivery TEXT);
  CREATE TABLE stock (
    product_id TEXT NOT NULL REFERENCES products (id), store TEXT NOT NULL, quantity INTEGER NOT NULL,
    PRIMARY KEY (product_id, store));`;

/** The shop of the order desk: what one answers, the other holds. */
function fill(path: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec(`BEGIN; ${schema}`);
    const insert = (table: string, rows: readonly (readonly (string | number | null)[])[]): void => {
      const statement = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ') ?? ''})`);
      for (const row of rows) statement.run(...row);
    };
    const emails = [...new Set(orders.map(({ email }) => email))];
    insert(
      'customers',
      emails.map((email) => [email, nameOf(email)]),
    );
    insert(
      'orders',
      orders.map(({ orderId, email, status, total, tracking, estimatedDelivery }) => [
        orderId,
        email,
        status,
        total,
        tracking,
        estimatedDelivery,
      ]),
    );
    insert(
      'order_items',
      orders.flatMap(({ orderId, items }) => items.map((item) => [orderId, ...counted(item)])),
    );
    insert(
      'products',
      products.map(({ productId, name, nextDelivery }) => [productId, name, nextDelivery]),
    );
    insert(
      'stock',
      products.flatMap(({ productId, stock }) => stores.map((store) => [productId, store, stock[store] ?? 0])),
    );
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

const nameOf = (email: string): string => email.replace(/@.*/, '').replace(/^./, (letter) => letter.toUpperCase());

/** `Light bulb (2)` is two of them. */
function counted(item: string): readonly [name: string, quantity: number] {
  const found = /^(.*) \((\d+)\)$/.exec(item);
  return found === null ? [item, 1] : [found[1] ?? item, Number(found[2])];
}
