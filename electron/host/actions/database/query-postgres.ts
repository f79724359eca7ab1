import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import type { IntegrationRecord } from '../../../../shared/model/integration-record.ts';
import type { ActionTask, Executed, ExecutorPorts } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { isLoopback } from '../is-loopback.ts';
import { secondsText, timeLimit, wholeMilliseconds } from '../time-limit.ts';
import { PostgresQuery } from './postgres-query.ts';
import type { QueryAnswer } from './query-result.ts';
import type { Statement } from './read-statement.ts';
import { resultBody } from './query-result.ts';

type Place = {
  readonly url: URL;
  readonly database: string;
  readonly user: string;
  readonly secretName: string | null;
  readonly tls: 'verify' | 'off' | 'unlessHere';
};

/** Asks a PostgreSQL server at the one address that was looked at, inside a transaction that only reads unless told. */
export async function queryPostgres(
  task: ActionTask<'database'>,
  statement: Statement,
  ports: Pick<ExecutorPorts, 'allowAddress'>,
  signal: AbortSignal,
): Promise<Executed> {
  const { action, integration } = task;
  const place = readPlace(integration);
  if (!place.ok) return failedRun('badRequest', `${action.name}: ${place.failure}`);
  const allowed = await ports.allowAddress(place.value.url, place.value.secretName, signal);
  if ('refused' in allowed) return failedRun(allowed.failure, allowed.refused);
  const client = await createClient(place.value, allowed);
  const stop = timeLimit(task.timeout, signal);
  try {
    const answer = await unlessAborted(stop, ask(client, task, statement));
    return answer.ok
      ? { ok: true, body: resultBody(answer.result) }
      : failedRun(answer.failure, `${action.name}: ${answer.sentence}`);
  } catch (error) {
    if (stop.aborted) callOff(client, allowed);
    if (signal.aborted) return failedRun('cancelled', `${action.name} was stopped before it was done.`);
    if (stop.aborted) return failedRun('timedOut', `${action.name} was not done within ${secondsText(task.timeout)}.`);
    return failedRun('connectionFailed', connectionSentence(place.value.url, error));
  } finally {
    void client.end().catch(() => undefined);
    client.cut();
  }
}

type Client = Awaited<ReturnType<typeof createClient>>;
type Allowed = {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly secret: string | null;
};

async function createClient(place: Place, { host, address, port, secret }: Allowed) {
  const { default: pg } = await import('pg');
  const withTls = place.tls === 'verify' || (place.tls === 'unlessHere' && !isLoopback(address));
  const client = new pg.Client({
    host: address,
    port,
    database: place.database,
    user: place.user,
    // A function: nothing is looked up in the environment or in files of the person.
    password: () => secret ?? '',
    ssl: withTls ? { servername: host } : false,
    application_name: 'Parley',
    connectionTimeoutMillis: 10_000,
  });
  // What goes wrong after the answer is nobody's business any more.
  client.on('error', () => undefined);
  return Object.assign(client, { cut: () => (client as unknown as Wire).connection.stream.destroy() });
}

/** What `pg` has and its typings do not say. */
type Wire = {
  readonly processID: number | null;
  readonly secretKey: number | null;
  readonly connection: { readonly stream: Duplex };
};

/** On the wire, for everything: what is asked for fits many times. */
const wireCap = 32 * 1024 * 1024;

/** A server that never stops talking is hung up on before its message fills the memory. */
function limitWire({ connection: { stream } }: Wire): void {
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > wireCap) stream.destroy(new Error('it sends more than 32 MB'));
  });
}

async function ask(
  client: Client,
  { action, args, timeout }: ActionTask<'database'>,
  statement: Statement,
): Promise<QueryAnswer> {
  await client.connect();
  limitWire(client as unknown as Wire);
  await client.query(action.readOnly === false ? 'BEGIN' : 'BEGIN READ ONLY');
  await client.query(`SET LOCAL statement_timeout = ${wholeMilliseconds(timeout)}`);
  const answer = await new Promise<QueryAnswer>((resolve, reject) => {
    const values = statement.names.map((name) => args[name] ?? null);
    client.query(
      new PostgresQuery({ sql: statement.sql, values, rowLimit: action.rowLimit }, (outcome) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome),
      ) as never,
    );
  });
  if (!answer.ok) return answer;
  await client.query(action.readOnly === false ? 'COMMIT' : 'ROLLBACK');
  return answer;
}

function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    if (signal.aborted) reject(new Error('stopped'));
    work.then(resolve, reject);
  });
}

const cancelRequest = 80_877_102;

/** A server works on for one who has hung up; it is told on a line of its own, at the same address. */
function callOff(client: Client, { address, port }: Allowed): void {
  const { processID, secretKey } = client as unknown as Wire;
  if (processID === null || secretKey === null) return;
  const message = Buffer.alloc(16);
  [16, cancelRequest, processID, secretKey].forEach((word, at) => message.writeInt32BE(word, at * 4));
  const socket = connect({ host: address, port });
  socket.setTimeout(2_000, () => socket.destroy());
  socket.on('error', () => undefined);
  socket.end(message);
}

function readPlace(integration: IntegrationRecord | null): Result<Place, string> {
  if (integration === null) return fail('PostgreSQL is reached through an integration. Choose one.');
  const { baseUrl, authentication, name } = integration;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '')
    return fail(`The base URL of ${name} has to be postgres://host:port/database.`);
  if (url.password !== '') return fail(`The base URL of ${name} holds a password. Keep it as a secret instead.`);
  if (authentication.kind !== 'basic' && authentication.kind !== 'none')
    return fail(`${name} has to sign in with a name and a secret, or with nothing.`);
  if (url.port === '') url.port = '5432';
  const mode = url.searchParams.get('sslmode');
  const user = authentication.kind === 'basic' ? authentication.user : decodeURIComponent(url.username);
  return succeed({
    url,
    database: decodeURIComponent(url.pathname.slice(1)) || user || 'postgres',
    user: user || 'postgres',
    secretName: authentication.kind === 'basic' && authentication.secret !== '' ? authentication.secret : null,
    tls: mode === 'disable' ? 'off' : mode === null ? 'unlessHere' : 'verify',
  });
}

function connectionSentence(url: URL, error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'ECONNREFUSED') return `Nothing is listening at ${url.host}. Is the database running?`;
  if (/^(28|3D)/.test(code)) return `PostgreSQL at ${url.host} does not let us in: ${message.slice(0, 300)}.`;
  return `No answer from PostgreSQL at ${url.host}: ${message.slice(0, 300) || code}.`;
}
