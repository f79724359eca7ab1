import { expect, test } from 'vitest';
import { timeline } from '../../../../renderer/run/timeline.ts';
import { called, createTraceMaker, ended, heard, matched, searched, sent, setTo, settled } from './trace-event.ts';

const nameOf = (id: string): string => id;

test('an exchange in one line: heard, done, set, said', () => {
  const make = createTraceMaker();
  const events = [
    make(heard('where is it')),
    make(searched('a')),
    make({ kind: 'intent.ranked', interpreter: '', text: 'where is it', ranking: [] }),
    make(matched('where'), { ref: 'where' }),
    make(called('e')),
    make(settled('e')),
    make(setTo('status', 'sent')),
    make(setTo('action_success', 'yes')),
    make({ kind: 'intent.selected', intentId: 'tell' }, { ref: 'tell' }),
    make(sent('It is sent.')),
    make(ended('where', 'tell')),
  ];
  const segments = timeline(events, nameOf);
  expect(segments.map(({ label, hue, took, origin }) => [label, hue, took, origin])).toEqual([
    ['received', 'user', null, null],
    ['ranked', 'neutral', null, null],
    ['where', 'user', null, null],
    ['lookUp 84 ms', 'action', 84, 'mocked'],
    ['set user.status +1', 'data', null, null],
    ['tell', 'app', null, null],
  ]);
  expect(segments.flatMap(({ covers }) => covers)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('an action under way runs; one that failed and one that did not run look like trouble', () => {
  const make = createTraceMaker();
  const events = [
    make(called('e1')),
    make(settled('e1', 'failed')),
    make({ kind: 'action.skipped', action: 'p', name: 'pay', failure: 'declined', detail: '' }),
    make(called('e2', 'slow')),
  ];
  expect(timeline(events, nameOf).map(({ label, hue, isRunning }) => [label, hue, isRunning])).toEqual([
    ['lookUp 84 ms', 'problem', false],
    ['pay skipped', 'problem', false],
    ['slow', 'action', true],
  ]);
});
