import { expect, test } from 'vitest';
import { metrics } from '../../../../../renderer/canvas/layout/metrics.ts';
import { bottom, right, touches } from '../../../../../renderer/canvas/layout/rect.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { boxOf, pictureOf, rectOf, spotIn } from '../picture-of.ts';

const shop = () =>
  aScenario()
    .withApiAction('lookUp', { inputs: ['orderId'], outputs: { status: 'string' } })
    .withConversation('orders')
    .withScene('status')
    .withTurn('ask')
    .user('where', { samples: ['Where is my order?'], actions: ['lookUp'] })
    .app('tell', { text: 'It is on its way.' })
    .withTurn('again')
    .user('thanks', { samples: ['Thanks'] });

test('a turn reads as a script: USER on the left, its action beside it, APP on the right below', () => {
  const picture = pictureOf(shop().build());
  const [where, lookUp] = [rectOf(picture, 'where'), rectOf(picture, 'where-lookUp')];
  const [tell, ask] = [rectOf(picture, 'tell'), rectOf(picture, 'ask')];
  expect(where.x).toBe(ask.x + metrics.turn.padding);
  expect(lookUp).toMatchObject({ x: right(where) + metrics.wireGap, y: where.y });
  expect(tell.y).toBeGreaterThan(bottom(lookUp));
  expect(right(tell)).toBe(right(ask) - metrics.turn.padding);
});

test('the action of an APP intent stands on its inner side', () => {
  const document = shop()
    .withTurn('more')
    .user('ok')
    .app('done', { actions: ['lookUp'] })
    .build();
  const picture = pictureOf(document);
  expect(right(rectOf(picture, 'done-lookUp')) + metrics.wireGap).toBe(rectOf(picture, 'done').x);
});

test('frames hold what is in them, from the inside out, and siblings are stacked', () => {
  const picture = pictureOf(shop().build());
  for (const { id, parent, rect } of picture.spots.values()) {
    if (parent === null) continue;
    const frame = rectOf(picture, parent);
    expect([id, rect.x > frame.x, rect.y > frame.y, right(rect) < right(frame), bottom(rect) < bottom(frame)]).toEqual([
      id,
      true,
      true,
      true,
      true,
    ]);
  }
  expect(rectOf(picture, 'again').y).toBe(bottom(rectOf(picture, 'ask')) + metrics.scene.gap);
  expect(rectOf(picture, 'again').x).toBe(rectOf(picture, 'ask').x);
});

test('a conversation without actions is narrow, one with actions wide, and all its turns alike', () => {
  const picture = pictureOf(shop().withConversation('bye').withScene('end').withTurn('last').user('bye').build());
  expect(boxOf(picture, 'turn', 'last').width).toBe(metrics.turn.narrow);
  expect(boxOf(picture, 'turn', 'ask').width).toBe(metrics.turn.wide);
  expect(boxOf(picture, 'turn', 'again').width).toBe(metrics.turn.wide);
});

test('conversations stand in rows, with room for the contexts of those that use any', () => {
  const scenario = shop();
  for (const name of ['b', 'c', 'd', 'e']) scenario.withConversation(name);
  const picture = pictureOf(scenario.build());
  const beside = metrics.contextGap + metrics.context.width + metrics.columnGap;
  expect(rectOf(picture, 'orders')).toMatchObject({ x: 0, y: 0 });
  expect(rectOf(picture, 'b')).toMatchObject({ x: right(rectOf(picture, 'orders')) + beside, y: 0 });
  expect(rectOf(picture, 'c').x).toBe(right(rectOf(picture, 'b')) + metrics.columnGap);
  expect(rectOf(picture, 'e')).toMatchObject({ x: 0, y: bottom(rectOf(picture, 'orders')) + metrics.conversation.gap });
});

test('what was placed stays there, relative to its frame, and the frame grows around it', () => {
  const picture = pictureOf(shop().placed('tell', 700, 400).placed('orders', -300, 50).build());
  const [ask, tell] = [rectOf(picture, 'ask'), rectOf(picture, 'tell')];
  expect(rectOf(picture, 'orders')).toMatchObject({ x: -300, y: 50 });
  expect(tell).toMatchObject({ x: ask.x + 700, y: ask.y + 400 });
  expect(right(ask)).toBe(right(tell) + metrics.turn.padding);
  expect(bottom(ask)).toBe(bottom(tell) + metrics.turn.padding);
});

test('nothing placed hides something else, or leaves its frame to the left or above', () => {
  const picture = pictureOf(shop().placed('tell', 20, 40).placed('again', -90, -90).build());
  expect(touches(rectOf(picture, 'tell'), rectOf(picture, 'where'))).toBe(false);
  expect(touches(rectOf(picture, 'again'), rectOf(picture, 'ask'))).toBe(false);
  expect(spotIn(picture, 'again')).toMatchObject({ x: metrics.scene.padding });
});

test('an intent is as high as its text, its buttons and its attributes need', () => {
  const document = aScenario()
    .withConversation('a')
    .withScene('b')
    .withTurn('c')
    .user('short', { samples: ['Hi'] })
    .user('long', { samples: ['I would like to know where my order is, because it should have been here by now.'] })
    .user('asks', { samples: ['Hi'], expects: ['user.order_id', 'session.email'] })
    .app('offers', { messages: [{ text: 'Hi', buttons: [{ text: 'Yes' }] }] })
    .build();
  const height = (id: string): number => boxOf(pictureOf(document), 'intent', id).height;
  expect(height('long')).toBeGreaterThan(height('short'));
  expect(height('asks')).toBe(height('short') + metrics.intent.rowsGap + 2 * metrics.intent.row);
  expect(height('offers')).toBe(height('short') + metrics.intent.chips);
});

test('an action grows with its longer side, and an unknown one is drawn as missing', () => {
  const document = aScenario()
    .withApiAction('much', { inputs: ['a'], outputs: ['x', 'y', 'z'] })
    .withConversation('a')
    .withScene('b')
    .withTurn('c')
    .user('d', { actions: ['much', 'gone'] })
    .build();
  const picture = pictureOf(document);
  const { header, row, paddingY } = metrics.action;
  expect(boxOf(picture, 'action', 'd-much').height).toBe(header + 3 * row + paddingY);
  expect(boxOf(picture, 'action', 'd-gone')).toMatchObject({ action: null, height: header });
});
