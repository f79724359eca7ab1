import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const good = printScenario(orderDocument());

/** The file with the value at a path replaced; undefined takes it away. */
function withValue(path: readonly string[], value: Json | undefined): string {
  const file = JSON.parse(good) as JsonObject;
  const put = (holder: JsonObject, [key = '', ...rest]: readonly string[]): JsonObject => {
    const next = rest.length === 0 ? value : put((holder[key] ?? {}) as JsonObject, rest);
    const others = Object.entries(holder).filter(([name]) => name !== key);
    return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
  };
  return JSON.stringify(put(file, path));
}

const intent = (fields: JsonObject): JsonObject => ({
  turn: 'where',
  bucket: 'request',
  speaker: 'USER',
  intentId: 'x',
  name: 'X',
  order: 'a9',
  ...fields,
});

describe('a damaged file', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['nothing at all', '', '', /Expected a value, found the end in line 1, column 1/],
    ['white space', ' \n ', '', /found the end in line 2, column 2/],
    ['a text', '"parley"', '', /Expected a scenario, found "parley"/],
    ['a list', '[]', '', /Expected a scenario, found a list of 0/],
    ['null', 'null', '', /Expected a scenario, found null/],
    ['plain words', 'Dear diary', '', /Expected a value, found "D"/],
    [
      'cut off in a record',
      good.slice(0, good.indexOf('"speaker"') + 4),
      '/intents/ask',
      /Expected the closing quote, found the end/,
    ],
    [
      'cut off after a group',
      good.slice(0, good.indexOf('"turns"') - 4),
      '/scenes',
      /Expected "," or "}", found the end/,
    ],
    ['more behind it', `${good}{}`, '', /Expected nothing more/],
    [
      'a comma too many',
      good.replace('"scenes": {', '"scenes": {,'),
      '/scenes',
      /Expected a name in quotes, found ","/,
    ],
    ['a comma missing', good.replace('"version": 1,', '"version": 1'), '/version', /Expected "," or "}", found "\\""/],
    [
      'a merge left open',
      good.replace('  "turns"', '<<<<<<< ours\n  "turns"'),
      '',
      /Expected a name in quotes, found "<" in line \d+, column 1\./,
    ],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), '', /found UTF-16/],
    ['a byte that is no text', new Uint8Array([0x7b, 0x22, 0xe9, 0x22]), '', /byte 3 \(0xe9\) is none/],
    ['no format', withValue(['format'], undefined), '/format', /Expected "parley.scenario", found nothing/],
    ['another format', withValue(['format'], 'dialogflow'), '/format', /found "dialogflow"/],
    ['a bundle', withValue(['format'], 'parley.bundle'), '/format', /This is an action bundle/],
    ['no version', withValue(['version'], undefined), '/version', /Expected a version from 1 to 1, found nothing/],
    ['half a version', withValue(['version'], 1.5), '/version', /found 1.5/],
    ['a version of before', withValue(['version'], 0), '/version', /found 0/],
    ['a text as version', withValue(['version'], '1'), '/version', /found "1"/],
    ['no scenario', withValue(['scenario'], undefined), '/scenario', /Expected an object, found nothing/],
    [
      'a scenario without a name',
      withValue(['scenario', 'name'], undefined),
      '/scenario/name',
      /Expected text, found nothing/,
    ],
    ['a group that is a list', withValue(['turns'], []), '/turns', /Expected an object, found a list of 0/],
    ['a canvas that is a number', withValue(['canvas'], 4), '/canvas', /Expected an object, found 4/],
    [
      'a canvas group that is null',
      withValue(['canvas', 'notes'], null),
      '/canvas/notes',
      /Expected an object, found null/,
    ],
    ['a record that is a text', withValue(['turns', 'where'], 'x'), '/turns/where', /Expected an object, found "x"/],
    [
      'a record that is another',
      withValue(['turns', 'where', 'id'], 'when'),
      '/turns/where/id',
      /Expected "where".*found "when"/,
    ],
    ['an id with spaces', withValue(['turns', 'a b'], {}), '/turns/a b/id', /Expected an id: letters.*found "a b"/],
    ['an id with a slash', withValue(['turns', 'a/~b'], {}), '/turns/a~1~0b/id', /Expected an id/],
    [
      'an order that is a number',
      withValue(['turns', 'where', 'order'], 4),
      '/turns/where/order',
      /Expected text, found 4/,
    ],
    [
      'a behaviour nobody has',
      withValue(['turns', 'where', 'behaviors'], ['CLOSED']),
      '/turns/where/behaviors/0',
      /Expected one of "STARTING", "OPEN", "COMPLETING", found "CLOSED"/,
    ],
    [
      'a confidence above 1',
      withValue(['intents', 'ask', 'confidence'], 2),
      '/intents/ask/confidence',
      /Expected at most 1, found 2/,
    ],
    [
      'a condition of another kind',
      withValue(['intents', 'ask', 'conditions'], [{ kind: 'maybe' }]),
      '/intents/ask/conditions/0/kind',
      /Expected one of "test", "group", found "maybe"/,
    ],
    [
      'a condition with extras',
      withValue(
        ['conversations', 'orders', 'conditions'],
        [{ kind: 'group', match: 'all', conditions: [], not: true }],
      ),
      '/conversations/orders/conditions/0',
      /Did not expect "not"/,
    ],
    [
      'an action of another kind',
      withValue(['actions', 'lookUp', 'kind'], 'cobol'),
      '/actions/lookUp/kind',
      /Expected one of "api", .*"holiday", found "cobol"/,
    ],
    [
      'a method nobody has',
      withValue(['actions', 'lookUp', 'request', 'method'], 'FETCH'),
      '/actions/lookUp/request/method',
      /Expected one of "GET".*found "FETCH"/,
    ],
    [
      'a status that is none',
      withValue(['mocks', 'shipped', 'status'], 20),
      '/mocks/shipped/status',
      /Expected at least 100, found 20/,
    ],
    [
      'an attribute with a space',
      withValue(['attributes', 'status', 'name'], 'my status'),
      '/attributes/status/name',
      /Expected an attribute name/,
    ],
    [
      'a turn in no scene',
      withValue(['turns', 'where', 'scene'], 'gone'),
      '/turns/where/scene',
      /There is no scene "gone"/,
    ],
    [
      'a turn in a conversation',
      withValue(['turns', 'where', 'scene'], 'orders'),
      '/turns/where/scene',
      /There is no scene "orders"/,
    ],
    [
      'a mock of no action',
      withValue(['mocks', 'shipped', 'action'], 'gone'),
      '/mocks/shipped/action',
      /There is no action "gone"/,
    ],
    [
      'an id given twice',
      withValue(['intents', 'where'], intent({})),
      '/intents/where',
      /The id "where" is used more than once/,
    ],
    [
      "the scenario's id given again",
      withValue(['turns', 'order'], { scene: 'main', name: '', order: 'a0' }),
      '/turns/order',
      /"order" is used more than once/,
    ],
    [
      'a message with an id of another',
      withValue(['intents', 'tell', 'messages'], [{ id: 'ask' }]),
      '/intents/tell/messages/0/id',
      /"ask" is used more than once/,
    ],
    [
      'a use given twice',
      withValue(['intents', 'x'], intent({ actions: [{ id: 'use', action: 'lookUp' }] })),
      '/intents/x/actions/0/id',
      /"use" is used more than once/,
    ],
    [
      'a key given twice',
      good.replace('"version": 1,', '"version": 1, "version": 1,'),
      '/version',
      /The name "version" is given twice/,
    ],
    ['a number without end', good.replace('"x": 10', '"x": 1e999'), '/canvas/placements/orders/x', /too large to keep/],
    [
      'an escape that is none',
      good.replace('look here', 'look \\x41'),
      '/canvas/notes/note/text',
      /Expected an escape/,
    ],
    [
      'a line break in a text',
      good.replace('look here', 'look\nhere'),
      '/canvas/notes/note/text',
      /Expected the closing quote, found "\\n"/,
    ],
  ])('[F7, F13, F15] %s says where and what', (_, source, pointer, sentence) => {
    const problems = unwrapFailure(readScenario(source));
    expect(problems).toContainEqual({ pointer, sentence: expect.stringMatching(sentence) as string });
  });

  test('[F7] tells at most 100 problems', () => {
    const turns = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`t${index}`, 1]));
    expect(unwrapFailure(readScenario(withValue(['turns'], turns)))).toHaveLength(100);
    const repeated = Array.from({ length: 500 }, () => '"a": 1').join(',');
    expect(unwrapFailure(readScenario(`{${repeated}}`))).toHaveLength(100);
  });

  test('[F13] of a newer program is left alone, with a sentence that says so', () => {
    expect(unwrapFailure(readScenario(withValue(['version'], 2)))).toEqual([
      {
        pointer: '/version',
        sentence:
          'This file was written by a newer Parley (version 2; this one reads up to 1). Open it with the newer one. The file was not changed.',
      },
    ]);
  });
});

