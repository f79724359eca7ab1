import { ringTable } from './ring-table.ts';
import type { RingTalk } from './ring-talk.ts';

/**
 * The limit: the ring talk as a programmer would write it once and for all, a table and one function. It gives the reply
 * and the trace of the engine, to the byte, makes its events in the same way, and does nothing else: it decides nothing,
 * remembers no lines, keeps no state to save or go back to, and is of use for this talk alone.
 */
export function handWrittenChain(turns: number): RingTalk {
  const table = ringTable(turns);
  const attributes: { step: number | null } = { step: 0 };
  // Opening the talk was told in two events.
  let [exchange, seq, at, turn] = [0, 2, 0, 0];
  const event = (ref: string | null, causedBy: number | null): object => {
    seq += 1;
    return { v: 1, session: 'bench', exchange, seq, at, causedBy, ref };
  };
  return (text) => {
    const row = table[turn];
    const because = row?.samples.get(text.toLowerCase());
    if (row === undefined || because === undefined) throw new Error('the ring is only told to go on');
    const { user, app, message, heardIn, answeredIn, here, next } = row;
    const trace: object[] = [];
    const emit = (made: object): number => {
      trace.push(made);
      return seq;
    };
    exchange += 1;
    at += 1000;
    const root = emit({ ...event(null, null), kind: 'utterance.received', utterance: { kind: 'text', text } });
    const entered = emit({
      ...event(null, root),
      kind: 'scope.entered',
      scope: 'inTurn',
      speaker: 'USER',
      because: 'utterance',
      searched: heardIn,
    });
    const ranking = [{ intentId: 'next', confidence: 1, attributes: {}, because }];
    const ranked = emit({ ...event(null, entered), kind: 'intent.ranked', interpreter: 'embedded', text, ranking });
    const considered = emit({
      ...event(user, ranked),
      kind: 'candidate.considered',
      intentId: 'next',
      speaker: 'USER',
      confidence: 1,
      threshold: 0.5,
    });
    const left = attributes.step;
    emit({
      ...event(user, considered),
      kind: 'condition.evaluated',
      path: '0',
      operation: 'is_set',
      left,
      leftText: 'user.step',
      right: null,
      rightText: '',
      outcome: left !== null,
    });
    const matched = emit({ ...event(user, considered), kind: 'intent.matched', intentId: 'next', confidence: 1 });
    const replying = emit({
      ...event(null, matched),
      kind: 'scope.entered',
      scope: 'midTurn',
      speaker: 'APP',
      because: 'reply',
      searched: answeredIn,
    });
    const unheard = { intentId: app, speaker: 'APP', confidence: null, threshold: null };
    const chosen = emit({ ...event(app, replying), kind: 'candidate.considered', ...unheard });
    const selected = emit({ ...event(app, chosen), kind: 'intent.selected', intentId: app });
    attributes.step = turn;
    emit({
      ...event(app, selected),
      kind: 'attribute.set',
      context: 'user',
      name: 'step',
      before: left,
      after: turn,
      origin: 'default',
      source: app,
    });
    const blocks = [{ kind: 'text', text: `This is step ${attributes.step}.` }];
    const sent = emit({ ...event(app, selected), kind: 'message.sent', message, blocks });
    emit({ ...event(app, selected), kind: 'transition.taken', from: here, to: next });
    emit({ ...event(null, root), kind: 'exchange.ended', matched: user, selected: [app], position: next });
    turn = (turn + 1) % turns;
    return {
      outputs: [{ kind: 'message', role: 'message', exchange, seq: sent, intent: app, message, blocks }],
      trace,
    };
  };
}
