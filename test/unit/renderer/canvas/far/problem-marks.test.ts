import { expect, test } from 'vitest';
import { problemMarks } from '../../../../../renderer/canvas/far/problem-marks.ts';
import { carriedIn } from '../../../../../renderer/canvas/far/carried.ts';
import { problemsByNode } from '../../../../../renderer/canvas/use-canvas-problems.ts';
import { checkScenario } from '../../../../../shared/problems/check-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { pictureOf } from '../picture-of.ts';

const document = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'] })
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { samples: ['where'], actions: [{ id: 'where-look-up', action: 'lookUp' }] })
  .app('tell', { text: 'It is {user.never_set} and {user.neither}.' })
  .withTurn('empty')
  .withConversation('fine')
  .withNote('here', 0, -300)
  .build();

test('what is painted tells as many problems as the nodes it stands for, and frames those of all that is in them', () => {
  const problems = checkScenario(document);
  const { spots } = pictureOf(document);
  const { own, within } = problemMarks(problemsByNode(document, problems), spots);
  expect(own.get('tell')?.count).toBe(problems.filter(({ ref }) => document.homes.get(ref)?.record === 'tell').length);
  expect(own.get('tell')?.count).toBeGreaterThan(0);
  const inOrders = [...own].filter(([id]) => id !== 'fine' && spots.has(id) && !id.startsWith('note'));
  expect(within.get('orders')?.count).toBe(inOrders.reduce((sum, [, { count }]) => sum + count, 0));
  expect(within.get('ask')?.count ?? 0).toBeLessThanOrEqual(within.get('find')?.count ?? 0);
  expect(problemMarks(new Map(), spots).own.size).toBe(0);
});

test('whoever carries a frame carries all that is in it, with the wires at it', () => {
  const picture = pictureOf(document);
  const { ids, wires } = carriedIn(picture, 'find', 'frame');
  expect([...ids]).toEqual(['find', 'ask', 'where', 'where-look-up', 'tell', 'empty']);
  expect(wires.every(({ from, to }) => ids.has(from.node) || ids.has(to.node))).toBe(true);
  expect(wires.length).toBeGreaterThan(0);
  expect(carriedIn(picture, '', 'frame').ids.size).toBe(0);
});
