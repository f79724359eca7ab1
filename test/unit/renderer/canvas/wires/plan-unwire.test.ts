import { expect, test } from 'vitest';
import { planUnwire } from '../../../../../renderer/canvas/wires/plan-unwire.ts';
import type { Unwire, Wire } from '../../../../../renderer/canvas/wires/wire.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { value } from '../../../../builders/conditions.ts';
import { after } from '../../../../builders/run-command.ts';
import { pictureOf } from '../picture-of.ts';

const document = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] })
  .withConversation('a')
  .withScene('b')
  .withTurn('c')
  .user('u', {
    expects: ['order_id', 'user.email'],
    sets: { 'session.asked': value(true), 'session.seen': value(true) },
    actions: [{ action: 'lookUp', inputs: { orderId: 'user.number' }, outputs: { status: 'session.status' } }],
    transition: 'c',
  })
  .build();

type Removable = Wire & { readonly unwire: Unwire };

const removable = (of = document): Removable[] =>
  pictureOf(of).wires.filter((wire): wire is Removable => wire.kind !== 'sequence' && wire.unwire !== null);

test('every wire that somebody drew can be taken away, and is then gone', () => {
  const wires = removable();
  expect(wires).toHaveLength(7);
  for (const wire of wires) {
    const without = after(document, ...planUnwire(document, wire.unwire));
    const left = removable(without).map(({ id }) => id);
    expect(left).toEqual(wires.map(({ id }) => id).filter((id) => id !== wire.id));
  }
});

test('a wire of an intent that is gone undoes nothing', () => {
  const gone = after(document, { kind: 'records.remove', ids: ['u'] });
  const ofIntent = removable().filter(({ unwire }) => unwire.kind === 'expects' || unwire.kind === 'sets');
  expect(ofIntent.map(({ unwire }) => planUnwire(gone, unwire))).toEqual([[], [], [], []]);
});
