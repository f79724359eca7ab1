import { expect, test } from 'vitest';
import { lightNote, type Light } from '../../../../renderer/canvas/use-light.ts';
import type { TraceDetail } from '../../../../shared/engine/trace-event.ts';

const envelope = { v: 1, session: 's', exchange: 1, seq: 1, at: 0, causedBy: null, ref: 'x' } as const;
const note = (highlight: Light['highlight'], detail: TraceDetail): string | null =>
  lightNote({ highlight, event: { ...envelope, ...detail } });

const rejected = (
  reason: 'confidence' | 'condition' | 'scope' | 'rank',
  lostTo: string | null = null,
): TraceDetail => ({
  kind: 'candidate.rejected',
  intentId: 'x',
  reason,
  confidence: 0.414,
  threshold: 0.5,
  lostTo,
});

test('a candidate that lost says why', () => {
  expect(note('rejected', rejected('confidence'))).toBe('41 %, needs 50 %');
  expect(note('rejected', rejected('condition'))).toBe('a condition did not hold');
  expect(note('rejected', rejected('scope'))).toBe('not looked at from here');
  expect(note('rejected', rejected('rank', 'hello'))).toBe('hello fitted better');
  expect(note('rejected', rejected('rank'))).toBe('another fitted better');
});

const settled = (outcome: 'succeeded' | 'failed', failure: 'timeout' | null): TraceDetail => ({
  kind: 'effect.settled',
  effect: 'e',
  action: 'a',
  name: 'lookUp',
  outcome,
  origin: 'mocked',
  failure: failure as never,
  detail: '',
  outputs: {},
  status: null,
  duration: 84.4,
  attempts: 1,
  request: null,
  response: null,
});

test('an action says how long it took and where the answer came from', () => {
  expect(note('succeeded', settled('succeeded', null))).toBe('84 ms · mocked');
  expect(note('failed', settled('failed', 'timeout'))).toBe('timeout · 84 ms · mocked');
});

test('a match says how sure it is, unless nothing was interpreted', () => {
  expect(note('matched', { kind: 'intent.matched', intentId: 'x', confidence: 0.93 })).toBe('93 %');
  expect(note('matched', { kind: 'intent.matched', intentId: 'x', confidence: null })).toBeNull();
});

test('an action that waits for a yes, or was not run, says that', () => {
  expect(note('running', { kind: 'confirmation.asked', action: 'a', name: 'n', question: '?' })).toBe(
    'waiting for a yes',
  );
  const skipped = { kind: 'action.skipped', action: 'a', name: 'n', failure: 'switchedOff' } as const;
  expect(note('failed', { ...skipped, detail: '' })).toBe('not run: switched off');
  expect(note('failed', { ...skipped, detail: 'It is switched off.' })).toBe('It is switched off.');
});

test('no light, no note', () => {
  expect(lightNote(null)).toBeNull();
  expect(lightNote({ highlight: 'searched', event: null })).toBeNull();
});
