/** The time one execution has, all attempts and waits together. A person's thinking is not counted. */
export type Deadline = {
  /** Milliseconds left, never below 0. */
  readonly remaining: () => number;
  /** Milliseconds used so far. */
  readonly spent: () => number;
  /** Aborted when nobody waits any more or the time is up. */
  readonly signal: AbortSignal;
  /** Aborted when nobody waits any more. */
  readonly cancel: AbortSignal;
  /** Why it was aborted; null while it goes on. A person's word counts before the clock's. */
  readonly over: () => 'cancelled' | 'timedOut' | null;
  /** What happens in here takes no time, but for the milliseconds its outcome is said to count for. */
  readonly aside: <Value>(work: () => Promise<Value>, counts?: (value: Value) => number) => Promise<Value>;
  /** Lets go of the timer. */
  readonly end: () => void;
};

export function createDeadline(timeout: number, elapsed: () => number, cancel: AbortSignal): Deadline {
  /** Made when somebody first waits for it: most executions are over before. */
  let stop: AbortController | null = null;
  const began = elapsed();
  let outside = 0;
  let asides = 0;
  let asideSince = 0;
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;

  const spent = (): number => (asides > 0 ? asideSince : elapsed()) - began - outside;
  const remaining = (): number => Math.max(0, timeout - spent());
  const startTimer = (): void => {
    clearTimeout(timer);
    if (stop === null) return;
    timer = setTimeout(() => {
      isLate = true;
      stop?.abort();
    }, Math.ceil(remaining()));
  };
  const onCancel = (): void => stop?.abort();
  const signal = (): AbortSignal => {
    if (stop !== null) return stop.signal;
    stop = new AbortController();
    if (cancel.aborted) stop.abort();
    else cancel.addEventListener('abort', onCancel, { once: true });
    if (asides === 0) startTimer();
    return stop.signal;
  };

  return {
    remaining,
    spent: () => Math.max(0, Math.round(spent())),
    get signal() {
      return signal();
    },
    cancel,
    over: () => (cancel.aborted ? 'cancelled' : isLate || remaining() === 0 ? 'timedOut' : null),
    aside: async (work, counts = () => 0) => {
      if (asides === 0) asideSince = elapsed();
      asides += 1;
      clearTimeout(timer);
      try {
        const value = await work();
        outside -= counts(value);
        return value;
      } finally {
        asides -= 1;
        if (asides === 0) {
          outside += elapsed() - asideSince;
          startTimer();
        }
      }
    },
    end: () => {
      clearTimeout(timer);
      cancel.removeEventListener('abort', onCancel);
    },
  };
}
