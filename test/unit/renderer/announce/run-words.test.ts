import { expect, test } from 'vitest';
import { runWords } from '../../../../renderer/announce/run-words.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';

const event = (fields: object): TraceEvent =>
  ({ seq: 1, at: 0, exchange: 1, session: 's', ref: null, ...fields }) as TraceEvent;
const events = [
  event({ kind: 'utterance.received', utterance: { kind: 'text', text: 'hello' } }),
  event({ kind: 'intent.ranked', ranking: [] }),
  event({ kind: 'intent.matched', ref: 'greet', intentId: 'greet', confidence: 0.9 }),
  event({ kind: 'attribute.set', context: 'user', name: 'name', after: 'Ada', origin: 'said' }),
  event({ kind: 'engine.faulted', sentence: 'It broke.' }),
];
const said = (chatIsHeard: boolean) => runWords(events, events, (id) => id, chatIsHeard);

test('what decided the answer is told, not every step; a fault at once', () => {
  expect(said(false)).toEqual([
    { text: 'Heard “hello”', urgent: false },
    { text: 'Matched “greet” (90 %)', urgent: false },
    { text: 'Stopped by a fault: It broke.', urgent: true },
  ]);
});

test('what the chat reads out by itself is not told again', () => {
  expect(said(true).map(({ text }) => text)).not.toContain('Heard “hello”');
});
