import { describe, expect, test } from 'vitest';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { compiledIntent } from '../../../../shared/program/compile-intent.ts';
import { withChanges, type Document, type RecordChange } from '../../../../shared/model/document.ts';
import type { TableName } from '../../../../shared/model/record-tables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { need } from '../../../builders/need.ts';

const shop = (): Document =>
  aScenario('Shop', { sessionLifetime: 60, interpreter: 'reader' as never })
    .withInterpreter('reader')
    .withInterpreter('other')
    .withAttribute('age', 'int')
    .withApiAction('getOrder', { outputs: { total: 'float' } })
    .withConversation('A', { conditions: [when('user.age', 'gte', 18)] })
    .withScene('s', { interpreter: 'other' })
    .withTurn('t')
    .user('hello', { interpreter: 'gone', sets: { 'user.age': value(3), 'no target': value(1) } })
    .app('hi', { text: 'Hi {age}.' })
    .withTurn('more', { validOrigins: ['hi', 'hi', 't'] })
    .user('more')
    .withNote('a note')
    .placed('t', 10, 20)
    .build();

const change = <Name extends TableName>(
  document: Document,
  table: Name,
  id: string,
  changes: object | null,
): Document => {
  const before = document.tables[table].get(id) ?? null;
  return withChanges(document, [{ table, id, before, after: changes && { ...before, ...changes } } as RecordChange]);
};

describe('linking', () => {
  const program = compileScenario(shop());

  test('joins parents and children in order', () => {
    const [conversation] = program.conversations;
    expect([program.conversations.length, conversation?.scenes.map(({ id }) => id)]).toEqual([1, ['s']]);
    const scene = conversation?.scenes[0];
    expect(scene?.turns.map(({ id, starting, open }) => [id, starting, open])).toEqual([
      ['t', true, true],
      ['more', false, false],
    ]);
    expect(scene?.turns[0]?.requests.map(({ id }) => id)).toEqual(['hello']);
    expect(scene?.turns[0]?.responses.map(({ id }) => id)).toEqual(['hi']);
    expect(program.intents.get('hi')?.turn.scene.conversation).toBe(conversation);
    expect(scene?.turnsByOrigin.get('hi')?.map(({ id }) => id)).toEqual(['more']);
  });

  test('gives each intent the nearest interpreter that exists', () => {
    const byLevel = [program.scenario, program.levels.get('a'), program.levels.get('t'), program.intents.get('hello')];
    expect(byLevel.map((level) => level?.interpreter)).toEqual(['reader', 'reader', 'other', 'other']);
  });

  test('leaves out what hangs on nothing', () => {
    const orphaned = compileScenario(change(shop(), 'scenes', 's', null));
    expect([orphaned.intents.size, [...orphaned.levels.keys()]]).toEqual([0, ['a']]);
  });

  test('knows the types of attributes, of outputs, and of what actions leave behind', () => {
    const types = ['age', 'total', 'action_success', 'getOrder_action_success', 'getOrder_status_code', 'other'];
    expect(types.map((name) => program.attributeTypes.get(name))).toEqual([
      'int',
      'float',
      'boolean',
      'boolean',
      'int',
      undefined,
    ]);
  });
});

describe('a program', () => {
  test('never fails: broken parts lead nowhere, and the problems say so', () => {
    const broken = change(shop(), 'intents', 'hello', {
      conditions: [when('user..', 'eq', 1)],
      transition: { conversation: null, scene: null, turn: 'nowhere' },
    });
    const program = compileScenario(broken);
    const codes = program.problems.map(({ code, ref }) => `${code} ${ref}`);
    expect(codes).toEqual(expect.arrayContaining(['P003-broken-reference hello', 'P005-transition-to-nothing hello']));
    expect(compiledIntent(need(program.intents.get('hello')).record).assignments.map(({ target }) => target)).toEqual([
      { context: 'user', attribute: 'age' },
    ]);
  });

  test('compiles an unchanged intent once, however often the scenario is compiled', () => {
    const document = shop();
    const again = change(document, 'intents', 'hello', { name: 'other' });
    const parts = (one: Document) =>
      ['hi', 'hello'].map((id) => compiledIntent(need(compileScenario(one).intents.get(id)).record));
    expect(parts(document)[0]).toBe(parts(again)[0]);
    expect(parts(document)[1]).not.toBe(parts(again)[1]);
  });
});

describe('the hash', () => {
  const hash = (document: Document): string => compileScenario(document).hash;

  test('is the same for the same logic', () => {
    expect(hash(shop())).toMatch(/^[0-9a-f]{16}$/);
    expect(hash(shop())).toBe(hash(shop()));
  });

  test('does not see layout, notes and tests', () => {
    const document = shop();
    let moved = change(document, 'placements', 't', { x: 999 });
    moved = change(moved, 'notes', 'note', { text: 'another' });
    moved = change(moved, 'notes', 'note', null);
    moved = withChanges(moved, [
      {
        table: 'tests',
        id: 'x',
        before: null,
        after: { id: 'x', order: 'a', name: 'x', steps: [] },
      } as unknown as RecordChange,
    ]);
    expect(hash(moved)).toBe(hash(document));
  });

  test.each([
    ['an intent', (document: Document) => change(document, 'intents', 'hi', { confidence: 0.9 })],
    ['a condition', (document: Document) => change(document, 'conversations', 'a', { conditions: [] })],
    ['an action', (document: Document) => change(document, 'actions', 'getOrder', { enabled: false })],
    ['a type', (document: Document) => change(document, 'attributes', 'age', { type: 'float' })],
    ['a removed turn', (document: Document) => change(document, 'turns', 'more', null)],
    [
      'the scenario',
      (document: Document) =>
        withChanges(document, [
          { table: 'scenario', id: 'shop', before: document.scenario, after: { ...document.scenario, strict: true } },
        ]),
    ],
  ])('sees a change of %s, and its undoing', (_what, edit) => {
    const document = shop();
    expect(hash(edit(document))).not.toBe(hash(document));
  });

  test('does not depend on the order of keys or of editing', () => {
    const document = shop();
    const intent = need(document.tables.intents.get('hi'));
    const turned = Object.fromEntries(Object.entries(intent).toReversed());
    const rewritten = change(change(document, 'intents', 'hi', null), 'intents', 'hi', turned);
    expect(hash(rewritten)).toBe(hash(document));
  });
});

describe('sensitive names', () => {
  test('are those marked, outputs of actions, every attribute they are copied to, and the utterance as a whole', () => {
    const program = compileScenario(
      aScenario()
        .withAttribute('card', 'string', { sensitive: true })
        .withAttribute('harmless')
        .withApiAction('pay', { outputs: [{ name: 'receipt', sensitive: true }, { name: 'state' }] })
        .withSetAttributesAction('again', { 'session.third': 'session.second', 'session.other': 'user.harmless' })
        .withConversation('A')
        .withScene('s')
        .withTurn('t')
        .user('go', {
          sets: { 'session.second': 'user.first', 'user.first': "harmless | replace 'x' @user.card" },
          actions: [{ action: 'pay', outputs: { receipt: 'session.kept' } }],
        })
        .build(),
    );
    expect([...program.sensitive].toSorted()).toEqual([
      'card',
      'first',
      'kept',
      'receipt',
      'second',
      'third',
      'utterance',
      'utterance_text',
    ]);
  });
});
