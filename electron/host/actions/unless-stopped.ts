import type { Executed } from './action-executor.ts';
import { failedRun } from './failed-run.ts';

/** The result of the work, unless somebody stops it: then the run ends at once, whether the work listens or not. */
export function unlessStopped(name: string, signal: AbortSignal, work: () => Promise<Executed>): Promise<Executed> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(failedRun('cancelled', `${name} was stopped before it was done.`));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
