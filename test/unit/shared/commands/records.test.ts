import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { tableNames } from '../../../../shared/model/record-tables.ts';
import type { RecordPut } from '../../../../shared/model/record-tables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal, type PlainCommand } from '../../../builders/run-command.ts';

const order = (): Document =>
  aScenario('Order')
    .withAttribute('status')
    .withContext('basket')
    .withApiAction('lookUp', { mocks: [{ id: 'shipped' }, { id: 'lost' }] })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('ask', { actions: [{ id: 'use', action: 'lookUp' }] })
    .app('tell', { text: 'It is {user.status}', transition: 'other' })
    .withConversation('Other')
    .withScene('Side')
    .withTurn('There')
    .user('again', { actions: [{ id: 'use-too', action: 'lookUp' }] })
    .withView('context', 'basket')
    .withView('action', 'lookUp')
    .withNote('look')
    .placed('orders', 1, 1)
    .placed('use', 2, 2)
    .build();

const remove = (...ids: string[]): PlainCommand => ({ kind: 'records.remove', ids });
const idsOf = (document: Document): string[] =>
  tableNames.flatMap((table) => [...document.tables[table].keys()].map((id) => `${table} ${id}`)).toSorted();
const missing = (command: PlainCommand): string[] => {
  const left = new Set(idsOf(after(order(), command)));
  return idsOf(order()).filter((id) => !left.has(id));
};

describe('removing', () => {
  test('[C31] takes everything inside', () => {
    expect(missing(remove('orders'))).toEqual([
      'conversations orders',
      'intents ask',
      'intents tell',
      'placements orders',
      'placements use',
      'scenes main',
      'turns where',
    ]);
    expect(missing(remove('where', 'ask'))).toEqual(['intents ask', 'intents tell', 'placements use', 'turns where']);
  });

  test('[C31] leaves what only points there', () => {
    const document = after(order(), remove('other', 'status'));
    expect(document.tables.intents.get('tell')).toEqual(order().tables.intents.get('tell'));
  });

  test('[C31] takes a message or a use out of its intent', () => {
    const document = after(order(), remove('use', 'tell-message'));
    expect(document.tables.intents.get('ask')?.actions).toEqual([]);
    expect(document.tables.intents.get('tell')?.messages).toEqual([]);
    expect(document.tables.placements.has('use')).toBe(false);
  });

  test('[C32] an action takes its answers, uses and views; a context its views', () => {
    expect(missing(remove('lookUp'))).toEqual([
      'actions lookUp',
      'mocks lost',
      'mocks shipped',
      'placements use',
      'views lookUp-view',
    ]);
    const document = after(order(), remove('lookUp'));
    expect(document.tables.intents.map(({ actions }) => actions.length).toJS()).toEqual({ ask: 0, tell: 0, again: 0 });
    expect(missing(remove('basket'))).toEqual(['contexts basket', 'views basket-view']);
  });

  test('[C5, C32] what is not there, or the scenario, is refused', () => {
    expect(refusal(order(), remove('note', 'gone'))).toMatchObject({ code: 'notFound', ref: 'gone' });
    expect(refusal(order(), remove('order'))).toMatchObject({ code: 'notAllowed', ref: 'order' });
  });
});

