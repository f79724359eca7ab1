import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import type { IntentRecord } from '../../../../shared/model/intent-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after, planned, refusal } from '../../../builders/run-command.ts';

const empty = (): Document => aScenario('Order').build();
const asked = (): Document =>
  aScenario('Order').withConversation('Orders').withScene('Main').withTurn('Where').user('where_is_order').build();

const intentIn = (document: Document, id: string): IntentRecord | undefined => document.tables.intents.get(id);

describe('an intent', () => {
  test('[C10] on the empty canvas gets the frames it needs, where it was dropped', () => {
    const plan = planned(empty(), {
      kind: 'intent.add',
      speaker: 'USER',
      name: 'Hello',
      into: null,
      at: { x: 30, y: 40 },
    });
    expect(plan.select).toEqual(['hello']);
    expect(plan.diff.map(({ table, id, after: record }) => [table, id, pick(record)])).toEqual([
      ['conversations', 'conversation', { name: 'Conversation', behaviors: ['STARTING'] }],
      ['scenes', 'scene', { name: 'Scene', behaviors: ['STARTING'] }],
      ['turns', 'turn', { name: 'Turn', behaviors: ['STARTING', 'OPEN'] }],
      ['intents', 'hello', { name: 'Hello', behaviors: [] }],
      ['placements', 'conversation', { x: 30, y: 40 }],
    ]);
  });

  test('[C10] next to other conversations gets one with a number', () => {
    const document = after(asked(), { kind: 'intent.add', speaker: 'USER', name: 'Hello', into: null });
    expect(document.tables.conversations.map(({ name, behaviors }) => [name, behaviors]).toJS()).toEqual({
      orders: ['Orders', ['STARTING']],
      'conversation-2': ['Conversation 2', ['STARTING']],
    });
  });

  test('[C11] on a conversation gets a scene and a turn, on a scene a turn, on a turn nothing', () => {
    const drop = (into: string) => {
      const plan = planned(asked(), { kind: 'intent.add', speaker: 'USER', name: 'Hello', into, at: { x: 1, y: 2 } });
      return plan.diff.map(({ table, id }) => `${table} ${id}`);
    };
    expect(drop('orders')).toEqual(['scenes scene-2', 'turns turn', 'intents hello', 'placements scene-2']);
    expect(drop('main')).toEqual(['turns turn-2', 'intents hello', 'placements turn-2']);
    expect(drop('where')).toEqual(['intents hello', 'placements hello']);
  });

  test('[C11] on anything else is refused', () => {
    const drop = (into: string) => refusal(asked(), { kind: 'intent.add', speaker: 'USER', name: 'Hello', into }).code;
    expect([drop('where_is_order'), drop('gone')]).toEqual(['notFound', 'notFound']);
  });

  test('[C12] asks when nobody asks yet or its speaker does, else it answers', () => {
    const document = after(
      asked(),
      { kind: 'intent.add', speaker: 'USER', name: 'Or so', into: 'where' },
      { kind: 'intent.add', speaker: 'APP', name: 'Tell', into: 'where' },
      { kind: 'intent.add', speaker: 'APP', name: 'Wait', into: 'where', bucket: 'request' },
      { kind: 'turn.add', scene: 'main', name: 'Later' },
      { kind: 'intent.add', speaker: 'APP', name: 'Ask back', into: 'later' },
    );
    expect(document.tables.intents.map(({ bucket }) => bucket).toJS()).toEqual({
      where_is_order: 'request',
      'or-so': 'request',
      tell: 'response',
      wait: 'request',
      'ask-back': 'request',
    });
    expect(document.children.get('where')).toEqual(['where_is_order', 'or-so', 'wait', 'tell']);
  });

  test.each([
    ['Where is my order?', 'where_is_my_order'],
    ['intent.core.welcome', 'intent.core.welcome'],
    ['intent.core.NoMatch', 'intent.core.NoMatch'],
    ['WhereIsIt2', 'where_is_it2'],
    ['where-is', 'where_is'],
    ['Πού είναι;', 'που_ειναι'],
    ['!?', 'intent'],
    ['', 'intent'],
  ])('[C13] called %j has the intent id %s', (name, intentId) => {
    const plan = planned(asked(), { kind: 'intent.add', speaker: 'USER', name, into: 'where' });
    expect(plan.diff[0]?.after).toMatchObject({ name, intentId });
  });

  test('[C13] of the app gets an intent id of its own in the turn, one of the user may share it', () => {
    const add = (speaker: 'USER' | 'APP') => ({ kind: 'intent.add', speaker, name: 'Again', into: 'where' }) as const;
    const document = after(asked(), add('USER'), add('USER'), add('APP'), add('APP'));
    expect(
      document.tables.intents
        .toList()
        .map(({ id, intentId }) => `${id}: ${intentId}`)
        .sort()
        .toJS(),
    ).toEqual([
      'again-2: again',
      'again-3: again',
      'again-4: again_2',
      'again: again',
      'where_is_order: where_is_order',
    ]);
  });

  test('[C14] of the app has a message ready to be written', () => {
    const document = after(
      asked(),
      { kind: 'intent.add', speaker: 'APP', name: 'Tell', into: 'where' },
      { kind: 'intent.add', speaker: 'USER', name: 'Ask', into: 'where' },
    );
    expect(intentIn(document, 'tell')?.messages).toEqual([
      { id: 'tell-message', name: '', conditions: [], blocks: [{ kind: 'text', text: '' }] },
    ]);
    expect(intentIn(document, 'ask')?.messages).toEqual([]);
  });
});

describe('a level', () => {
  test('[C15] that is the first of its kind begins the talk; a turn is always OPEN; new ones go last', () => {
    const document = after(
      empty(),
      { kind: 'conversation.add', name: 'A', at: { x: 5, y: 6 } },
      { kind: 'conversation.add', name: 'B' },
      { kind: 'scene.add', conversation: 'b', name: 'B1' },
      { kind: 'scene.add', conversation: 'b', name: 'B2', at: { x: 7, y: 8 } },
      { kind: 'turn.add', scene: 'b2', name: 'T1', at: { x: 9, y: 10 } },
      { kind: 'turn.add', scene: 'b2', name: 'T2' },
    );
    const { conversations, scenes, turns, placements } = document.tables;
    const behaviors = [...conversations.values(), ...scenes.values(), ...turns.values()].map((level) => [
      level.name,
      level.behaviors,
    ]);
    expect(Object.fromEntries(behaviors)).toEqual({
      A: ['STARTING'],
      B: [],
      B1: ['STARTING'],
      B2: [],
      T1: ['STARTING', 'OPEN'],
      T2: ['OPEN'],
    });
    expect([document.children.get('order'), document.children.get('b'), document.children.get('b2')]).toEqual([
      ['a', 'b'],
      ['b1', 'b2'],
      ['t1', 't2'],
    ]);
    expect(placements.toJS()).toEqual({
      a: { id: 'a', x: 5, y: 6 },
      b2: { id: 'b2', x: 7, y: 8 },
      t1: { id: 't1', x: 9, y: 10 },
    });
  });

  test('[C5, C15] needs the level above', () => {
    expect(refusal(empty(), { kind: 'scene.add', conversation: 'gone', name: 'S' }).ref).toBe('gone');
    expect(refusal(asked(), { kind: 'turn.add', scene: 'orders', name: 'T' }).ref).toBe('orders');
  });
});

function pick(record: object | null): object {
  const wanted = ['name', 'behaviors', 'x', 'y'];
  return Object.fromEntries(Object.entries(record ?? {}).filter(([field]) => wanted.includes(field)));
}
