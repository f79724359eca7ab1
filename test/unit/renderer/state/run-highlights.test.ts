import { expect, test } from 'vitest';
import { attributeLight, contextLight, createHighlights } from '../../../../renderer/state/run-highlights.ts';
import { called, createTraceMaker, heard, matched, rejected, searched, setTo, settled } from '../run/trace-event.ts';

const all = (lights: ReturnType<typeof createHighlights>, ids: readonly string[]): (string | undefined)[] =>
  ids.map((id) => lights.of(id)?.highlight);

test('an exchange lights its records up as it is played', () => {
  const lights = createHighlights();
  const make = createTraceMaker();
  lights.play([make(heard('x')), make(searched('scene', 'a', 'b'))]);
  expect(all(lights, ['scene', 'a', 'b', 'c'])).toEqual(['searched', 'searched', 'searched', undefined]);
  const rejection = make(rejected('b'), { ref: 'b' });
  lights.play([rejection, make(matched('a'), { ref: 'a' }), make(called('e1'), { ref: 'use' })]);
  expect(all(lights, ['scene', 'a', 'b', 'use'])).toEqual(['searched', 'matched', 'rejected', 'running']);
  expect(lights.of('b')?.event).toBe(rejection);
  lights.play([make(settled('e1', 'failed'), { ref: 'use' }), make(setTo('status', 'late'), { ref: 'use' })]);
  expect(all(lights, ['use', contextLight('user'), attributeLight('user', 'status')])).toEqual([
    'failed',
    'changed',
    'changed',
  ]);
});

test('a weaker light does not cover a stronger one', () => {
  const lights = createHighlights();
  const make = createTraceMaker();
  lights.play([make(matched('a'), { ref: 'a' }), make(searched('a')), make(rejected('a'), { ref: 'a' })]);
  expect(lights.of('a')?.highlight).toBe('matched');
});

test('whoever listens hears of changes to its own record, once a batch, and of no others', () => {
  const lights = createHighlights();
  const make = createTraceMaker();
  const heardOf: string[] = [];
  const ids = Array.from({ length: 1000 }, (_, index) => `node-${index}`);
  const stops = ids.map((id) => lights.on(id, () => void heardOf.push(id)));
  lights.play([make(searched('node-3', 'node-7')), make(matched('node-3'), { ref: 'node-3' })]);
  expect(heardOf.toSorted()).toEqual(['node-3', 'node-7']);
  heardOf.length = 0;
  // The next exchange puts the lights of this one out.
  lights.play([make(matched('node-9'), { ref: 'node-9', exchange: 2 })]);
  expect(heardOf.toSorted()).toEqual(['node-3', 'node-7', 'node-9']);
  expect(lights.of('node-3')).toBeNull();
  heardOf.length = 0;
  for (const stop of stops) stop();
  lights.play([make(matched('node-1'), { ref: 'node-1', exchange: 2 })]);
  expect(heardOf).toEqual([]);
});

test('looking at an earlier moment changes only what differs from it', () => {
  const lights = createHighlights();
  const make = createTraceMaker();
  const first = make(searched('a', 'b'));
  const second = make(matched('a'), { ref: 'a' });
  const third = make(called('e'), { ref: 'use' });
  lights.play([first, second, third]);
  const heardOf: string[] = [];
  for (const id of ['a', 'b', 'use']) lights.on(id, () => void heardOf.push(id));
  lights.show([first, second]);
  expect(heardOf).toEqual(['use']);
  expect(all(lights, ['a', 'b', 'use'])).toEqual(['matched', 'searched', undefined]);
  lights.show([first, second, third]);
  expect(heardOf).toEqual(['use', 'use']);
  lights.show([]);
  expect(all(lights, ['a', 'b', 'use'])).toEqual([undefined, undefined, undefined]);
});