describe('a file written by hand', () => {
  test('[F8] may leave out groups and fields', () => {
    const { document } = unwrap(
      readScenario('{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"S"},"turns":{},"scenes":{}}'),
    );
    expect(document.scenario).toMatchObject({ id: 's', conditions: [], strict: false });
    expect(document.tables.intents.size).toBe(0);
    const file = withValue(['turns', 'extra'], { scene: 'main', name: 'Extra', order: 'a5' });
    expect(unwrap(readScenario(file)).document.tables.turns.get('extra')).toMatchObject({
      behaviors: [],
      validOrigins: [],
    });
  });

  test('[F8] may repeat the id in the record', () => {
    const { document } = unwrap(readScenario(withValue(['turns', 'where', 'id'], 'where')));
    expect(printScenario(document)).toBe(good);
  });

  test('[F2, F8] may have its keys in any order', () => {
    const reversed = JSON.stringify(JSON.parse(good), (_, value: Json) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    expect(reversed).not.toBe(JSON.stringify(JSON.parse(good)));
    expect(printScenario(unwrap(readScenario(reversed)).document)).toBe(good);
  });
});

describe('names that reach for a prototype', () => {
  test.each([
    ['an id __proto__', '"turns": {"__proto__": {}}', '/turns/__proto__'],
    ['an escaped __proto__', '"turns": {"\\u005f_proto__": {}}', '/turns/__proto__'],
    [
      'an id constructor',
      '"turns": {"constructor": {"scene": "main", "name": "", "order": "a0"}}',
      '/turns/constructor/id',
    ],
    [
      'a field constructor',
      '"notes": {}, "tests": {"t": {"name": "", "order": "a0", "constructor": 1}}',
      '/tests/t/constructor',
    ],
    ['a field prototype', '"tests": {"t": {"name": "", "order": "a0", "prototype": {}}}', '/tests/t/prototype'],
    [
      'a value in a value',
      '"contexts": {"c": {"name": "c", "values": {"a": {"__proto__": {}}}}}',
      '/contexts/c/values/a/__proto__',
    ],
    [
      'a built prototype',
      '"contexts": {"c": {"name": "c", "values": {"constructor": {"prototype": {}}}}}',
      '/contexts/c/values/constructor/prototype',
    ],
    ['a key of the file', '"__proto__": {"polluted": "yes"}', '/__proto__'],
  ])('[F12] %s is refused', (_, members, pointer) => {
    const problems = unwrapFailure(
      readScenario(`{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"S"},${members}}`),
    );
    expect(problems.map((problem) => problem.pointer)).toContain(pointer);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('[F12] are fine as names and values', () => {
    const members =
      '"contexts":{"c":{"name":"constructor","values":{"constructor":"prototype","prototype":[1],"a":{"constructor":{"name":"x"}}}}},' +
      '"attributes":{"a":{"name":"constructor","description":"__proto__"}}';
    const { document } = unwrap(
      readScenario(`{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"__proto__"},${members}}`),
    );
    const text = printScenario(document);
    expect(JSON.parse(text)).toMatchObject({
      scenario: { name: '__proto__' },
      contexts: { c: { values: { constructor: 'prototype', prototype: [1], a: { constructor: { name: 'x' } } } } },
      attributes: { a: { name: 'constructor', description: '__proto__' } },
    });
    expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
  });

  const corpus = readSharedData('corpora/proto/proto.json');
  test.skipIf(corpus === null)('[F12] no document of the corpus changes what objects inherit', () => {
    const { docs } = JSON.parse(corpus ?? '{"docs":[]}') as { docs: { name: string; json: string }[] };
    const inherited = () =>
      [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype).map(String));
    const before = inherited();
    for (const { json } of docs) {
      readScenario(json);
      readScenario(`{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"S"},"more":${json}}`);
      readScenario(`{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"S"},"tests":${json}}`);
    }
    expect(docs.length).toBe(31);
    expect(inherited()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
