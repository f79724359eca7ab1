import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSame } from '../../../../shared/base/keep-same.ts';

test('what says the same all through is the object that was there', () => {
  const last = { name: 'ask', samples: ['where', 'when'], at: { x: 1 } };
  expect(keepSame(last, structuredClone(last))).toBe(last);
});

test('a change takes the way to it along, and leaves the rest', () => {
  const last = { name: 'ask', samples: ['where'], blocks: [{ text: 'a' }, { text: 'b' }] };
  const next = keepSame(last, { name: 'asked', samples: ['where'], blocks: [{ text: 'a' }, { text: 'c' }] });
  expect(next).toEqual({ name: 'asked', samples: ['where'], blocks: [{ text: 'a' }, { text: 'c' }] });
  expect(next.samples).toBe(last.samples);
  expect(next.blocks).not.toBe(last.blocks);
  expect(next.blocks[0]).toBe(last.blocks[0]);
});

test('keys in another order, one more or one less item, and other kinds of value are changes', () => {
  const last = { a: { x: 1, y: 2 }, b: [1, 2], c: [], d: null };
  const next = { a: { y: 2, x: 1 }, b: [1], c: {}, d: 0 };
  expect(JSON.stringify(keepSame<unknown>(last, next))).toBe(JSON.stringify(next));
  expect(keepSame<unknown>(null, next)).toBe(next);
});

test('it is written as what was given, whatever was there', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (last, next) => {
      expect(JSON.stringify(keepSame(last, next))).toBe(JSON.stringify(next));
      expect(keepSame(next, structuredClone(next))).toBe(next);
    }),
  );
});
