import { expect, test } from 'vitest';
import { planWire } from '../../../../../renderer/canvas/wires/plan-wire.ts';
import type { WireEnd } from '../../../../../renderer/canvas/wires/wire-end.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';

const document = aScenario()
  .withAttribute('value')
  .withContext('shop', { lifetime: 'constant' })
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['orderStatus'] })
  .withApiAction('refund', { inputs: ['status'], outputs: ['amount'] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', {
    expects: ['user.order_id'],
    actions: [
      { id: 'first', action: 'lookUp', outputs: { orderStatus: 'session.state' } },
      { id: 'second', action: 'refund' },
    ],
  })
  .app('tell')
  .withTurn('later')
  .user('thanks')
  .build();

const ends = {
  result: { kind: 'output', use: asId('first'), name: 'orderStatus' },
  unsent: { kind: 'output', use: asId('second'), name: 'amount' },
  argument: { kind: 'input', use: asId('second'), name: 'status' },
  ownArgument: { kind: 'input', use: asId('first'), name: 'orderId' },
  slot: { kind: 'slot', slot: { context: 'session', attribute: 'kept' } },
  session: { kind: 'context', context: 'session' },
  readOnly: { kind: 'context', context: 'conversation' },
  constant: { kind: 'slot', slot: { context: 'shop', attribute: 'city' } },
  expected: { kind: 'expects', intent: asId('where'), slot: { context: 'user', attribute: 'order_id' } },
  oneMore: { kind: 'expects', intent: asId('where'), slot: null },
  next: { kind: 'next', intent: asId('tell') },
  scene: { kind: 'level', id: 'status', onTitle: true },
  intent: { kind: 'intent', intent: asId('thanks') },
  action: { kind: 'action', action: asId('lookUp') },
} as const satisfies Record<string, WireEnd>;
type Name = keyof typeof ends;

const joined = (one: Name, other: Name): Document => after(document, need(planWire(document, ends[one], ends[other])));
const uses = (of: Document) => of.tables.intents.get('where')?.actions ?? [];
const expected = (of: Document) => of.tables.intents.get('where')?.expectedAttributes;

test('a result goes where its wire is dropped: on a row, or as a new attribute', () => {
  expect(uses(joined('result', 'slot'))[0]?.outputs).toEqual({ orderStatus: 'session.kept' });
  expect(uses(joined('result', 'session'))[0]?.outputs).toEqual({ orderStatus: 'session.order_status' });
});

test('an argument is read from where its wire is dropped', () => {
  const reference = (text: string) => ({ kind: 'reference', reference: text });
  expect(uses(joined('argument', 'slot'))[1]?.inputs).toEqual({ status: reference('session.kept') });
  expect(uses(joined('argument', 'session'))[1]?.inputs).toEqual({ status: reference('session.status') });
  expect(uses(joined('argument', 'constant'))[1]?.inputs).toEqual({ status: reference('shop.city') });
});

test('a result wired to the argument of another action is read from where it is kept', () => {
  expect(uses(joined('result', 'argument'))[1]?.inputs).toEqual({
    status: { kind: 'reference', reference: 'session.state' },
  });
  expect(uses(joined('unsent', 'ownArgument'))[0]?.inputs).toEqual({
    orderId: { kind: 'reference', reference: 'user.amount' },
  });
});

test('what is said is kept elsewhere, used by an action, or one thing more', () => {
  expect(expected(joined('expected', 'slot'))).toEqual(['session.kept']);
  expect(expected(joined('oneMore', 'slot'))).toEqual(['user.order_id', 'session.kept']);
  expect(expected(joined('oneMore', 'session'))).toEqual(['user.order_id', 'session.value_2']);
  expect(uses(joined('expected', 'ownArgument'))[0]?.inputs).toEqual({
    orderId: { kind: 'reference', reference: 'user.order_id' },
  });
  const asked = joined('oneMore', 'argument');
  expect(expected(asked)).toEqual(['user.order_id', 'user.status']);
  expect(uses(asked)[1]?.inputs).toEqual({ status: { kind: 'reference', reference: 'user.status' } });
});

test('an intent leads to a frame, to the turn of another intent, or takes an action', () => {
  expect(joined('next', 'scene').tables.intents.get('tell')?.transition).toMatchObject({ scene: 'status' });
  expect(joined('next', 'intent').tables.intents.get('tell')?.transition).toMatchObject({ turn: 'later' });
  expect(joined('next', 'action').tables.intents.get('tell')?.actions).toMatchObject([{ action: 'lookUp' }]);
});

test('it does not matter which end was grabbed', () => {
  const names = Object.keys(ends) as Name[];
  for (const one of names)
    for (const other of names)
      expect([one, other, planWire(document, ends[one], ends[other])]).toEqual([
        one,
        other,
        planWire(document, ends[other], ends[one]),
      ]);
});

test.each<[Name, Name]>([
  ['result', 'result'],
  ['result', 'unsent'],
  ['result', 'ownArgument'],
  ['result', 'readOnly'],
  ['result', 'constant'],
  ['expected', 'readOnly'],
  ['argument', 'ownArgument'],
  ['slot', 'session'],
  ['slot', 'scene'],
  ['next', 'slot'],
  ['next', 'argument'],
  ['scene', 'action'],
])('%s and %s have nothing to say to each other', (one, other) => {
  expect(planWire(document, ends[one], ends[other])).toBeNull();
});

test('an intent does not lead to its own turn by being dropped on itself', () => {
  const self: WireEnd = { kind: 'intent', intent: asId('tell') };
  expect(planWire(document, ends.next, self)).toBeNull();
});
