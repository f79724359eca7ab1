/** The floor: the ring talk as a programmer would write it once and for all, with a trace record for every decision. */
export function handWrittenChain(turns: number): (exchanges: number) => void {
  const samples = Array.from({ length: turns }, (_, index) => [
    ['go', 'on'],
    ['go', 'on', 'to', String(index + 1)],
  ]);
  const attributes: Record<string, unknown> = { step: 0 };
  let turn = 0;
  let seq = 0;
  let last = '';
  return (exchanges) => {
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      const trace: object[] = [];
      const emit = (kind: string, more: object): void => {
        seq += 1;
        trace.push({ v: 1, session: 'floor', exchange, seq, at: exchange * 1000, causedBy: seq - 1, kind, ...more });
      };
      const words = 'Go on'.toLowerCase().split(' ');
      emit('utterance.received', { text: 'Go on' });
      emit('scope.entered', { searched: [turn] });
      const sample = (samples[turn] ?? []).find((candidate) => candidate.join(' ') === words.join(' '));
      emit('intent.ranked', { ranking: [{ intentId: 'next', confidence: sample === undefined ? 0 : 1 }] });
      emit('candidate.considered', { ref: turn });
      emit('condition.evaluated', { left: attributes['step'], outcome: attributes['step'] !== undefined });
      emit('intent.matched', { ref: turn });
      emit('scope.entered', { searched: [turn] });
      emit('intent.selected', { ref: turn });
      emit('attribute.set', { name: 'step', before: attributes['step'], after: turn });
      attributes['step'] = turn;
      last = `This is step ${String(attributes['step'])}.`;
      emit('message.sent', { text: last });
      turn = (turn + 1) % turns;
      emit('transition.taken', { to: turn });
      emit('exchange.ended', { position: { turn } });
      if (trace.length === 0 || last === '') throw new Error('the floor must do the same visible work');
    }
  };
}
