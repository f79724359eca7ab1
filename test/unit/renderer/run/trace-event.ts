import type { TraceDetail, TraceEnvelope, TraceEvent } from '../../../../shared/engine/trace-event.ts';

type Place = Partial<Pick<TraceEnvelope, 'exchange' | 'ref' | 'causedBy' | 'at'>>;

/** Makes the events of a session in order; `seq` counts by itself. */
export function createTraceMaker(): (detail: TraceDetail, place?: Place) => TraceEvent {
  let seq = 0;
  return (detail, { exchange = 1, ref = null, causedBy = null, at = 0 } = {}) => {
    seq += 1;
    return { v: 1, session: 'session', exchange, seq, at, causedBy, ref, ...detail };
  };
}

export const heard = (text: string): TraceDetail => ({ kind: 'utterance.received', utterance: { kind: 'text', text } });
export const searched = (...ids: string[]): TraceDetail => ({
  kind: 'scope.entered',
  scope: 'startingPath',
  speaker: 'USER',
  because: 'utterance',
  searched: ids,
});
export const rejected = (intentId: string, confidence: number | null = 0.1): TraceDetail => ({
  kind: 'candidate.rejected',
  intentId,
  reason: 'confidence',
  confidence,
  threshold: 0.5,
  lostTo: null,
});
export const matched = (intentId: string): TraceDetail => ({ kind: 'intent.matched', intentId, confidence: 0.9 });
export const setTo = (name: string, after: string | null, context = 'user'): TraceDetail => ({
  kind: 'attribute.set',
  context,
  name,
  before: null,
  after,
  origin: 'said',
  source: null,
});
export const sent = (text: string): TraceDetail => ({
  kind: 'message.sent',
  message: 'm',
  blocks: [{ kind: 'text', text }],
});
export const called = (effect: string, name = 'lookUp'): TraceDetail => ({
  kind: 'effect.requested',
  effect,
  action: name,
  name,
  arguments: { orderId: '7' },
});
export const settled = (
  effect: string,
  outcome: 'succeeded' | 'failed' = 'succeeded',
  name = 'lookUp',
): TraceDetail => ({
  kind: 'effect.settled',
  effect,
  action: name,
  name,
  outcome,
  origin: 'mocked',
  failure: outcome === 'failed' ? 'badStatus' : null,
  detail: outcome === 'failed' ? 'The service answered with status 500.' : '',
  outputs: { status: 'shipped' },
  status: outcome === 'failed' ? 500 : 200,
  duration: 84,
  attempts: 1,
  request: null,
  response: null,
});
export const ended = (matchedId: string | null, ...selected: string[]): TraceDetail => ({
  kind: 'exchange.ended',
  matched: matchedId,
  selected,
  position: { conversation: null, scene: null, turn: null, intent: null, midTurn: false },
});
