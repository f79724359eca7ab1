import { expect, test } from 'vitest';
import { paletteReceiver, planPaletteDrop } from '../../../../../renderer/canvas/gestures/plan-palette-drop.ts';
import { holds } from '../../../../../renderer/canvas/layout/rect.ts';
import type { PaletteItem } from '../../../../../renderer/palette/palette-item.ts';
import type { Point } from '../../../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { after } from '../../../../builders/run-command.ts';
import { pictureOf, rectOf } from '../picture-of.ts';

const empty = aScenario().build();
const document = aScenario()
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where')
  .withScene('bare')
  .withConversation('blank')
  .build();
const picture = pictureOf(document);
const user: PaletteItem = { item: 'intent', speaker: 'USER' };
const app: PaletteItem = { item: 'intent', speaker: 'APP' };
const api: PaletteItem = { item: 'action', actionKind: 'api' };

const on = (id: string, x = 10, y = 10): Point => ({ x: rectOf(picture, id).x + x, y: rectOf(picture, id).y + y });
const dropped = (of: Document, item: PaletteItem, point: Point): Document =>
  after(of, planPaletteDrop(of, pictureOf(of).spots, item, point));

test('an intent on the empty canvas brings its frames and lands under the pointer', () => {
  for (const [item, id] of [
    [user, 'new-question'],
    [app, 'new-answer'],
  ] as const) {
    const point = { x: 400, y: 300 };
    const made = dropped(empty, item, point);
    expect([made.tables.conversations.size, made.tables.scenes.size, made.tables.turns.size]).toEqual([1, 1, 1]);
    expect(holds(rectOf(pictureOf(made), id), point)).toBe(true);
  }
});

test('an intent goes into the frame under the pointer, which makes what is missing', () => {
  expect(childIds(dropped(document, app, on('where')), 'ask')).toEqual(['where', 'new-answer']);
  expect(childIds(dropped(document, app, on('bare')), 'bare')).toHaveLength(1);
  expect(childIds(dropped(document, app, on('blank')), 'blank')).toHaveLength(1);
});

test('an action goes to the intent under the pointer, in a turn to the last one, else it stands alone', () => {
  const onIntent = dropped(document, api, on('where'));
  expect(onIntent.tables.intents.get('where')?.actions).toHaveLength(1);
  const inTurn = dropped(document, api, on('ask', 400, 60));
  expect(inTurn.tables.intents.get('where')?.actions).toHaveLength(1);
  const point = { x: -900, y: -900 };
  const alone = dropped(document, api, point);
  expect([...alone.tables.views.values()]).toMatchObject([{ kind: 'action' }]);
  expect(holds(rectOf(pictureOf(alone), 'new-action-view'), point)).toBe(true);
});

test('scenes and turns go into the frame under the pointer, or bring theirs along', () => {
  expect(childIds(dropped(document, { item: 'scene' }, on('where')), 'orders')).toHaveLength(3);
  expect(childIds(dropped(document, { item: 'turn' }, on('where')), 'find')).toHaveLength(2);
  expect(childIds(dropped(document, { item: 'turn' }, on('orders', 2, 30)), 'bare')).toHaveLength(1);
  expect(dropped(empty, { item: 'turn' }, { x: 0, y: 0 }).tables.conversations.size).toBe(1);
});

test('contexts and notes lie where they are dropped, whatever is under them', () => {
  const point = on('where');
  const context = dropped(document, { item: 'context', context: 'user' }, point);
  expect(holds(rectOf(pictureOf(context), 'user-view'), point)).toBe(true);
  const noted = dropped(document, { item: 'note' }, point);
  expect(holds(rectOf(pictureOf(noted), 'note'), point)).toBe(true);
  for (const item of [{ item: 'note' }, { item: 'context', context: 'user' }, { item: 'conversation' }] as const)
    expect(paletteReceiver(document, picture.spots, item, point)).toBeNull();
});
