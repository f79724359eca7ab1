import type { EngineProcess, StartEngine } from '../../host-ports.ts';
import type { QueryAnswer } from './query-result.ts';
import type { SqliteQuery } from './run-sqlite.ts';

export type SqliteOutcome = QueryAnswer | 'ended';

/** Hands a query to a process of its own and ends that process with the query, or when nobody waits any more. */
export function querySqlite(start: StartEngine, query: SqliteQuery, signal: AbortSignal): Promise<SqliteOutcome> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('ended');
    const process: EngineProcess = start();
    const settle = (outcome: SqliteOutcome): void => {
      signal.removeEventListener('abort', end);
      process.stop();
      resolve(outcome);
    };
    const end = (): void => settle('ended');
    signal.addEventListener('abort', end, { once: true });
    process.onMessage((answer) => settle(answer as QueryAnswer));
    process.onExit(end);
    process.post(query);
  });
}
