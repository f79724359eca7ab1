import { describe, expect, test } from 'vitest';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { invertDiff } from '../../../../shared/commands/diff.ts';
import { withChanges, type Document } from '../../../../shared/model/document.ts';
import { toRecord } from '../../../../shared/model/to-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal, type PlainCommand } from '../../../builders/run-command.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const order = (): Document =>
  aScenario('Order')
    .withAttribute('status')
    .withContext('basket')
    .withApiAction('lookUpOrder', { outputs: { status: 'string' }, mocks: [{ id: 'shipped' }] })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where_is_order', { actions: ['lookUpOrder'] })
    .app('tell_status', { text: 'It is {user.status}' })
    .withNote('look')
    .build();

describe('every command', () => {
  test('[C5] that cannot be done says why, about what, and changes nothing', () => {
    expect(refusal(order(), { kind: 'turn.add', scene: 'gone', name: 'Again' })).toEqual({
      code: 'notFound',
      ref: 'gone',
      sentence: 'There is no scene "gone" any more.',
    });
    expect(refusal(order(), { kind: 'attribute.add', name: 'order id', type: 'string' })).toEqual({
      code: 'invalid',
      ref: 'order-id',
      sentence: 'name: Expected an attribute name: a letter, then letters, digits and "_"; found "order id".',
    });
  });

  test.each<[string, PlainCommand]>([
    ['an update to the same', { kind: 'record.update', table: 'turns', id: 'where', changes: { name: 'Where' } }],
    ['a move to where it is', { kind: 'level.move', id: 'where', parent: 'main', before: null }],
    ['no transition where there is none', { kind: 'transition.set', intent: 'tell_status', target: null }],
    ['several of nothing', { kind: 'several', label: 'Nothing', commands: [] }],
    [
      'no mapping where there is none',
      { kind: 'input.map', use: 'where_is_order-lookUpOrder', input: 'a', operand: null },
    ],
  ])('[C4] %s is no change', (_, command) => {
    expect(planned(order(), command).diff).toEqual([]);
  });

  test('[C4] several commands that cancel out are no change', () => {
    const rename = (name: string): PlainCommand => ({
      kind: 'record.update',
      table: 'turns',
      id: 'where',
      changes: { name },
    });
    const plan = planned(order(), {
      kind: 'several',
      label: 'Back and forth',
      commands: [rename('Then'), rename('Where')],
    });
    expect(plan.diff).toEqual([]);
  });

  test('[C6] makes ids from names, numbered when the whole document has them already', () => {
    const twice = after(
      order(),
      { kind: 'conversation.add', name: 'Très Main!' },
      { kind: 'conversation.add', name: 'Main' },
      { kind: 'conversation.add', name: '!' },
      { kind: 'conversation.add', name: 'constructor' },
      { kind: 'conversation.add', name: 'lookUpShop' },
    );
    expect([...twice.tables.conversations.keys()].toSorted()).toEqual([
      'item',
      'item-2',
      'look-up-shop',
      'main-2',
      'orders',
      'tres-main',
    ]);
  });

  test('[C6] finds a free id at once, however many share a name', () => {
    const full = Array.from({ length: 300 }).reduce<Document>(
      (document) => after(document, { kind: 'note.add', text: '', at: { x: 0, y: 0 } }),
      order(),
    );
    expect(full.tables.notes.size).toBe(301);
  });

  test('[C7] keeps what a newer program wrote', () => {
    const base = order();
    const turn = base.tables.turns.get('where');
    const newer = unwrap(toRecord('turns', { ...turn, mood: { of: ['the', 'day'] } }));
    const document = withChanges(base, [{ table: 'turns', id: 'where', before: turn ?? null, after: newer }]);
    const edited = after(
      document,
      { kind: 'record.update', table: 'turns', id: 'where', changes: { name: 'Whence' } },
      { kind: 'scene.add', conversation: 'orders', name: 'Other' },
      { kind: 'level.move', id: 'where', parent: 'other', before: null },
    );
    expect(edited.tables.turns.get('where')).toEqual({ ...newer, name: 'Whence', scene: 'other', order: 'a0' });
  });

  test.each<[string, readonly string[], PlainCommand]>([
    ['Add conversation', ['shop'], { kind: 'conversation.add', name: 'Shop' }],
    ['Add intent', ['ask'], { kind: 'intent.add', speaker: 'USER', name: 'Ask', into: 'where' }],
    ['Rename turn', ['where'], { kind: 'record.update', table: 'turns', id: 'where', changes: { name: 'A' } }],
    ['Rename attribute', ['status'], { kind: 'attribute.rename', id: 'status', name: 'state' }],
    [
      'Edit samples',
      ['where_is_order'],
      { kind: 'record.update', table: 'intents', id: 'where_is_order', changes: { samples: ['a'] } },
    ],
    [
      'Edit intent',
      ['tell_status'],
      { kind: 'record.update', table: 'intents', id: 'tell_status', changes: { confidence: 1 } },
    ],
    ['Edit scenario', ['order'], { kind: 'scenario.update', changes: { strict: true } }],
    ['Remove action', [], { kind: 'records.remove', ids: ['where_is_order-lookUpOrder'] }],
    ['Remove message', [], { kind: 'records.remove', ids: ['tell_status-message'] }],
    ['Remove 2 items', [], { kind: 'records.remove', ids: ['note', 'orders', 'main'] }],
    ['Set transition', ['tell_status'], { kind: 'transition.set', intent: 'tell_status', target: 'main' }],
    [
      'Expect attribute',
      ['where_is_order'],
      { kind: 'intent.expect', intent: 'where_is_order', reference: 'status', expected: true },
    ],
  ])('[C8] is called "%s" and selects %j', (label, select, command) => {
    const plan = planned(order(), command);
    expect({ label: plan.label, select: plan.select }).toEqual({ label, select });
  });

  test('[C9] takes away what was drawn for what it takes away', () => {
    const places = ['orders', 'main', 'where', 'where_is_order', 'where_is_order-lookUpOrder'].map((id) => ({
      id,
      x: 1,
      y: 2,
    }));
    const drawn = after(order(), { kind: 'canvas.place', places });
    expect(drawn.tables.placements.size).toBe(5);
    const edited = after(drawn, {
      kind: 'record.update',
      table: 'intents',
      id: 'where_is_order',
      changes: { actions: [] },
    });
    expect([...edited.tables.placements.keys()].toSorted()).toEqual(['main', 'orders', 'where', 'where_is_order']);
    expect(after(drawn, { kind: 'records.remove', ids: ['orders'] }).tables.placements.size).toBe(0);
  });

  test('[C34] is a step of its own or part of one; later parts see what earlier ones made', () => {
    const command: PlainCommand = {
      kind: 'several',
      label: 'Insert question',
      commands: [
        { kind: 'turn.add', scene: 'main', name: 'Ask' },
        { kind: 'intent.add', speaker: 'APP', name: 'ask_email', into: 'ask' },
        { kind: 'record.update', table: 'intents', id: 'ask-email', changes: { name: 'Ask for e-mail' } },
      ],
    };
    const plan = planned(order(), command);
    expect(plan.label).toBe('Insert question');
    expect(plan.select).toEqual(['ask', 'ask-email']);
    expect(plan.diff.map(({ table, id, before }) => [table, id, before])).toEqual([
      ['turns', 'ask', null],
      ['intents', 'ask-email', null],
    ]);
    expect(after(order(), command).tables.intents.get('ask-email')?.name).toBe('Ask for e-mail');
  });

  test('[C34] parts fail together', () => {
    const parts: PlainCommand[] = [
      { kind: 'conversation.add', name: 'A' },
      { kind: 'records.remove', ids: ['gone'] },
    ];
    expect(refusal(order(), { kind: 'several', label: 'Both', commands: parts }).code).toBe('notFound');
  });

  test('[C2] is undone by the inverse of its diff, which is the diff again when inverted twice', () => {
    const { diff } = planned(order(), { kind: 'records.remove', ids: ['orders'] });
    expect(invertDiff(invertDiff(diff))).toEqual(diff);
    expect(invertDiff(diff).map(({ after: restored }) => restored)).toEqual(diff.map(({ before }) => before));
  });
});

