import { describe, expect, test } from 'vitest';
import {
  changeAttributes,
  holdingContexts,
  leftBehind,
  moveAttributes,
  moveFrom,
  retypedMembers,
} from '../../../../renderer/attributes/attribute-commands.ts';
import { attributeRows, shownRows, showsAll, type RowFilter } from '../../../../renderer/attributes/attribute-rows.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';

const shop = (): Document =>
  aScenario('Shop')
    .withAttribute('order_id', 'string', { description: 'What was bought', sensitive: true })
    .withAttribute('count', 'int', { example: 'many' })
    .withAttribute('place', 'location')
    .withAttribute('address', 'composite', {
      members: [{ name: 'geo', type: 'composite', members: [{ name: 'lat', type: 'float' }] }],
    })
    .withContext('basket')
    .withContext('fixed', { lifetime: 'constant' })
    .withApiAction('look', { outputs: { status: 'string' } })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('ask', { samples: ['hi'], expects: ['session.order_id'], actions: ['look'] })
    .app('tell', { text: '{session.order_id} {user.order_id} {missing} {utterance_text} {look_action_success}' })
    .build();

const shown = (filter: Partial<RowFilter>, isDown = false, expanded: readonly string[] = []): string[] =>
  shownRows(
    attributeRows(shop()),
    { ...showsAll, ...filter },
    { by: isDown ? 'readBy' : 'name', isDown },
    new Set(expanded),
  ).map((row) => (row.kind === 'member' ? row.path : row.name));

describe('the rows of the table', () => {
  test('are every attribute, registered or only spoken of; what Parley fills is none', () => {
    expect(shown({})).toEqual(['address', 'count', 'look_action_success', 'missing', 'order_id', 'place', 'status']);
  });

  test('are found by text, type, context and what is to be looked at', () => {
    expect(shown({ wanted: 'BOUGHT' })).toEqual(['order_id']);
    expect(shown({ type: 'int' })).toEqual(['count']);
    expect(shown({ context: 'session' })).toEqual(['order_id']);
    expect(shown({ only: 'sensitive' })).toEqual(['order_id']);
    expect(shown({ only: 'unused' })).toEqual(['address', 'count', 'place']);
    expect(shown({ only: 'misfit' })).toEqual(['count']);
    expect(shown({ only: 'neverSet' })).toEqual(['missing']);
    expect(shown({ only: 'unregistered', wanted: 's' })).toEqual(['look_action_success', 'missing', 'status']);
  });

  test('are sorted by what is counted, and open to the members of composites', () => {
    expect(shown({}, true)[0]).toBe('order_id');
    expect(shown({ wanted: 'address' }, false, ['address'])).toEqual(['address', 'geo', 'geo.lat']);
    expect(shown({ wanted: 'place' }, false, ['place'])).toContain('postal_code');
  });
});

describe('what is done with several', () => {
  test('is one step, and registers what is only spoken of', () => {
    const command = changeAttributes(shop(), ['order_id', 'status'], { type: 'json' }, 'Set type');
    const changed = after(shop(), command);
    expect(command).toMatchObject({ kind: 'several', label: 'Set type' });
    expect(attributeRows(changed).filter(({ type }) => type === 'json')).toHaveLength(2);
  });

  test('moves them out of every context they are in; what is set becomes no constant', () => {
    expect(holdingContexts(shop())).toEqual(['user', 'session', 'basket', 'fixed', 'global']);
    const command = moveAttributes(shop(), ['order_id'], 'basket');
    if (typeof command === 'string') throw new Error(command);
    const row = attributeRows(after(shop(), command)).find(({ name }) => name === 'order_id');
    expect(row?.uses.contexts).toEqual(['basket']);
    expect(moveAttributes(shop(), ['order_id'], 'fixed')).toMatch(/^“order_id” is set while the talk runs/);
    expect(moveFrom(shop(), ['order_id'], 'user', 'global')).toMatchObject({ kind: 'attributes.move' });
    expect(moveFrom(shop(), ['order_id'], 'session', 'global')).toMatch(/never changes/);
    expect(moveAttributes(shop(), ['count'], 'user')).toMatch(/lives nowhere/);
  });

  test('says what could not come along, as people send it without a context', () => {
    const document = aScenario('Shop')
      .withAttribute('size')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', { samples: ['hi'] })
      .app('tell', { messages: [{ text: '{size}', buttons: [{ text: 'Big', value: 'size.big' }] }] })
      .build();
    const command = moveAttributes(document, ['size'], 'session');
    if (typeof command === 'string') throw new Error(command);
    const moved = after(document, command);
    expect(leftBehind(moved, ['size'], 'session')).toMatch(/one place still set it in “user”/);
    expect(leftBehind(moved, ['size'], 'user')).toBeNull();
  });

  test('a member gets another type where it stands; one that is no composite any more loses its members', () => {
    const members = [{ name: 'geo', type: 'composite' as const, members: [{ name: 'lat', type: 'float' as const }] }];
    expect(retypedMembers(members, [0, 0], 'int')).toEqual([
      { name: 'geo', type: 'composite', members: [{ name: 'lat', type: 'int' }] },
    ]);
    expect(retypedMembers(members, [0], 'string')).toEqual([{ name: 'geo', type: 'string' }]);
    expect(retypedMembers([{ name: 'geo', type: 'string' }], [0], 'composite[]')).toEqual([
      { name: 'geo', type: 'composite[]', members: [] },
    ]);
  });
});
