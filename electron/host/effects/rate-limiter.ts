import type { RateLimit } from '../../../shared/model/action-parts.ts';

/** Counts what began in the time that moves along with us. */
export type RateLimiter = {
  /** Milliseconds until one more may begin; 0 means that it has been counted and may begin now. */
  readonly take: (key: string, limit: RateLimit) => number;
};

export function createRateLimiter(elapsed: () => number): RateLimiter {
  const begun = new Map<string, number[]>();
  return {
    take: (key, { calls, seconds }) => {
      const now = elapsed();
      const span = seconds * 1000;
      const recent = (begun.get(key) ?? []).filter((at) => now - at < span);
      begun.set(key, recent);
      // The one that has to be out of sight before the next may begin.
      const blocking = recent.at(-calls);
      if (recent.length >= calls && blocking !== undefined) return Math.max(1, blocking + span - now);
      recent.push(now);
      return 0;
    },
  };
}
