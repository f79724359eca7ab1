import { expect, test } from 'vitest';
import { createGate } from '../../../../../electron/python/frame/gate.ts';

test('lets through what a run says', () => {
  const gate = createGate();
  expect(gate.lets({ kind: 'ready' })).toBe(true);
  expect(gate.lets({ kind: 'call', id: 1, operation: 'http.request', payload: 'x'.repeat(12 * 1024 * 1024) })).toBe(
    true,
  );
  expect(gate.lets(new Uint8Array(32 * 1024 * 1024))).toBe(true);
});

test('stops one that says small things without end', () => {
  const gate = createGate();
  const passed = Array.from({ length: 20_000 }, () => gate.lets({ kind: 'print', text: '' }));
  expect(passed.every(Boolean)).toBe(true);
  expect(gate.lets({ kind: 'print', text: '' })).toBe(false);
});

test.each([
  ['large things', { kind: 'print', text: 'x'.repeat(65 * 1024 * 1024) }],
  ['things inside things', { kind: 'print', text: { toString: 'x' } }],
  ['no object', 'print'],
  ['nothing', null],
])('stops one that says %s', (_what, message) => {
  expect(createGate().lets(message)).toBe(false);
});
