import { isKind, type NameOf } from '../../shared/explain/exchange-events.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { spokenText } from '../state/run-bubbles.ts';

export type ExchangeSummary = {
  readonly said: string;
  /** What came of it, in a word or two. */
  readonly result: string;
  readonly tone: 'ok' | 'missed' | 'failed' | 'running';
  /** Milliseconds its actions took. */
  readonly duration: number;
};

/** An exchange in one line: what was said, and how it went. */
export function exchangeSummary(events: readonly TraceEvent[], nameOf: NameOf): ExchangeSummary {
  const settled = events.filter(isKind('effect.settled'));
  const duration = settled.reduce((sum, event) => sum + event.duration, 0);
  const said = saidWords(events);
  const ended = events.findLast(isKind('exchange.ended'));
  const fault = events.find(({ kind }) => kind === 'engine.faulted' || kind === 'budget.reached');
  if (fault !== undefined)
    return { said, result: fault.kind === 'budget.reached' ? 'went in a circle' : 'fault', tone: 'failed', duration };
  if (ended === undefined) {
    const isStart = events[0]?.kind === 'session.opened';
    return { said, result: isStart ? '' : underWayWords(events), tone: isStart ? 'ok' : 'running', duration };
  }
  const result = ended.selected.map(nameOf).join(', ');
  const failed = settled.find(({ outcome }) => outcome === 'failed') ?? events.find(isKind('action.skipped'));
  if (failed !== undefined) return { said, result: `${failed.name} failed`, tone: 'failed', duration };
  const opened = events.find(isKind('utterance.received'))?.utterance.kind === 'opened';
  if (ended.matched === null && ended.selected.length === 0)
    return { said, result: opened ? 'nothing to say yet' : 'no match', tone: opened ? 'ok' : 'missed', duration };
  const isLost = events.some((event) => event.kind === 'intent.matched' && /nomatch$/i.test(event.intentId));
  return {
    said,
    result: result === '' ? 'no reply' : result,
    tone: isLost || result === '' ? 'missed' : 'ok',
    duration,
  };
}

function underWayWords(events: readonly TraceEvent[]): string {
  const last = events.at(-1);
  if (last?.kind !== 'run.paused') return 'under way';
  return last.why === 'confirmation' ? 'waiting for yes or no' : 'waiting for an action';
}

function saidWords(events: readonly TraceEvent[]): string {
  const utterance = events.find(isKind('utterance.received'))?.utterance;
  if (utterance === undefined) return 'Talk began';
  switch (utterance.kind) {
    case 'opened':
      return 'Chat opened';
    case 'restart':
      return 'Start over';
    case 'endChat':
      return 'End the chat';
    default:
      return spokenText(utterance);
  }
}
