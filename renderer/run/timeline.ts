import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { duration } from '../../shared/explain/value-words.ts';
import type { Origin } from '../../shared/engine/effect.ts';
import type { TraceEvent, TraceEventOf } from '../../shared/engine/trace-event.ts';
import type { Hue } from './event-look.ts';

/** A piece of the bar: a moment, or with `took` a stretch of time. */
export type Segment = {
  readonly seq: number;
  /** All events it stands for. */
  readonly covers: readonly number[];
  readonly label: string;
  readonly kind: TraceEvent['kind'];
  readonly hue: Hue;
  readonly took: number | null;
  readonly isRunning: boolean;
  readonly origin: Origin | null;
};

/** The exchange as one line to take in at a glance: what was heard, done, set and said. */
export function timeline(events: readonly TraceEvent[], nameOf: NameOf): readonly Segment[] {
  const segments: Segment[] = [];
  const settled = new Map(events.flatMap((event) => (event.kind === 'effect.settled' ? [[event.effect, event]] : [])));
  for (const event of events) {
    const last = segments.at(-1);
    if (event.kind === 'attribute.set' && last?.hue === 'data') segments[segments.length - 1] = oneMoreSet(last, event);
    else if (event.kind === 'message.sent' && last?.hue === 'app')
      segments[segments.length - 1] = { ...last, covers: [...last.covers, event.seq] };
    else if (event.kind === 'intent.ranked' && last?.label === 'ranked') continue;
    else {
      const segment = segmentOf(event, settled, nameOf);
      if (segment !== null) segments.push(segment);
    }
  }
  return segments;
}

function segmentOf(
  event: TraceEvent,
  settled: ReadonlyMap<string, TraceEventOf<'effect.settled'>>,
  nameOf: NameOf,
): Segment | null {
  const moment = (label: string, hue: Hue): Segment => {
    const { seq } = event;
    return { seq, covers: [seq], label, kind: event.kind, hue, took: null, isRunning: false, origin: null };
  };
  switch (event.kind) {
    case 'session.opened':
      return moment('began', 'neutral');
    case 'session.expired':
      return moment('expired', 'problem');
    case 'utterance.received':
      return moment('received', 'user');
    case 'intent.ranked':
      return moment('ranked', 'neutral');
    case 'intent.matched':
      return moment(nameOf(event.ref ?? event.intentId), 'user');
    case 'match.missed':
      return moment('no match', 'problem');
    case 'effect.requested':
      return effectSegment(event, settled.get(event.effect));
    case 'action.skipped':
      return moment(`${event.name} skipped`, 'problem');
    case 'attribute.set':
      return moment(`set ${event.context}.${event.name}`, 'data');
    case 'intent.selected':
      return moment(nameOf(event.ref ?? event.intentId), 'app');
    case 'message.sent':
      return moment('said', 'app');
    case 'confirmation.asked':
      return moment(`${event.name}?`, 'app');
    case 'transition.taken':
      return moment(`→ ${nameOf(event.to.turn ?? event.to.scene ?? event.to.conversation ?? '')}`, 'neutral');
    case 'virtual.entered':
      return moment(`↻ ${event.intentId}`, 'neutral');
    case 'budget.reached':
      return moment('circle', 'problem');
    case 'engine.faulted':
      return moment('fault', 'problem');
    default:
      return null;
  }
}

function effectSegment(
  asked: TraceEventOf<'effect.requested'>,
  end: TraceEventOf<'effect.settled'> | undefined,
): Segment {
  const { seq, name } = asked;
  if (end === undefined)
    return { seq, covers: [seq], label: name, kind: asked.kind, hue: 'action', took: 0, isRunning: true, origin: null };
  // An action that only sets attributes is done in the moment it begins.
  const took = end.origin === 'default' || end.origin === 'refused' ? null : end.duration;
  return {
    seq: end.seq,
    covers: [seq, end.seq],
    kind: asked.kind,
    label: took === null ? name : `${name} ${duration(took)}`,
    hue: end.outcome === 'failed' ? 'problem' : 'action',
    took,
    isRunning: false,
    origin: took === null ? null : end.origin,
  };
}

/** The first name stays; the rest is counted. */
function oneMoreSet(last: Segment, event: TraceEventOf<'attribute.set'>): Segment {
  const covers = [...last.covers, event.seq];
  return { ...last, covers, label: `${last.label.replace(/ \+\d+$/, '')} +${covers.length - 1}` };
}