test('[C35] an edit of 5,000 records takes less than 0.1 ms', () => {
  const builder = aScenario('Large').withConversation('All').withScene('Main');
  for (let turn = 0; turn < 1600; turn += 1)
    builder.withTurn(`t${turn}`).user(`ask_${turn}`).app(`tell_${turn}`, { text: 'so' });
  const document = builder.build();
  const commands: PlainCommand[] = [
    { kind: 'record.update', table: 'intents', id: 'tell_700', changes: { name: 'Tell' } },
    { kind: 'canvas.place', places: [{ id: 'tell_700', x: 1, y: 1 }] },
    { kind: 'intent.add', speaker: 'APP', name: 'tell more', into: 't700' },
    { kind: 'transition.set', intent: 'tell_700', target: 't5' },
  ];
  for (const command of commands) expect(medianCost(() => after(document, command))).toBeLessThan(0.1);
});

/** Milliseconds: the median leaves out what else the machine was doing. */
function medianCost(work: () => unknown): number {
  const costs = Array.from({ length: 300 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return costs.toSorted((left, right) => left - right)[150] ?? Number.POSITIVE_INFINITY;
}

test('[C1] leaves the document it plans on alone', () => {
  const document = order();
  const [tables, children] = [document.tables, document.children];
  planCommand(document, { kind: 'records.remove', ids: ['orders'] });
  expect([document.tables === tables, document.children === children, document.tables.turns.size]).toEqual([
    true,
    true,
    1,
  ]);
});
