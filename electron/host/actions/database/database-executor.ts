import type { JsonObject } from '../../../../shared/base/json.ts';
import type { ActionExecutor, ActionTask, Executed, ExecutorPorts } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { secondsText, timeLimit } from '../time-limit.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { queryPostgres } from './query-postgres.ts';
import { resultBody, type QueryAnswer } from './query-result.ts';
import { querySqlite } from './query-sqlite.ts';
import { firstWord, readStatement, type Statement } from './read-statement.ts';
import { sqliteFile } from './sqlite-file.ts';
import { startQueryProcess } from './start-query-process.ts';

type Task = ActionTask<'database'>;

/** Asks a database one thing. What the statement is about was written by the designer; what it is given is bound. */
export const databaseExecutor: ActionExecutor<'database'> = (task, ports, signal) =>
  unlessStopped(task.action.name, signal, () => {
    const { action } = task;
    const postgres = action.engine === 'postgres';
    const statement = readStatement(action.query, action.engine, (name, at) => (postgres ? `$${at + 1}` : `$${name}`));
    const wrong = statement.ok ? whatIsWrong(task, statement.value) : statement.failure;
    if (!statement.ok || wrong !== null)
      return Promise.resolve(failedRun('badRequest', `${action.name}: ${wrong ?? 'the query cannot be read'}`));
    return postgres
      ? queryPostgres(task, statement.value, ports, signal)
      : askSqlite(task, statement.value, ports, signal);
  });

async function askSqlite(
  task: Task,
  statement: Statement,
  ports: ExecutorPorts,
  signal: AbortSignal,
): Promise<Executed> {
  const { action, args } = task;
  const file = await sqliteFile(action.file, ports);
  if (!file.ok) return file.failure;
  const start = ports.startQuery ?? (process.versions['electron'] === undefined ? startQueryProcess : null);
  if (start === null) return failedRun('notAvailable', 'SQLite cannot be asked here.');
  const limited = timeLimit(task.timeout, signal);
  const query = {
    path: file.value,
    sql: statement.sql,
    parameters: parametersOf(statement, args),
    readOnly: action.readOnly ?? true,
    rowLimit: action.rowLimit,
  };
  const outcome = await querySqlite(start, query, limited);
  if (outcome !== 'ended') return toExecuted(action.name, outcome);
  return limited.aborted
    ? failedRun('timedOut', `${action.name} was not done within ${secondsText(task.timeout)}; the query was ended.`)
    : failedRun('notAvailable', `${action.name}: the process that reads databases ended. Try it again.`);
}

export const toExecuted = (name: string, answer: QueryAnswer): Executed =>
  answer.ok ? { ok: true, body: resultBody(answer.result) } : failedRun(answer.failure, `${name}: ${answer.sentence}`);

const parametersOf = ({ names }: Statement, args: JsonObject): JsonObject =>
  Object.fromEntries(names.map((name) => [name, args[name] ?? null]));

function whatIsWrong({ action, args }: Task, { sql, names }: Statement): string | null {
  const missing = names.find((name) => !Object.hasOwn(args, name));
  if (missing !== undefined) return `the query uses $${missing}, but no input has that name.`;
  const word = firstWord(sql);
  if (reading.has(word)) return null;
  if (action.readOnly !== false)
    return `${word === '' ? 'the statement' : word} may change something, and this action only reads. Switch "read only" off if that is meant.`;
  return writing.has(word) ? null : `${word} is nothing an action may do to a database.`;
}

const reading: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE', 'EXPLAIN', 'SHOW']);
const writing: ReadonlySet<string> = new Set(
  'INSERT UPDATE DELETE REPLACE MERGE CREATE ALTER DROP CALL TRUNCATE'.split(' '),
);
