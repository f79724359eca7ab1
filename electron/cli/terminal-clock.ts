import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { EffectClock } from '../host/effects/effect-clock.ts';
import { systemClock } from '../host/effects/system-clock.ts';

/** A clock for a talk in a terminal. `tick` is called before each line that is said. */
export type TerminalClock = EffectClock & { readonly tick: () => void };

/** `--now`: time stands still but for a second a line, and nobody waits, so that a talk can be repeated to the byte. */
export function createTerminalClock(now: string | null): Result<TerminalClock, string> {
  if (now === null) return succeed({ ...systemClock, tick: () => undefined });
  const start = Date.parse(now);
  if (!isoTime.test(now) || Number.isNaN(start))
    return fail(`--now is a time as in 2027-01-31T09:00:00Z, not "${now}".`);
  let at = start - second;
  return succeed({
    now: () => Math.max(at, start),
    elapsed: () => systemClock.elapsed(),
    sleep: () => Promise.resolve(),
    tick: () => (at += second),
  });
}

const second = 1_000;
const isoTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
