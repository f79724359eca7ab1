import { describe, expect, test } from 'vitest';
import { tableNames } from '../../../../shared/model/record-tables.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { repairScenario, type RepairedScenario } from '../../../../shared/persistence/repair-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const good = printScenario(orderDocument());
const damaged = (from: string, to: string): RepairedScenario => {
  expect(good).toContain(from);
  return unwrap(repairScenario(good.replace(from, to)));
};
const pointers = ({ leftOut }: RepairedScenario): string[] => leftOut.map(({ pointer }) => pointer);
const lost = ({ document }: RepairedScenario): string[] =>
  tableNames.flatMap((table) =>
    [...orderDocument().tables[table].keys()]
      .filter((id) => !document.tables[table].has(id))
      .map((id) => `${table} ${id}`),
  );

describe('repairing', () => {
  test('[F16] a file that is whole leaves nothing out', () => {
    const repaired = unwrap(repairScenario(good));
    expect(repaired.leftOut).toEqual([]);
    expect(printScenario(repaired.document)).toBe(good);
  });

  test('[F16] gives a wrong field its default and keeps the record', () => {
    const repaired = damaged('"confidence": 0.5', '"confidence": "high"');
    expect(repaired.leftOut).toEqual([
      { pointer: '/intents/ask/confidence', sentence: 'Expected a number, found "high".' },
    ]);
    expect(lost(repaired)).toEqual([]);
    expect(printScenario(repaired.document)).toBe(good);
  });

  test('[F16] leaves out a record that makes no sense, with what it holds', () => {
    const repaired = damaged('"conversation": "orders"', '"conversation": 7');
    expect(pointers(repaired)).toEqual([
      '/scenes/main/conversation',
      '/scenes/main',
      '/turns/where/scene',
      '/intents/ask/turn',
      '/intents/tell/turn',
    ]);
    expect(lost(repaired)).toEqual(['scenes main', 'turns where', 'intents ask', 'intents tell']);
  });

  test.each([
    [
      'a parent that is gone',
      '"scene": "main"',
      '"scene": "gone"',
      ['/turns/where/scene', '/intents/ask/turn', '/intents/tell/turn'],
    ],
    ['an id given twice', '"note": {', '"ask": {', ['/canvas/notes/ask']],
    ['a key given twice', '"version": 1,', '"version": 1, "version": 1,', ['/version']],
    [
      'a key that reaches for a prototype',
      '"mocks": {',
      '"mocks": {"__proto__": {"status": 200},',
      ['/mocks/__proto__'],
    ],
    [
      'a built prototype',
      '"status": "shipped"',
      '"constructor": {"prototype": {}}',
      ['/mocks/shipped/body/constructor/prototype'],
    ],
    ['a group that is none', '"tests": {', '"tests": [], "more": {', ['/tests']],
    ['a record that is none', '"where": {', '"odd": 4, "where": {', ['/turns/odd']],
    ['a scenario without a name', '"name": "Order",', '', ['/scenario/name', '/scenario']],
    [
      'a number without end',
      '"x": 10',
      '"x": 1e999',
      ['/canvas/placements/orders/x', '/canvas/placements/orders/x', '/canvas/placements/orders'],
    ],
  ])('[F16] tells of %s, and the rest reads like any file', (_, from, to, expected) => {
    const repaired = damaged(from, to);
    expect(pointers(repaired)).toEqual(expected);
    const text = printScenario(repaired.document);
    expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
  });

  test('[F16] a scenario that lost its own record gets a plain one', () => {
    const { document } = unwrap(repairScenario('{"format":"parley.scenario","version":1}'));
    expect(document.scenario).toMatchObject({ id: 'scenario', name: 'Recovered scenario' });
  });

  test.each([
    ['no JSON', good.slice(0, 500)],
    ['another format', good.replace('parley.scenario', 'other')],
    ['a newer file', good.replace('"version": 1', '"version": 9')],
    ['no scenario at all', '[]'],
  ])('[F17] %s cannot be repaired', (_, source) => {
    expect(unwrapFailure(repairScenario(source))).toHaveLength(1);
  });
});
