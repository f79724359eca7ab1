import { expect, test } from 'vitest';
import { addBubbles, bubbleLimit, bubbleOf, type Bubble } from '../../../../renderer/state/run-bubbles.ts';
import { createTraceMaker, ended, heard, sent } from '../run/trace-event.ts';

const quiet = { opening: false, answered: false };
const said = (seq: number): Bubble => ({ kind: 'said', exchange: 1, seq, text: `${seq}` });

test('bubbles stand in the order things happened, whatever order they arrive in', () => {
  const bubbles = [3, 1, 2].reduce<readonly Bubble[]>((all, seq) => addBubbles(all, [said(seq)]), []);
  expect(bubbles.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a long talk keeps the newest bubbles', () => {
  const many = Array.from({ length: bubbleLimit + 20 }, (_, index) => said(index + 1));
  const bubbles = addBubbles([], many);
  expect([bubbles.length, bubbles[0]?.seq]).toEqual([bubbleLimit, 21]);
});

test('an exchange without an answer says so; one with an answer, and the opening of the chat, do not', () => {
  const make = createTraceMaker();
  const end = make(ended(null));
  const note = { kind: 'noted', exchange: 1, seq: 1 };
  expect(bubbleOf(end, quiet)).toEqual({ ...note, note: 'missed' });
  expect(bubbleOf(end, { opening: false, answered: true })).toBeNull();
  expect(bubbleOf(end, { opening: true, answered: false })).toBeNull();
  expect(bubbleOf(make(ended('greet')), quiet)).toMatchObject({ note: 'silent' });
});

test('what was said, pressed, sent and opened', () => {
  const make = createTraceMaker();
  const of = (utterance: Extract<Parameters<typeof make>[0], { kind: 'utterance.received' }>['utterance']) =>
    bubbleOf(make({ kind: 'utterance.received', utterance }), quiet);
  expect(bubbleOf(make(heard('hello')), quiet)).toMatchObject({ kind: 'said', text: 'hello' });
  expect(of({ kind: 'callback', callback: 'yes', value: '', text: 'Yes please' })).toMatchObject({
    text: 'Yes please',
  });
  expect(of({ kind: 'callback', callback: 'yes', value: '', text: '' })).toMatchObject({ text: 'yes' });
  expect(of({ kind: 'opened' })).toMatchObject({ kind: 'noted', note: 'opened' });
  expect(of({ kind: 'restart' })).toMatchObject({ kind: 'noted', note: 'restarted' });
  expect(bubbleOf(make(sent('hi')), quiet)).toBeNull();
});
