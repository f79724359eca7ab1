import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../shared/base/json.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';

/** What must hold for every trace, whatever was talked about: a list of what does not. `before` is an earlier state. */
export function traceViolations(trace: readonly TraceEvent[], state: SessionState): string[] {
  return [...envelopes(trace), ...effects(trace), ...misses(trace), ...budgets(trace), ...contexts(trace, state)];
}

function envelopes(trace: readonly TraceEvent[]): string[] {
  const exchanges = new Map<number, number>();
  return trace.flatMap((event, index) => {
    const wrong: string[] = [];
    if (event.seq !== index + 1) wrong.push(`${event.seq} stands at place ${index + 1}`);
    if (event.causedBy !== null && event.causedBy >= event.seq)
      wrong.push(`${event.seq} is caused by the later ${event.causedBy}`);
    if (event.causedBy !== null && exchanges.get(event.causedBy) !== event.exchange)
      wrong.push(`${event.seq} is caused from another exchange`);
    if (JSON.stringify(JSON.parse(JSON.stringify(event))) !== JSON.stringify(event))
      wrong.push(`${event.seq} is not plain JSON`);
    exchanges.set(event.seq, event.exchange);
    return wrong;
  });
}

function effects(trace: readonly TraceEvent[]): string[] {
  const open = new Set<string>();
  return trace.flatMap((event) => {
    if (event.kind === 'effect.requested') open.add(event.effect);
    if (event.kind !== 'effect.settled' || open.delete(event.effect)) return [];
    return [`${event.effect} settled without being open`];
  });
}

/** Each miss names all that was considered for the utterance, and nothing else. */
function misses(trace: readonly TraceEvent[]): string[] {
  const considered = new Set<string>();
  return trace.flatMap((event) => {
    if (event.kind === 'utterance.received' || event.kind === 'virtual.entered') considered.clear();
    if (event.kind === 'candidate.considered' && event.speaker === 'USER') considered.add(event.ref ?? '');
    if (event.kind !== 'match.missed') return [];
    const named = event.candidates.map(({ ref }) => ref);
    return isDeepStrictEqual(new Set(named), considered) && named.length === considered.size
      ? []
      : [`${event.seq} does not name every candidate`];
  });
}

function budgets(trace: readonly TraceEvent[]): string[] {
  const counts = new Map<string, number>();
  return trace.flatMap((event) => {
    const kind =
      event.kind === 'virtual.entered'
        ? 'virtual'
        : event.kind === 'effect.requested' || event.kind === 'action.skipped'
          ? 'action'
          : '';
    if (kind === '') return [];
    const key = `${kind} ${event.exchange}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > (kind === 'virtual' ? 16 : 128)
      ? [`exchange ${event.exchange} went past its budget of ${kind}s`]
      : [];
  });
}

function contexts(trace: readonly TraceEvent[], state: SessionState): string[] {
  const replayed: Record<string, Record<string, Json>> = {};
  for (const event of trace) {
    if (event.kind !== 'attribute.set') continue;
    const values = (replayed[event.context] ??= {});
    if (event.after === null) delete values[event.name];
    else values[event.name] = event.after;
  }
  return isDeepStrictEqual(replayed, state.contexts) ? [] : ['the contexts differ from what the trace says'];
}
