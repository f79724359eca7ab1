import { expect, test } from 'vitest';
import { createTakeAlong } from '../../../../renderer/canvas/take-along.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { pictureOf } from './picture-of.ts';

const scenario = aScenario();
for (const name of ['a', 'b', 'c'])
  scenario.withConversation(name).withScene(`${name}-scene`).withTurn(`${name}-turn`).user(`${name}-user`, {});
const document = scenario.build();
const picture = pictureOf(document);
const dragged = (selection: readonly string[], pulled: readonly string[]) => ({
  document,
  picture,
  selection,
  pulled: new Set(pulled),
});

test('what is selected goes along with what is pulled, and what is in it goes with that', () => {
  const takeAlong = createTakeAlong();
  const { along, ids } = takeAlong(dragged(['a', 'b', 'b-turn', 'c-user', 'gone'], ['a']));
  expect(along).toEqual(['b', 'c-user']);
  expect([...ids]).toEqual(['a', 'b', 'c-user']);
});

test('what is pulled without being selected goes alone', () => {
  const takeAlong = createTakeAlong();
  expect(takeAlong(dragged(['b', 'c'], ['a'])).along).toEqual([]);
});

test('all of it goes as far as what is pulled', () => {
  const [start, held] = [picture.spots.get('b'), createTakeAlong()(dragged(['a', 'b'], ['a'])).heldAt({ x: 7, y: -3 })];
  expect(held.get('b')).toEqual({ x: (start?.x ?? 0) + 7, y: (start?.y ?? 0) - 3 });
});

test('the answer of a drag is worked out once', () => {
  const takeAlong = createTakeAlong();
  const asked = dragged(['a', 'b'], ['a']);
  expect(takeAlong(asked)).toBe(takeAlong(asked));
});
