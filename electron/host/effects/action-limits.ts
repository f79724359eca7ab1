import type { RateLimit } from '../../../shared/model/action-parts.ts';
import { createConcurrency, type Concurrency } from './concurrency.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { createResultCache, type ResultCache } from './result-cache.ts';

/** What holds over all talks of this program. Keys name the scenario as well: one never slows down another. */
export type ActionLimits = {
  readonly cache: ResultCache;
  readonly rate: RateLimiter;
  readonly concurrency: Concurrency;
};

/** `elapsed` is a clock that only goes forward. */
export const createActionLimits = (elapsed: () => number): ActionLimits => ({
  cache: createResultCache(elapsed),
  rate: createRateLimiter(elapsed),
  concurrency: createConcurrency(),
});

/** How a limit is told to people. */
export const rateWords = ({ calls, seconds }: RateLimit): string =>
  `${calls} ${calls === 1 ? 'call' : 'calls'} in ${seconds} s`;