describe('updating', () => {
  test('[C20] replaces what is named and nothing else', () => {
    const command = {
      kind: 'record.update',
      table: 'turns',
      id: 'where',
      changes: { id: 'else', name: 'When', description: undefined, validOrigins: ['ask'] },
    } as unknown as PlainCommand;
    const before = order().tables.turns.get('where');
    expect(after(order(), command).tables.turns.get('where')).toEqual({
      ...before,
      name: 'When',
      validOrigins: ['ask'],
    });
  });

  test('[C20] the scenario works the same', () => {
    const document = after(order(), { kind: 'scenario.update', changes: { name: 'Shop', sessionLifetime: 60 } });
    expect(document.scenario).toEqual({ ...order().scenario, name: 'Shop', sessionLifetime: 60 });
  });

  test.each<[string, PlainCommand, string]>([
    ['with a value of the wrong kind', { kind: 'scenario.update', changes: { sessionLifetime: -1 } }, 'invalid'],
    ['of what is not there', { kind: 'record.update', table: 'notes', id: 'gone', changes: { text: '' } }, 'notFound'],
    [
      'to a parent that is not there',
      { kind: 'record.update', table: 'turns', id: 'where', changes: { scene: 'gone' } },
      'notFound',
    ],
    [
      'with an id somebody has',
      {
        kind: 'record.update',
        table: 'intents',
        id: 'ask',
        changes: { actions: [{ id: 'tell', action: 'lookUp', inputs: {}, outputs: {} }] },
      },
      'taken',
    ],
    [
      'nested without end',
      {
        kind: 'record.update',
        table: 'mocks',
        id: 'lost',
        changes: { body: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as null },
      },
      'invalid',
    ],
    [
      'that reaches for a prototype',
      {
        kind: 'record.update',
        table: 'mocks',
        id: 'lost',
        changes: { body: JSON.parse('{"a":{"__proto__":{"b":1}}}') as null },
      },
      'invalid',
    ],
  ])('[C3, C5] %s is refused', (_, command, code) => {
    expect(refusal(order(), command).code).toBe(code);
  });
});

describe('putting', () => {
  const put = (...puts: unknown[]): PlainCommand => ({
    kind: 'records.put',
    label: 'Paste',
    puts: puts as RecordPut[],
  });
  const scene = { table: 'scenes', record: { id: 'copy', conversation: 'other', name: 'Copy', order: 'a5' } };
  const turn = { table: 'turns', record: { id: 'copy-turn', scene: 'copy', name: 'Turn', order: 'a0' } };

  test('[C33] writes records that hold each other, in any order', () => {
    const plan = planned(order(), put(turn, scene));
    expect({ label: plan.label, select: plan.select }).toEqual({ label: 'Paste', select: ['copy-turn', 'copy'] });
    const document = after(order(), put(turn, scene));
    expect([document.children.get('other'), document.children.get('copy')]).toEqual([['side', 'copy'], ['copy-turn']]);
  });

  test('[C33] replaces records that are there, and moves them where they say', () => {
    const where = order().tables.turns.get('where');
    const document = after(order(), put({ table: 'turns', record: { ...where, scene: 'side', order: 'a9' } }));
    expect([document.children.get('main'), document.children.get('side')]).toEqual([undefined, ['there', 'where']]);
  });

  test.each([
    ['a parent that is not there', put(turn), 'notFound'],
    [
      'an id another kind has',
      put({ table: 'notes', record: { id: 'ask', text: '', x: 0, y: 0, width: 1, height: 1 } }),
      'taken',
    ],
    ['one id twice', put(scene, { table: 'turns', record: { ...turn.record, id: 'copy' } }), 'taken'],
    ['a record that is none', put(scene, { table: 'turns', record: { id: 'x' } }), 'invalid'],
    ['an id that is none', put({ table: 'scenes', record: { ...scene.record, id: '__proto__' } }), 'invalid'],
  ])('[C5, C33] %s refuses them all', (_, command, code) => {
    expect(refusal(order(), command).code).toBe(code);
  });
});

describe('placing', () => {
  test('[C30] moves views and notes themselves and places what belongs to the talk', () => {
    const places = ['basket-view', 'note', 'orders', 'ask', 'use-too'].map((id, index) => ({ id, x: index, y: 9 }));
    const { views, notes, placements } = after(order(), { kind: 'canvas.place', places }).tables;
    expect([views.get('basket-view'), notes.get('note')]).toMatchObject([
      { x: 0, y: 9 },
      { x: 1, y: 9, width: 200 },
    ]);
    expect(placements.toJS()).toEqual({
      orders: { id: 'orders', x: 2, y: 9 },
      ask: { id: 'ask', x: 3, y: 9 },
      'use-too': { id: 'use-too', x: 4, y: 9 },
      use: { id: 'use', x: 2, y: 2 },
    });
  });

  test.each(['status', 'lookUp', 'tell-message', 'order', 'gone'])('[C5, C30] %s has no place of its own', (id) => {
    expect(refusal(order(), { kind: 'canvas.place', places: [{ id, x: 0, y: 0 }] }).ref).toBe(id);
  });
});
