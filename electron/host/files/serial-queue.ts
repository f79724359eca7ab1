/** Runs jobs one after another in the order they came; a failed one does not hold up the next. */
export type SerialQueue = <Value>(job: () => Promise<Value>) => Promise<Value>;

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = last.then(job, job);
    last = done.catch(() => undefined);
    return done;
  };
}
