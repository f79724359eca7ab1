import { expect, test } from 'vitest';
import { mapValue, nameOfPath, typeOfValue } from '../../../../renderer/inspector/action/try-map-value.ts';
import { rowWords, treeRows } from '../../../../renderer/inspector/action/try-tree-rows.ts';
import { queryJson } from '../../../../shared/actions/query-json.ts';
import type { Json } from '../../../../shared/base/json.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const answer: Json = {
  order: { id: 'A-1', 'ship-to': { 'post code': '0150' }, lines: [{ sku: 'L1' }, { sku: 'L2' }] },
  total: 64.5,
  ok: true,
  at: '2026-01-05T09:00:00Z',
  nothing: null,
};

test('every row finds its own value by its path', () => {
  const everything = treeRows(answer, new Set(['order.lines[0]', 'order.lines[1]']));
  expect(everything.map(({ path }) => path)).toContain('order."ship-to"."post code"');
  expect(everything.map(({ path }) => path)).toContain('order.lines[1].sku');
  for (const { path, value } of everything) expect(queryJson(answer, path)).toEqual({ ok: true, value });
});

test('a list and a bare value at the top have paths too', () => {
  const list: Json = [{ name: 'Ada' }, { name: 'Grace' }];
  for (const { path, value } of treeRows(list, new Set())) expect(queryJson(list, path)).toEqual({ ok: true, value });
  expect(treeRows('plain', new Set()).map(({ path }) => path)).toEqual(['@']);
});

test('what is deep or long is closed until somebody opens it', () => {
  const long: Json = { few: [1, 2], many: Array.from({ length: 31 }, (_, index) => index) };
  const paths = treeRows(long, new Set()).map(({ path }) => path);
  expect(paths).toEqual(['few', 'few[0]', 'few[1]', 'many']);
  expect(treeRows(long, new Set(['few', 'many']))).toHaveLength(2 + 31);
  expect(
    treeRows(
      Array.from({ length: 5000 }, () => 1),
      new Set(),
    ),
  ).toHaveLength(1000);
});

test('a row says what it holds', () => {
  expect([rowWords({ value: 'a', inside: null }), rowWords({ value: 3, inside: null })]).toEqual(['“a”', '3']);
  expect([rowWords({ value: [1], inside: 1 }), rowWords({ value: {}, inside: 0 })]).toEqual(['1 item', '0 fields']);
});

test('the type fits the value, and a name comes from the field', () => {
  const types: readonly (readonly [Json, string])[] = [
    ['text', 'string'],
    ['2026-01-05T09:00:00Z', 'timestamp'],
    ['2026-01-05', 'string'],
    [4, 'int'],
    [4.5, 'float'],
    [false, 'boolean'],
    [null, 'string'],
    [{ a: 1 }, 'composite'],
    [[1, 2], 'int[]'],
    [[1, 2.5], 'float[]'],
    [['a', 1], 'list'],
    [[{ a: 1 }], 'composite[]'],
    [[], 'list'],
    [[[1]], 'list'],
  ];
  expect(types.map(([value]) => typeOfValue(value))).toEqual(types.map(([, type]) => type));
  expect(['order.status', 'order."ship-to"', 'items[1]', '[0]', '"9 lives"'].map(nameOfPath)).toEqual([
    'status',
    'ship_to',
    'items_2',
    'result_1',
    'lives',
  ]);
});

test('a value becomes an output; one of its name that finds nothing is pointed there, any other is left alone', () => {
  const outputs = [{ name: 'id', from: 'gone.id' }, { name: 'total' }];
  const document = aScenario('Shop')
    .withAttribute('sku', 'string', { sensitive: true })
    .withApiAction('get', { outputs })
    .build();
  const map = (path: string) => {
    const action = document.tables.actions.get('get')!;
    const plan = planCommand(document, mapValue(document, action, path, answer));
    if (!plan.ok) throw new Error(plan.failure.sentence);
    expect(plan.value.label).toBe(`Map ${path}`);
    return applyDiff(document, plan.value.diff)
      .tables.actions.get('get')
      ?.outputs.map(({ name, from, type, sensitive }) => [name, from, type, sensitive]);
  };
  expect(map('order.id')).toEqual([
    ['id', 'order.id', 'string', false],
    ['total', '', 'string', false],
  ]);
  expect(map('order.lines[0].sku')?.at(-1)).toEqual(['sku', 'order.lines[0].sku', 'string', true]);
  expect(map('ok')?.at(-1)).toEqual(['ok', '', 'boolean', false]);
  expect(map('total')?.at(-1)).toEqual(['total_2', 'total', 'float', false]);
});
