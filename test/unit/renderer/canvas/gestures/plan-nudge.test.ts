import { expect, test } from 'vitest';
import { planNudge } from '../../../../../renderer/canvas/gestures/plan-nudge.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { pictureOf, spotIn } from '../picture-of.ts';

const document = aScenario()
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where')
  .withNote('n', 100, 100)
  .build();
const picture = pictureOf(document);

test('a key moves what is selected by one step, relative to its frame', () => {
  const { x, y } = spotIn(picture, 'where');
  expect(planNudge(picture.spots, ['where', 'note'], { x: 1, y: 0 })).toEqual({
    kind: 'canvas.place',
    places: [
      { id: 'where', x: x + 8, y },
      { id: 'note', x: 108, y: 100 },
    ],
  });
});

test('what moves along with its frame is not moved twice', () => {
  expect(planNudge(picture.spots, ['where', 'orders', 'find'], { x: 0, y: -1 })).toMatchObject({
    places: [{ id: 'orders', y: -8 }],
  });
});

test('nothing that is drawn, nothing to move', () => {
  expect(planNudge(picture.spots, ['gone'], { x: 0, y: 1 })).toBeNull();
});
