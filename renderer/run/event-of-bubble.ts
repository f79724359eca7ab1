import type { Bubble } from '../state/run-bubbles.ts';
import type { ExchangeTrace } from '../state/run-trace.ts';

/** The trace event a bubble stands for: what was said leads to what it was heard as. */
export function eventOfBubble(bubble: Bubble, trace: ExchangeTrace | undefined): number {
  if (bubble.kind !== 'said' && !(bubble.kind === 'noted' && bubble.note === 'missed')) return bubble.seq;
  const events = trace?.events ?? [];
  const heard =
    bubble.kind === 'said'
      ? events.find(({ seq, kind }) => seq > bubble.seq && (kind === 'intent.matched' || kind === 'match.missed'))
      : events.find(({ kind }) => kind === 'match.missed');
  return heard?.seq ?? bubble.seq;
}
