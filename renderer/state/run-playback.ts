import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { Scheduler } from './run-scheduler.ts';

/** Milliseconds before an event is shown at natural speed; what is not listed is shown with the one before it. */
const pauses: Partial<Record<TraceEvent['kind'], number>> = {
  'scope.entered': 60,
  'intent.ranked': 90,
  'candidate.considered': 20,
  'candidate.rejected': 40,
  'condition.evaluated': 30,
  'intent.matched': 180,
  'match.missed': 160,
  'effect.requested': 120,
  'effect.settled': 160,
  'action.skipped': 120,
  'attribute.set': 70,
  'intent.selected': 180,
  'message.sent': 160,
  'transition.taken': 80,
  'virtual.entered': 120,
  'confirmation.asked': 160,
};

/** What has arrived is shown within this time at natural speed, however much it is. */
const longest = 1500;

/** A frame that came late counts as no more than this: nobody sees a step that is over within one picture. */
const frameAtMost = 200;

export type Playback = {
  readonly add: (events: readonly TraceEvent[]) => void;
  /** Shows all that waits, now. */
  readonly finish: () => void;
  readonly clear: () => void;
  /** 1 is natural speed; 0 shows what arrives with the next frame. */
  readonly setSpeed: (speed: number) => void;
};

/** Lets events out in order, at a pace people can follow, at most one batch a frame. */
export function createPlayback(scheduler: Scheduler, show: (events: TraceEvent[], more: boolean) => void): Playback {
  let queue: TraceEvent[] = [];
  let next = 0;
  let speed = 1;
  /** Shortens the pauses so that a long queue takes no longer than `longest`. */
  let haste = 1;
  let credit = 0;
  let lastFrame = 0;
  let cancelFrame: (() => void) | null = null;

  const release = (count: number): void => {
    const shown = queue.slice(next, next + count);
    next += count;
    const more = next < queue.length;
    if (!more) {
      queue = [];
      next = 0;
      credit = 0;
    }
    show(shown, more);
  };

  const playFrame = (): void => {
    cancelFrame = null;
    const now = scheduler.now();
    credit = Math.min(credit + (now - lastFrame) * speed, frameAtMost);
    lastFrame = now;
    let count = 0;
    for (let event = queue[next]; event !== undefined; event = queue[next + count]) {
      const pause = speed === 0 ? 0 : (pauses[event.kind] ?? 0) * haste;
      if (pause > credit) break;
      credit -= pause;
      count += 1;
    }
    if (count > 0) release(count);
    if (next < queue.length) cancelFrame ??= scheduler.onFrame(playFrame);
  };

  const clear = (): void => {
    cancelFrame?.();
    cancelFrame = null;
    queue = [];
    next = 0;
    credit = 0;
  };

  return {
    add: (events) => {
      if (events.length === 0) return;
      for (const event of events) queue.push(event);
      const wait = queue.slice(next).reduce((sum, event) => sum + (pauses[event.kind] ?? 0), 0);
      haste = Math.min(1, longest / Math.max(1, wait));
      if (cancelFrame !== null) return;
      lastFrame = scheduler.now();
      cancelFrame = scheduler.onFrame(playFrame);
    },
    finish: () => {
      cancelFrame?.();
      cancelFrame = null;
      if (next < queue.length) release(queue.length - next);
    },
    clear,
    setSpeed: (changed) => {
      speed = changed;
    },
  };
}
