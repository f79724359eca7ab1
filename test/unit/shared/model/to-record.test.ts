import { describe, expect, test } from 'vitest';
import { toRecord, toScenarioRecord } from '../../../../shared/model/to-record.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const nest = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('a record', () => {
  test('has its known keys in fixed order and unknown ones behind, at every level', () => {
    const record = unwrap(toRecord('turns', { mood: 1, order: 'a0', name: 'T', scene: 's', id: 't' }));
    expect(Object.keys(record)).toEqual([
      'id',
      'scene',
      'name',
      'description',
      'order',
      'behaviors',
      'conditions',
      'interpreter',
      'validOrigins',
      'mood',
    ]);
    const intent = unwrap(
      toRecord('intents', {
        id: 'i',
        turn: 't',
        bucket: 'request',
        speaker: 'APP',
        intentId: 'i',
        name: 'I',
        order: 'a0',
        messages: [{ later: 1, blocks: [{ tone: 2, text: 'x', kind: 'text' }], id: 'm' }],
      }),
    );
    expect(JSON.stringify(intent.messages)).toBe(
      '[{"id":"m","name":"","conditions":[],"blocks":[{"kind":"text","text":"x","tone":2}],"later":1}]',
    );
  });

  test('that is wrong says every field that is', () => {
    expect(unwrapFailure(toRecord('notes', { id: 'n', text: 4, x: 0, y: '0', width: 0 }))).toEqual([
      { path: ['text'], sentence: 'Expected text, found 4.' },
      { path: ['y'], sentence: 'Expected a number, found "0".' },
      { path: ['width'], sentence: 'Expected more than 0, found 0.' },
      { path: ['height'], sentence: 'Expected a number, found nothing.' },
    ]);
    expect(unwrapFailure(toScenarioRecord(null))).toEqual([{ path: [], sentence: 'Expected an object, found null.' }]);
    expect(
      unwrapFailure(toRecord('notes', { id: 'n', text: [1, 2], x: 'x'.repeat(50), y: {}, width: 1, height: 1 })),
    ).toEqual([
      { path: ['text'], sentence: 'Expected text, found a list of 2.' },
      { path: ['x'], sentence: 'Expected a number, found a text of 50 characters.' },
      { path: ['y'], sentence: 'Expected a number, found an object.' },
    ]);
    expect(unwrapFailure(toRecord('conversations', { id: 'c', name: 'C', order: 'a'.repeat(201) }))).toEqual([
      { path: ['order'], sentence: 'Expected at most 200 characters, found a text of 201 characters.' },
    ]);
  });

  test.each<[string, unknown, (string | number)[] | null]>([
    ['58 levels in a field', { body: nest(58) }, null],
    ['without end', { body: nest(5000) }, ['body', ...Array.from({ length: 59 }, () => 0)]],
    ['a key __proto__', { body: JSON.parse('{"a":[{"__proto__":1}]}') }, ['body', 'a', 0, '__proto__']],
    ['a built prototype', { body: { constructor: { prototype: 1 } } }, ['body', 'constructor']],
    ['a field constructor', { constructor: 1 }, ['constructor']],
    ['a field prototype', { prototype: 1 }, ['prototype']],
    ['names in values', { body: { constructor: 1, prototype: 2 }, when: { constructor: 'x' } }, null],
  ])('with %s is judged before its schema', (_, fields, path) => {
    const result = toRecord('mocks', { id: 'm', action: 'a', order: 'a0', ...(fields as object) });
    expect(result.ok ? null : result.failure.map((mismatch) => mismatch.path)).toEqual(path === null ? null : [path]);
  });
});
