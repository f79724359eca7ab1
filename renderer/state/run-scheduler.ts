/** Time as the run store sees it. Tests bring their own. */
export type Scheduler = {
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Calls back before the next picture is drawn; the answer takes it back. */
  readonly onFrame: (callback: () => void) => () => void;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
};

export const browserScheduler: Scheduler = {
  now: () => performance.now(),
  onFrame: (callback) => {
    const handle = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(handle);
  },
  after: (milliseconds, callback) => {
    const handle = setTimeout(callback, milliseconds);
    return () => clearTimeout(handle);
  },
};
