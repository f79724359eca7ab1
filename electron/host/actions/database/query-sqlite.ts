import type { EngineProcess, StartEngine } from '../../host-ports.ts';
import type { QueryAnswer } from './query-result.ts';
import type { SqliteQuery } from './run-sqlite.ts';

export type SqliteOutcome = QueryAnswer | 'ended';

/** A talk often asks again; a process that nobody asked for this long is let go. */
const restMilliseconds = 10_000;

/** A process that takes one query at a time. */
type Worker = {
  readonly process: EngineProcess;
  hear: (outcome: SqliteOutcome) => void;
  timer?: NodeJS.Timeout;
};

/** At most one, for each way of starting them. */
const resting = new WeakMap<StartEngine, Worker>();

/**
 * Hands a query to a process that does nothing else meanwhile. It is ended with its query when nobody waits any more;
 * else it rests, and the next query finds it warm.
 */
export function querySqlite(start: StartEngine, query: SqliteQuery, signal: AbortSignal): Promise<SqliteOutcome> {
  if (signal.aborted) return Promise.resolve('ended');
  const worker = takeRested(start) ?? startWorker(start);
  return new Promise((resolve) => {
    const end = (): void => settle('ended');
    const settle = (outcome: SqliteOutcome): void => {
      worker.hear = () => undefined;
      signal.removeEventListener('abort', end);
      if (outcome === 'ended') worker.process.stop();
      else putToRest(start, worker);
      resolve(outcome);
    };
    worker.hear = settle;
    signal.addEventListener('abort', end, { once: true });
    worker.process.post(query);
  });
}

function startWorker(start: StartEngine): Worker {
  const worker: Worker = { process: start(), hear: () => undefined };
  worker.process.onMessage((answer) => worker.hear(answer as QueryAnswer));
  worker.process.onExit(() => {
    if (resting.get(start) === worker) resting.delete(start);
    worker.hear('ended');
  });
  return worker;
}

function takeRested(start: StartEngine): Worker | null {
  const worker = resting.get(start) ?? null;
  resting.delete(start);
  clearTimeout(worker?.timer);
  return worker;
}

function putToRest(start: StartEngine, worker: Worker): void {
  if (resting.has(start)) return worker.process.stop();
  resting.set(start, worker);
  worker.timer = setTimeout(() => {
    if (resting.get(start) === worker) resting.delete(start);
    worker.process.stop();
  }, restMilliseconds);
  worker.timer.unref();
}
