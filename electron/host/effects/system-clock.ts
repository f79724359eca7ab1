import { setTimeout as wait } from 'node:timers/promises';
import type { EffectClock } from './effect-clock.ts';

/** Time as this machine has it. Durations never come from the wall clock: it jumps. */
export const systemClock: EffectClock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  // Being called off ends the wait; it is no failure.
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
};
