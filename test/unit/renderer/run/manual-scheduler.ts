import type { Scheduler } from '../../../../renderer/state/run-scheduler.ts';

export type ManualScheduler = Scheduler & {
  /** Lets time pass and draws one frame, if anybody asked for one. */
  readonly frame: (milliseconds?: number) => void;
  /** Draws frames until nobody asks for another. */
  readonly settle: () => void;
  /** Lets time pass without a frame; timers that are due go off. */
  readonly pass: (milliseconds: number) => void;
  readonly isIdle: () => boolean;
};

/** Time that stands still until a test moves it. */
export function createManualScheduler(): ManualScheduler {
  let now = 0;
  const frames = new Set<() => void>();
  const timers = new Set<{ readonly due: number; readonly callback: () => void }>();
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    for (const timer of timers) {
      if (timer.due > now || !timers.delete(timer)) continue;
      timer.callback();
    }
  };
  const frame = (milliseconds = 16): void => {
    pass(milliseconds);
    const due = [...frames];
    frames.clear();
    for (const callback of due) callback();
  };
  return {
    now: () => now,
    onFrame: (callback) => {
      frames.add(callback);
      return () => frames.delete(callback);
    },
    after: (milliseconds, callback) => {
      const timer = { due: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    frame,
    pass,
    settle: () => {
      for (let left = 10_000; frames.size > 0 && left > 0; left -= 1) frame(50);
    },
    isIdle: () => frames.size === 0,
  };
}
