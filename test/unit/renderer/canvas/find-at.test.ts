import { expect, test } from 'vitest';
import { findWireEnd, spotOfKindAt, spotsAt } from '../../../../renderer/canvas/find-at.ts';
import { contextRowTop } from '../../../../renderer/canvas/layout/measure-context.ts';
import { metrics } from '../../../../renderer/canvas/layout/metrics.ts';
import type { WireEnd } from '../../../../renderer/canvas/wires/wire-end.ts';
import type { Point } from '../../../../shared/commands/command.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { need } from '../../../builders/need.ts';
import { boxOf, pictureOf, rectOf } from './picture-of.ts';

const document = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] })
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { expects: ['user.order_id'], actions: [{ id: 'use', action: 'lookUp' }] })
  .withView('action', 'lookUp', 0, 2000)
  .withView('context', 'session', 400, 2000)
  .build();
const picture = pictureOf(document);
const { spots } = picture;
const inside = (id: string, x: number, y: number): Point => {
  const rect = rectOf(picture, id);
  return { x: rect.x + x, y: rect.y + y };
};
const endAt = (point: Point, accepts: (end: WireEnd) => boolean = () => true) => findWireEnd(spots, point, accepts);

test('what lies under a point is found from the nearest to the eye to the outermost frame', () => {
  expect(spotsAt(spots, inside('where', 20, 20)).map(({ id }) => id)).toEqual(['where', 'ask', 'find', 'orders']);
  expect(spotOfKindAt(spots, inside('where', 20, 20), 'scene')?.id).toBe('find');
  expect(spotsAt(spots, { x: -500, y: -500 })).toEqual([]);
});

test('a pin is meant when the pointer is within reach of it, inside its node or not', () => {
  const pin = need(boxOf(picture, 'action', 'use').outputs[0]).pin;
  const output = { kind: 'output', use: 'use', name: 'status' };
  expect(endAt(inside('use', pin.x + 8, pin.y))).toEqual(output);
  expect(endAt(inside('use', pin.x - 8, pin.y + 4))).toEqual(output);
  expect(endAt(inside('use', pin.x + 20, pin.y))).not.toEqual(output);
});

test('the row of a context stands for its attribute, the rest for a new one', () => {
  const row = contextRowTop(1) + metrics.context.row / 2;
  expect(endAt(inside('user@ask', 100, row))).toEqual({
    kind: 'slot',
    slot: { context: 'user', attribute: 'order_id' },
  });
  expect(endAt(inside('user@ask', 100, 10))).toEqual({ kind: 'context', context: 'user' });
  expect(endAt(inside('session-view', 100, 50))).toEqual({ kind: 'context', context: 'session' });
});

test('the row of an action stands for the pin that fits', () => {
  const row = metrics.action.header + metrics.action.row / 2;
  expect(endAt(inside('use', 60, row), (end) => end.kind === 'input')).toMatchObject({ kind: 'input' });
  expect(endAt(inside('use', 60, row), (end) => end.kind === 'output')).toMatchObject({ kind: 'output' });
  expect(endAt(inside('lookUp-view', 60, 20))).toEqual({ kind: 'action', action: 'lookUp' });
});

test('behind a node lies nothing a person could mean', () => {
  expect(endAt(inside('use', 60, 20), (end) => end.kind === 'level')).toBeNull();
});

test('a frame is meant by its title, or by its inside where nothing else is', () => {
  expect(endAt(inside('ask', 200, 10))).toEqual({ kind: 'level', id: 'ask', onTitle: true });
  expect(endAt(inside('orders', 4, 100))).toEqual({ kind: 'level', id: 'orders', onTitle: false });
  const outer = (end: WireEnd): boolean => end.kind === 'level' && end.id === 'find';
  expect(endAt(inside('ask', 200, 10), outer)).toMatchObject({ id: 'find' });
  expect(endAt({ x: -900, y: 0 })).toBeNull();
});

test('an intent stands for its rows, for itself, and for one attribute more', () => {
  const row = need(boxOf(picture, 'intent', 'where').rows[0]).pin;
  const only = (kind: WireEnd['kind']) => (end: WireEnd) => end.kind === kind;
  expect(endAt(inside('where', 60, row.y), only('expects'))).toMatchObject({ slot: { attribute: 'order_id' } });
  expect(endAt(inside('where', 60, 20), only('intent'))).toEqual({ kind: 'intent', intent: 'where' });
  expect(endAt(inside('where', 60, 20), only('expects'))).toMatchObject({ slot: null });
});
