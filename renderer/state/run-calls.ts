import type { TraceEvent, TraceEventOf } from '../../shared/engine/trace-event.ts';

/** One line of the actions log: what was asked, and how it ended once it has. `seq` is the newest event about it. */
export type ActionCall = {
  readonly key: number;
  readonly seq: number;
  readonly exchange: number;
  readonly at: number;
  readonly name: string;
  /** The action use, as the canvas knows it. */
  readonly use: string | null;
  readonly asked: TraceEventOf<'effect.requested'> | null;
  readonly settled: TraceEventOf<'effect.settled'> | null;
  readonly skipped: TraceEventOf<'action.skipped'> | null;
};

export const noCalls: readonly ActionCall[] = [];
const callLimit = 1000;

export function appendCalls(calls: readonly ActionCall[], events: readonly TraceEvent[]): readonly ActionCall[] {
  const changes = events.filter(isAboutCall);
  if (changes.length === 0) return calls;
  const next = [...calls];
  for (const event of changes) {
    if (event.kind !== 'effect.settled') {
      next.push(newCall(event));
      continue;
    }
    const index = next.findLastIndex((call) => call.asked?.effect === event.effect);
    const call = next[index];
    if (call !== undefined) next[index] = { ...call, settled: event, seq: event.seq };
  }
  return next.slice(-callLimit);
}

type CallEvent = TraceEventOf<'effect.requested'> | TraceEventOf<'effect.settled'> | TraceEventOf<'action.skipped'>;

const isAboutCall = (event: TraceEvent): event is CallEvent =>
  event.kind === 'effect.requested' || event.kind === 'effect.settled' || event.kind === 'action.skipped';

function newCall(event: TraceEventOf<'effect.requested'> | TraceEventOf<'action.skipped'>): ActionCall {
  const { seq, exchange, at, name, ref: use } = event;
  const asked = event.kind === 'effect.requested' ? event : null;
  const skipped = event.kind === 'action.skipped' ? event : null;
  return { key: seq, seq, exchange, at, name, use, asked, settled: null, skipped };
}
