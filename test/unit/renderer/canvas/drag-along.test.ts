import { expect, test } from 'vitest';
import { createDragAlong } from '../../../../renderer/canvas/drag-along.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { pictureOf } from './picture-of.ts';

const scenario = aScenario();
for (const name of ['a', 'b', 'c'])
  scenario.withConversation(name).withScene(`${name}-scene`).withTurn(`${name}-turn`).user(`${name}-user`, {});
const { spots } = pictureOf(scenario.build());

test('what is selected goes along with what is pulled, and what is in it goes with that', () => {
  const along = createDragAlong();
  expect(along(['a', 'b', 'b-turn', 'c-user', 'gone'], spots, new Set(['a']))).toEqual(['b', 'c-user']);
});

test('what is pulled without being selected goes alone', () => {
  const along = createDragAlong();
  expect(along(['b', 'c'], spots, new Set(['a']))).toEqual([]);
});

test('the answer of a drag is worked out once', () => {
  const along = createDragAlong();
  const [selection, pulled] = [['a', 'b'], new Set(['a'])];
  expect(along(selection, spots, pulled)).toBe(along(selection, spots, pulled));
});
