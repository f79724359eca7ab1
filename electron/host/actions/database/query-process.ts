import type { QueryAnswer } from './query-result.ts';
import { runSqlite, type SqliteQuery } from './run-sqlite.ts';

/** Electron's utility process speaks through a port on `process`, one of Node through `process` itself. */
type UtilityPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: QueryAnswer) => void;
};

const utilityPort = (process as { readonly parentPort?: UtilityPort }).parentPort;

const answer = (post: (message: QueryAnswer) => void, query: unknown): void => post(runSqlite(query as SqliteQuery));

// Both carriers have one speaker on the other side: our own host, whose messages are typed.
if (utilityPort !== undefined) {
  const post = utilityPort.postMessage.bind(utilityPort);
  utilityPort.on('message', ({ data }) => answer(post, data));
} else process.on('message', (query) => answer((message) => process.send?.(message), query));
