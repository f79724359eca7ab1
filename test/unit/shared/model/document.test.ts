import { describe, expect, test } from 'vitest';
import {
  childIds,
  recordIn,
  withChanges,
  type Document,
  type RecordChange,
} from '../../../../shared/model/document.ts';
import type { TableName, TableRecords } from '../../../../shared/model/record-tables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const talk = (): Document =>
  aScenario('Talk')
    .withApiAction('act')
    .withConversation('C')
    .withScene('S')
    .withTurn('T')
    .user('ask', { actions: [{ id: 'use', action: 'act' }] })
    .app('tell', { text: 'so' })
    .withTurn('U')
    .placed('t', 1, 1)
    .build();

function change<Name extends TableName>(
  document: Document,
  table: Name,
  id: string,
  fields: Partial<Record<keyof TableRecords[Name], unknown>> | null,
): RecordChange {
  const before = recordIn(document, table, id) ?? null;
  return { table, id, before, after: fields === null ? null : { ...before, ...fields, id } } as unknown as RecordChange;
}

describe('the indexes of a document', () => {
  test('say where every id lives, but not placements', () => {
    expect(talk().homes.toJS()).toEqual({
      talk: { table: 'scenario', record: 'talk' },
      act: { table: 'actions', record: 'act' },
      c: { table: 'conversations', record: 'c' },
      s: { table: 'scenes', record: 's' },
      t: { table: 'turns', record: 't' },
      u: { table: 'turns', record: 'u' },
      ask: { table: 'intents', record: 'ask' },
      use: { table: 'intents', record: 'ask' },
      tell: { table: 'intents', record: 'tell' },
      'tell-message': { table: 'intents', record: 'tell' },
    });
  });

  test('follow an id from one record to another, in whichever order the changes come', () => {
    const document = talk();
    const use = document.tables.intents.get('ask')?.actions[0];
    const away = change(document, 'intents', 'ask', { actions: [] });
    const here = change(document, 'intents', 'tell', { actions: [use] });
    for (const diff of [
      [away, here],
      [here, away],
    ])
      expect(withChanges(document, diff).homes.get('use')).toEqual({ table: 'intents', record: 'tell' });
  });

  test('list children in order, equal orders by id', () => {
    const document = talk();
    const moved = withChanges(document, [
      change(document, 'turns', 'u', { order: 'Zz' }),
      change(document, 'turns', 'b', { scene: 's', name: 'B', order: 'a0' }),
      change(document, 'turns', 'a', { scene: 's', name: 'A', order: 'a0' }),
    ]);
    expect(childIds(moved, 's')).toEqual(['u', 'a', 'b', 't']);
    expect(childIds(document, 's')).toEqual(['t', 'u']);
    expect(childIds(document, 'nobody')).toEqual([]);
  });

  test('forget a parent with its last child', () => {
    const document = talk();
    const empty = withChanges(document, [
      change(document, 'intents', 'ask', null),
      change(document, 'intents', 'tell', null),
    ]);
    expect(empty.children.has('t')).toBe(false);
    expect(empty.homes.has('tell-message')).toBe(false);
  });

  test('are the same objects when nothing they hold changed', () => {
    const document = talk();
    const renamed = withChanges(document, [change(document, 'turns', 't', { name: 'Other' })]);
    expect(renamed.tables.turns.get('t')?.name).toBe('Other');
    expect([renamed.children === document.children, renamed.homes === document.homes]).toEqual([true, true]);
    expect(renamed.tables.intents).toBe(document.tables.intents);
  });
});
