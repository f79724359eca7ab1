import { expect, test } from 'vitest';
import { lostCandidates } from '../../../../renderer/run/lost-candidates.ts';
import { createTraceMaker, matched, rejected } from './trace-event.ts';

test('who lost, the closest first, once each, without who won after all and without the ladder', () => {
  const make = createTraceMaker();
  const events = [
    make(rejected('far', 0.1), { ref: 'far' }),
    make(rejected('near', 0.4), { ref: 'near' }),
    make(rejected('later', 0.3), { ref: 'later' }),
    make(rejected('far', 0.1), { ref: 'far' }),
    make(rejected('intent.core.TurnNoMatch', null), { ref: 'lost' }),
    make(matched('later'), { ref: 'later' }),
  ];
  expect(lostCandidates(events)).toEqual([
    { ref: 'near', seq: 2 },
    { ref: 'far', seq: 1 },
  ]);
});

test('no more than people read', () => {
  const make = createTraceMaker();
  const many = Array.from({ length: 40 }, (_, index) => make(rejected(`i${index}`, index / 100), { ref: `i${index}` }));
  expect(lostCandidates(many).map(({ ref }) => ref)).toEqual(['i39', 'i38', 'i37', 'i36', 'i35', 'i34']);
});
