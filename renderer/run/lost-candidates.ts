import { isKind } from '../../shared/explain/exchange-events.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';

export type LostIntent = { readonly ref: string; readonly seq: number };

const shown = 6;

/** What a person might have meant and what might have answered, but lost: the closest first. */
export function lostCandidates(events: readonly TraceEvent[]): readonly LostIntent[] {
  const won = new Set(
    events.filter((event) => event.kind === 'intent.matched' || event.kind === 'intent.selected').map(({ ref }) => ref),
  );
  const rejected = events
    .filter(isKind('candidate.rejected'))
    // Nobody says the ids of the ladder; that they did not fit is no news.
    .filter(({ ref, intentId }) => ref !== null && !won.has(ref) && !intentId.startsWith('intent.core.'));
  const first = new Map(rejected.toReversed().map((event) => [event.ref, event]));
  return [...first.values()]
    .toReversed()
    .toSorted((left, right) => (right.confidence ?? 0) - (left.confidence ?? 0))
    .slice(0, shown)
    .map(({ ref, seq }) => ({ ref: ref ?? '', seq }));
}
