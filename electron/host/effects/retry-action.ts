import type { EffectResult } from '../../../shared/engine/effect.ts';
import type { Retry } from '../../../shared/model/action-parts.ts';
import type { Deadline } from './deadline.ts';

type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Tries until it succeeds, fails for good, or there is no time left. Each attempt but the last gets half of the time that
 * is left: one that hangs does not take the time of those that would be answered, and a slow answer is not given up early.
 */
export async function retryAction(
  retry: Retry | undefined,
  deadline: Deadline,
  sleep: Sleep,
  attempt: (timeout: number) => Promise<EffectResult>,
): Promise<EffectResult> {
  const most = 1 + (retry?.times ?? 0);
  let attempts = 0;
  for (let round = 1; ; round += 1) {
    const result = await attempt(round === most ? deadline.remaining() : deadline.remaining() / 2);
    attempts += result.attempts;
    const wait = retry === undefined || round === most ? null : waitBefore(retry, round, result);
    if (wait === null || deadline.over() !== null) return { ...result, attempts };
    // Waiting longer than anybody listens is waiting for nothing.
    if (wait >= deadline.remaining()) return { ...result, attempts, detail: tooLong(result.detail, wait) };
    await sleep(wait, deadline.signal);
    if (deadline.over() === 'cancelled') return { ...result, attempts, failure: 'cancelled', detail: stopped };
    if (deadline.over() !== null) return { ...result, attempts };
  }
}

const stopped = 'The action was stopped while it waited to be tried again.';

/** Milliseconds; null for what would not be better the next time. */
function waitBefore(retry: Retry, round: number, result: EffectResult): number | null {
  const isOffered = result.status !== null && retry.statuses.includes(result.status);
  const isPassing = result.failure === 'connectionFailed' || result.failure === 'timedOut';
  if (result.outcome === 'succeeded' || !(isOffered || isPassing)) return null;
  const backOff = retry.wait * retry.factor ** (round - 1);
  return Math.max(backOff, retryAfter(result.response?.headers ?? {}));
}

/** What the service asks for, in milliseconds: seconds, or a date against its own clock. */
function retryAfter(headers: { readonly [name: string]: string }): number {
  const text = (headers['retry-after'] ?? '').trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text) - Date.parse(headers['date'] ?? '');
  return Number.isFinite(until) ? Math.max(0, until) : 0;
}

const tooLong = (detail: string, wait: number): string =>
  `${detail} It should be tried again after ${Math.round(wait / 100) / 10} s, which is longer than the action may take.`.trim();
