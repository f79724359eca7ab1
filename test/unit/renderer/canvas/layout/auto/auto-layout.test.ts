import { expect, test } from 'vitest';
import { bottom, right, touches, type Rect } from '../../../../../../renderer/canvas/layout/rect.ts';
import { printScenario } from '../../../../../../shared/persistence/print-scenario.ts';
import type { Document } from '../../../../../../shared/model/document.ts';
import { aScenario } from '../../../../../builders/a-scenario.ts';
import { pictureOf, rectOf, spotIn } from '../../picture-of.ts';
import { after, planAll, planOne } from './lay-out.ts';

/** A question with two answers that come together again, and a way back to the beginning. */
const orders = () =>
  aScenario('Shop')
    .withConversation('Orders', { id: 'orders' })
    .withScene('Status', { id: 'status' })
    .withTurn('Ask', { id: 'ask' })
    .user('where', { transition: 'which' })
    .user('cancel', { transition: 'sure' })
    .withTurn('Which', { id: 'which' })
    .user('number', { transition: 'more' })
    .withTurn('Sure', { id: 'sure' })
    .user('yes', { transition: 'more' })
    .withTurn('More', { id: 'more' })
    .app('anything', { transition: 'ask' })
    .withScene('Paying', { id: 'paying' })
    .withTurn('Pay', { id: 'pay' })
    .user('card')
    .withTurn('Paid', { id: 'paid' })
    .app('thanks');

const two = () =>
  orders().withConversation('Bye', { id: 'bye' }).withScene('End').withTurn('Last', { id: 'last' }).user('bye');

const framesOf = (document: Document): readonly Rect[] =>
  [...pictureOf(document).spots.values()].flatMap(({ box, rect }) => (box.kind === 'turn' ? [rect] : []));

test('what leads somewhere stands to the left of it, what is led to from one place one below the other', () => {
  const document = orders().build();
  const picture = pictureOf(after(document, planOne(document, 'orders')));
  const [ask, which, sure, more] = ['ask', 'which', 'sure', 'more'].map((id) => rectOf(picture, id)) as [
    Rect,
    Rect,
    Rect,
    Rect,
  ];
  expect(which.x).toBeGreaterThan(right(ask));
  expect(sure.x).toBe(which.x);
  expect(touches(which, sure)).toBe(false);
  // The way back to the beginning is no reason to stand in front of it.
  expect(more.x).toBeGreaterThan(right(sure));
});

test('turns that lead nowhere read down, and are left to the canvas', () => {
  const document = orders().placed('pay', 700, 300).placed('card', 60, 200).build();
  const laid = after(document, planOne(document, 'paying'));
  expect(laid.tables.placements.has('pay') || laid.tables.placements.has('card')).toBe(false);
  const [pay, paid] = [spotIn(pictureOf(laid), 'pay'), spotIn(pictureOf(laid), 'paid')];
  expect(pay.x).toBe(paid.x);
  expect(paid.y).toBeGreaterThan(pay.y);
});

test('laying out one scene moves nothing that was put somewhere in another', () => {
  const document = two().placed('pay', 700, 300).placed('bye', 4000, 50).build();
  const laid = after(document, planOne(document, 'status'));
  expect(laid.tables.placements.get('pay')).toEqual(document.tables.placements.get('pay'));
  expect(laid.tables.placements.has('paid') || laid.tables.placements.has('status')).toBe(false);
  expect(rectOf(pictureOf(laid), 'last')).toEqual(rectOf(pictureOf(document), 'last'));
  expect(laid.tables.placements.has('which')).toBe(true);
});

test('nothing covers anything, equal scenarios are laid out alike, and a second time changes nothing', () => {
  const document = two().build();
  const laid = after(document, planAll(document));
  const frames = framesOf(laid);
  expect(frames.length).toBe(7);
  for (const [index, one] of frames.entries())
    expect(frames.slice(index + 1).filter((other) => touches(one, other))).toEqual([]);
  expect(printScenario(after(two().build(), planAll(two().build())))).toBe(printScenario(laid));
  expect(planAll(laid)).toBeNull();
});

test('notes and views keep to the side of the conversation they stood at', () => {
  const before = pictureOf(two().build());
  const conversation = rectOf(before, 'orders');
  const [x, y] = [conversation.x - 220, bottom(conversation) + 30];
  const document = two().withNote('see here', x, y).build();
  const laid = pictureOf(after(document, planAll(document)));
  const [note, now] = [[...laid.spots.values()].find(({ box }) => box.kind === 'note'), rectOf(laid, 'orders')];
  expect(note?.rect).toMatchObject({ x: now.x - 220, y: bottom(now) + 30 });
  expect(touches(note?.rect ?? now, rectOf(laid, 'bye'))).toBe(false);
});

test('an area stays around the conversations that were in it', () => {
  const bye = rectOf(pictureOf(two().build()), 'bye');
  const document = two().build();
  const area = {
    id: 'zone',
    form: 'area',
    text: 'Later',
    x: bye.x - 40,
    y: bye.y - 80,
    width: bye.width + 80,
    height: bye.height + 120,
  };
  const added = after(document, { kind: 'records.put', label: '', puts: [{ table: 'notes', record: area as never }] });
  const laid = pictureOf(after(added, planAll(added)));
  const [zone, now] = [rectOf(laid, 'zone'), rectOf(laid, 'bye')];
  expect([now.x - zone.x, now.y - zone.y, right(zone) - right(now)]).toEqual([40, 80, 40]);
  expect(touches(zone, rectOf(laid, 'orders'))).toBe(false);
});
