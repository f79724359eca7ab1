import { expect, test } from 'vitest';
import { exchangeSummary } from '../../../../renderer/run/exchange-summary.ts';
import type { TraceDetail } from '../../../../shared/engine/trace-event.ts';
import { called, createTraceMaker, ended, heard, matched, settled } from './trace-event.ts';

const nameOf = (id: string): string => id.toUpperCase();
const summary = (...details: TraceDetail[]) => {
  const make = createTraceMaker();
  return exchangeSummary(
    details.map((detail) => make(detail)),
    nameOf,
  );
};

test.each([
  ['answered', [heard('hi'), matched('greet'), ended('greet', 'hello')], ['hi', 'HELLO', 'ok', 0]],
  ['with an action', [heard('hi'), called('e'), settled('e'), ended('a', 'b', 'c')], ['hi', 'B, C', 'ok', 84]],
  [
    'with a failed action',
    [heard('hi'), called('e'), settled('e', 'failed'), ended('a', 'b')],
    ['hi', 'lookUp failed', 'failed', 84],
  ],
  ['not understood', [heard('xyz'), ended(null)], ['xyz', 'no match', 'missed', 0]],
  ['taken over', [heard('xyz'), matched('intent.core.NoMatch'), ended('lost', 'sorry')], ['xyz', 'SORRY', 'missed', 0]],
  ['without a reply', [heard('hi'), matched('a'), ended('a')], ['hi', 'no reply', 'missed', 0]],
  ['under way', [heard('hi'), called('e')], ['hi', 'under way', 'running', 0]],
  [
    'waiting',
    [heard('hi'), called('e'), { kind: 'run.paused', why: 'effects' }],
    ['hi', 'waiting for an action', 'running', 0],
  ],
  ['the start', [{ kind: 'session.opened', user: 'u', seed: 1, program: 'p' }], ['Talk began', '', 'ok', 0]],
] as const)('an exchange %s', (_, details, expected) => {
  const { said, result, tone, duration } = summary(...details);
  expect([said, result, tone, duration]).toEqual(expected);
});
