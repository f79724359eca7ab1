import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal, type PlainCommand } from '../../../builders/run-command.ts';

const order = (): Document =>
  aScenario('Order')
    .withApiAction('lookUpOrder', { outputs: { status: 'string' } })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where_is_order')
    .app('tell_status')
    .build();

describe('a new action', () => {
  test('[C16] is put on the intent it was dropped on, behind the others', () => {
    const plan = planned(order(), {
      kind: 'action.add',
      actionKind: 'api',
      name: 'Refund the order',
      into: 'tell_status',
      at: { x: 4, y: 5 },
    });
    expect(plan.select).toEqual(['tell-status-refund-the-order']);
    expect(plan.diff.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'actions refund-the-order',
      'intents tell_status',
      'placements tell-status-refund-the-order',
    ]);
    expect(plan.diff[0]?.after).toMatchObject({
      kind: 'api',
      name: 'refundTheOrder',
      request: { method: 'GET', path: '' },
    });
    expect(plan.diff[1]?.after).toMatchObject({
      actions: [{ id: 'tell-status-refund-the-order', action: 'refund-the-order', inputs: {}, outputs: {} }],
    });
  });

  test('[C16] on the empty canvas is shown there until an intent wants it', () => {
    const document = after(order(), {
      kind: 'action.add',
      actionKind: 'setAttributes',
      name: 'remember',
      into: null,
      at: { x: 4, y: 5 },
    });
    expect(document.tables.actions.get('remember')).toMatchObject({ kind: 'setAttributes', assignments: [] });
    expect(document.tables.views.toJS()).toEqual({
      'remember-view': { id: 'remember-view', kind: 'action', shows: 'remember', x: 4, y: 5 },
    });
  });

  test('[C16] is numbered when its name is taken', () => {
    const add: PlainCommand = { kind: 'action.add', actionKind: 'api', name: 'look up order', into: null };
    expect(
      after(order(), add, add)
        .tables.actions.map(({ name }) => name)
        .toJS(),
    ).toEqual({
      lookUpOrder: 'lookUpOrder',
      'look-up-order2': 'lookUpOrder2',
      'look-up-order3': 'lookUpOrder3',
    });
  });

  test('[C5, C16] needs the intent it was dropped on', () => {
    expect(refusal(order(), { kind: 'action.add', actionKind: 'api', name: 'a', into: 'gone' }).code).toBe('notFound');
  });
});

describe('an action', () => {
  test('[C17] that an intent wants is no longer shown as not used', () => {
    const shown = after(order(), { kind: 'action.add', actionKind: 'api', name: 'refund', into: null });
    const document = after(
      shown,
      { kind: 'action.attach', action: 'lookUpOrder', intent: 'where_is_order' },
      { kind: 'action.attach', action: 'refund', intent: 'where_is_order', at: { x: 1, y: 1 } },
      { kind: 'action.attach', action: 'refund', intent: 'where_is_order' },
    );
    expect(document.tables.views.size).toBe(0);
    expect(document.tables.intents.get('where_is_order')?.actions.map(({ id, action }) => [id, action])).toEqual([
      ['where-is-order-look-up-order', 'lookUpOrder'],
      ['where-is-order-refund', 'refund'],
      ['where-is-order-refund-2', 'refund'],
    ]);
    expect(document.tables.placements.toJS()).toEqual({
      'where-is-order-refund': { id: 'where-is-order-refund', x: 1, y: 1 },
    });
  });

  test('[C5, C17] is attached only where both exist', () => {
    expect(refusal(order(), { kind: 'action.attach', action: 'gone', intent: 'tell_status' }).ref).toBe('gone');
    expect(refusal(order(), { kind: 'action.attach', action: 'lookUpOrder', intent: 'gone' }).ref).toBe('gone');
  });

  test('[C26] moves within its intent or to another one, with its mappings', () => {
    const mapped = after(
      order(),
      { kind: 'action.attach', action: 'lookUpOrder', intent: 'where_is_order', at: { x: 1, y: 1 } },
      { kind: 'action.attach', action: 'lookUpOrder', intent: 'where_is_order' },
      { kind: 'output.map', use: 'where-is-order-look-up-order', output: 'status', reference: 'session.status' },
    );
    const order1 = (document: Document, intent: string) =>
      document.tables.intents.get(intent)?.actions.map(({ id }) => id);
    const [first, second] = ['where-is-order-look-up-order', 'where-is-order-look-up-order-2'];
    const moved = after(mapped, { kind: 'actionUse.move', id: second, intent: 'where_is_order', before: first });
    expect(order1(moved, 'where_is_order')).toEqual([second, first]);
    const away = after(moved, { kind: 'actionUse.move', id: first, intent: 'tell_status', before: null });
    expect([order1(away, 'where_is_order'), order1(away, 'tell_status')]).toEqual([[second], [first]]);
    expect(away.tables.intents.get('tell_status')?.actions[0]?.outputs).toEqual({ status: 'session.status' });
    expect(away.tables.placements.size).toBe(0);
    expect(
      planned(moved, { kind: 'actionUse.move', id: second, intent: 'where_is_order', before: second }).diff,
    ).toEqual([]);
    expect(refusal(moved, { kind: 'actionUse.move', id: first, intent: 'tell_status', before: second }).code).toBe(
      'notFound',
    );
  });
});
