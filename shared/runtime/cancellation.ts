import type { Cancellation } from './ports.ts';

export type Canceller = Cancellation & { cancel(): void };

/** A promise nobody waits for any more is told so through one of these. */
export function createCanceller(): Canceller {
  const listeners: (() => void)[] = [];
  let cancelled = false;
  return {
    get cancelled() {
      return cancelled;
    },
    onCancel(listener) {
      if (cancelled) listener();
      else listeners.push(listener);
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      for (const listener of listeners.splice(0)) listener();
    },
  };
}
