import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { after, type PlainCommand } from '../../../builders/run-command.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const printed = (document: Document): JsonObject => JSON.parse(printScenario(document)) as JsonObject;
const reread = (file: Json): Document => unwrap(readScenario(JSON.stringify(file))).document;

describe('the text of a file', () => {
  test('[F1] begins with format and version and ends with the canvas', () => {
    const text = printScenario(orderDocument());
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      'format',
      'version',
      'scenario',
      'attributes',
      'contexts',
      'integrations',
      'actions',
      'mocks',
      'interpreters',
      'conversations',
      'scenes',
      'turns',
      'intents',
      'tests',
      'canvas',
    ]);
    expect(
      text.startsWith('{\n  "format": "parley.scenario",\n  "version": 1,\n  "scenario": {\n    "id": "order",\n'),
    ).toBe(true);
    expect(text.endsWith('    }\n  }\n}\n')).toBe(true);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  test('[F1, F2] of a small scenario', () => {
    const document = aScenario('Hi').withAttribute('b').withAttribute('a').withNote('x').build();
    expect(printed(document)).toEqual({
      format: 'parley.scenario',
      version: 1,
      scenario: {
        id: 'hi',
        name: 'Hi',
        description: '',
        conditions: [],
        interpreter: null,
        sessionLifetime: null,
        strict: false,
        typedEmpty: false,
      },
      attributes: {
        a: { name: 'a', type: 'string', description: '', sensitive: false, example: null },
        b: { name: 'b', type: 'string', description: '', sensitive: false, example: null },
      },
      ...Object.fromEntries(
        [
          'contexts',
          'integrations',
          'actions',
          'mocks',
          'interpreters',
          'conversations',
          'scenes',
          'turns',
          'intents',
          'tests',
        ].map((group) => [group, {}]),
      ),
      canvas: { placements: {}, views: {}, notes: { note: { text: 'x', x: 0, y: 0, width: 200, height: 120 } } },
    });
  });

  test('[F2] lists records by id, however they came', () => {
    const ids = ['b', 'B', 'a-2', 'a', 'z9', '10', '9', 'a_1', 'é'].filter((id) => /^[\w-]+$/.test(id));
    const names = (order: readonly string[]) => {
      const builder = aScenario('Hi');
      for (const id of order) builder.withIntegration(id, { id });
      return Object.keys(printed(builder.build())['integrations'] as JsonObject);
    };
    expect(names(ids)).toEqual(['9', '10', 'B', 'a', 'a-2', 'a_1', 'b', 'z9']);
    expect(names(ids.toReversed())).toEqual(names(ids));
  });

  test('[F3] reads back as the document it was written from', () => {
    const document = orderDocument();
    const back = unwrap(readScenario(printScenario(document)));
    expect(back.migratedFrom).toBeNull();
    expect(JSON.stringify(back.document)).toBe(JSON.stringify(reread(printed(document))));
    expect(back.document.tables.intents.toJS()).toEqual(document.tables.intents.toJS());
    expect(back.document.children.toJS()).toEqual(document.children.toJS());
    expect(printScenario(back.document)).toBe(printScenario(document));
  });

  test('[F4] keeps keys nobody knows, wherever they are', () => {
    const file = printed(orderDocument());
    const turns = file['turns'] as JsonObject;
    const canvas = file['canvas'] as JsonObject;
    const newer = {
      ...file,
      mood: { is: ['good'] },
      turns: { where: { ...(turns['where'] as JsonObject), tempo: 3 } },
      canvas: {
        ...canvas,
        zoom: 2,
        notes: { note: { ...((canvas['notes'] as JsonObject)['note'] as JsonObject), shade: 'red' } },
      },
    };
    const document = reread(newer);
    expect(printed(document)).toEqual(newer);
    const edited = after(document, { kind: 'record.update', table: 'turns', id: 'where', changes: { name: 'When' } });
    expect(printed(edited)).toMatchObject({
      mood: { is: ['good'] },
      turns: { where: { name: 'When', tempo: 3 } },
      canvas: { zoom: 2 },
    });
  });

  test.each<[string, PlainCommand, readonly string[]]>([
    [
      'a moved node',
      { kind: 'canvas.place', places: [{ id: 'orders', x: 11, y: 20 }] },
      ['-        "x": 10,', '+        "x": 11,'],
    ],
    [
      'a changed message',
      {
        kind: 'record.update',
        table: 'intents',
        id: 'tell',
        changes: {
          messages: [{ id: 'tell-message', name: '', conditions: [], blocks: [{ kind: 'text', text: 'So' }] }],
        },
      },
      ['-              "text": "It is {user.status}"', '+              "text": "So"'],
    ],
  ])('[F5] %s is a small diff', (_, command, expected) => {
    const before = printScenario(orderDocument()).split('\n');
    const now = printScenario(after(orderDocument(), command)).split('\n');
    const changed = now.flatMap((line, index) => (line === before[index] ? [] : [`-${before[index]}`, `+${line}`]));
    expect(changed).toEqual(expected);
  });

  test('[F5] an inserted turn adds its lines and touches no other', () => {
    const before = printScenario(orderDocument()).split('\n');
    const now = printScenario(after(orderDocument(), { kind: 'turn.add', scene: 'main', name: 'Again' })).split('\n');
    const start = now.findIndex((line, index) => line !== before[index]);
    const added = now.length - before.length;
    expect([...now.slice(0, start), ...now.slice(start + added)]).toEqual(before);
    expect(now[start]).toBe('    "again": {');
  });
});

test('[F6] writing 5,000 records costs at most three times JSON.stringify', () => {
  const builder = aScenario('Large').withConversation('All').withScene('Main');
  for (let turn = 0; turn < 1700; turn += 1)
    builder
      .withTurn(`t${turn}`)
      .user(`ask_${turn}`, { samples: ['where is it'] })
      .app(`tell_${turn}`, { text: 'It is here' });
  const document = builder.build();
  const data = JSON.parse(printScenario(document)) as Json;
  const cost = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  // Taken in turns, so that whatever else the machine does slows both.
  const ratios = Array.from(
    { length: 25 },
    () => cost(() => printScenario(document)) / cost(() => JSON.stringify(data, null, 2)),
  );
  expect(ratios.toSorted((left, right) => left - right)[12]).toBeLessThan(3);
});
