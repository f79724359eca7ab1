import { expect, test } from 'vitest';
import { appendCalls, noCalls } from '../../../../renderer/state/run-calls.ts';
import { called, createTraceMaker, heard, settled } from '../run/trace-event.ts';

test('a call is listed when it begins, and completed when it ends', () => {
  const make = createTraceMaker();
  const begun = appendCalls(noCalls, [make(heard('x')), make(called('e1'), { ref: 'use' }), make(called('e2', 'pay'))]);
  expect(begun.map(({ name, use, settled: end }) => [name, use, end])).toEqual([
    ['lookUp', 'use', null],
    ['pay', null, null],
  ]);
  const done = appendCalls(begun, [make(settled('e1'), { ref: 'use' })]);
  expect(done.map(({ key, seq, settled: end }) => [key, seq, end?.outcome])).toEqual([
    [2, 4, 'succeeded'],
    [3, 3, undefined],
  ]);
  expect(begun[0]?.settled).toBeNull();
});

test('an action that never ran is listed with its reason', () => {
  const make = createTraceMaker();
  const skipped = { kind: 'action.skipped', action: 'a', name: 'pay', failure: 'declined', detail: 'No.' } as const;
  expect(appendCalls(noCalls, [make(skipped, { ref: 'use' })])).toMatchObject([
    { name: 'pay', use: 'use', asked: null, settled: null, skipped: { detail: 'No.' } },
  ]);
});

test('an endless talk keeps the newest thousand', () => {
  const make = createTraceMaker();
  const many = Array.from({ length: 1500 }, (_, index) => make(called(`e${index}`)));
  const calls = appendCalls(noCalls, many);
  expect([calls.length, calls[0]?.key]).toEqual([1000, 501]);
});
