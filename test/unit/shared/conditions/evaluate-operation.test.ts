import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { comparedType } from '../../../../shared/conditions/compared-type.ts';
import { evaluateOperation, type OperationOptions } from '../../../../shared/conditions/evaluate-operation.ts';
import { operandCount } from '../../../../shared/conditions/operation-operands.ts';
import { attributeTypes, type AttributeType } from '../../../../shared/model/attribute-type.ts';
import { operations, type Operation } from '../../../../shared/model/condition.ts';
import { parseReference } from '../../../../shared/reference/parse-reference.ts';
import type { Reference } from '../../../../shared/reference/reference.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const now = 1_700_000_000_500;

/** `left operation right` on an attribute of a type, by default a text. */
function holds(
  left: Json,
  operation: Operation,
  right: Json = null,
  { upper = null, ...options }: Partial<OperationOptions> & { readonly upper?: Json } = {},
): boolean {
  return evaluateOperation(
    operation,
    { left, right, upper, leftMissing: left === null },
    { type: 'string', now, strict: false, typedEmpty: false, ...options },
  );
}

const comparisons = operations.filter((operation) => operandCount[operation] > 0);

describe('missing values', () => {
  test.each(comparisons)('[K1] %s is false on a missing attribute', (operation) => {
    const outcomes = attributeTypes.map((type) => holds(null, operation, 1, { type, upper: 2 }));
    expect(outcomes).toEqual(attributeTypes.map(() => false));
  });

  test('[K1] a missing attribute is not set and empty', () => {
    const unary = operations.filter((operation) => operandCount[operation] === 0 && holds(null, operation));
    expect(unary).toEqual(['is_not_set', 'is_empty']);
  });

  test.each(comparisons)('[K2] %s is false without a right side', (operation) => {
    const values: readonly Json[] = ['', 'a', 0, 5, true, false, [], ['a'], {}, { a: 1 }];
    expect(values.filter((left) => holds(left, operation, null))).toEqual([]);
  });
});

test.each<[AttributeType, Json, Json, boolean]>([
  ['string', 'gold', 'gold', true],
  ['string', 'gold', 'Gold', false],
  ['string', '5', 5, true],
  ['string', 5, '5', true],
  ['string', '05', 5, false],
  ['int', 5, '5', true],
  ['int', 5, '5.9', true],
  ['int', '5', 5, true],
  ['float', 1.5, '1.50', true],
  ['boolean', false, 'false', true],
  ['boolean', true, 'yes', true],
  ['timestamp', 60, '60', true],
  ['timestamp', 60, 'soon', false],
  ['timestamp', false, 'soon', false],
  ['list', ['a', 1], ['a', 1], true],
  ['list', ['a', 1], ['a', '1'], false],
  ['list', [], [1], false],
  ['composite', { a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }, true],
  ['composite', { a: 1 }, { a: 1, b: 2 }, false],
  ['composite', { a: 1 }, [1], false],
  ['composite', 120, '120', true],
  ['json', 'open', 'open', true],
  ['int[]', 3, '3', true],
  ['string', { a: 1 }, { a: 1 }, true],
])('[K3] %s: %j eq %j is %j, and not_eq the opposite', (type, left, right, expected) => {
  expect(holds(left, 'eq', right, { type })).toBe(expected);
  expect(holds(left, 'not_eq', right, { type })).toBe(!expected);
});

test('[K4] strict equality includes the type', () => {
  const strict = { strict: true, type: 'int' } as const;
  expect(holds(5, 'eq', '5', strict)).toBe(false);
  expect(holds(5, 'not_eq', '5', strict)).toBe(true);
  expect(holds(5, 'eq', 5, strict)).toBe(true);
  expect(holds(false, 'eq', 'false', { strict: true, type: 'boolean' })).toBe(false);
  expect(holds('foo', 'in_set', ['foo'], { strict: true })).toBe(false);
  expect(holds(['foo'], 'in_set', 'foo', { strict: true, type: 'list' })).toBe(true);
  expect(holds('foo', 'not_in_set', ['bar'], { strict: true })).toBe(false);
});

test('[K5] with typedEmpty a missing value is an empty one', () => {
  const empty = (type: AttributeType, operation: Operation, right: Json = null) =>
    holds(null, operation, right, { type, typedEmpty: true });
  expect(empty('int', 'lt', 10)).toBe(true);
  expect(empty('int', 'is_set')).toBe(true);
  expect(empty('string', 'eq', '')).toBe(true);
  expect(empty('string', 'is_set')).toBe(false);
  expect(empty('boolean', 'eq', false)).toBe(true);
  expect(empty('boolean', 'is_not_set')).toBe(false);
  expect(empty('string[]', 'length_eq', 0)).toBe(true);
  expect(empty('timestamp', 'time_passed_greater_than', 600)).toBe(false);
  expect(empty('composite', 'is_set')).toBe(false);
});

test.each<[AttributeType, Json, Json, -1 | 0 | 1]>([
  ['int', 17, 18, -1],
  ['int', 18, '18', 0],
  ['float', 1.5, '1.2', 1],
  ['string', '9', '10', -1],
  ['string', '1e2', '100.0', 0],
  ['string', 'apple', 'banana', -1],
  ['string', '10', 'banana', -1],
  ['boolean', false, true, -1],
  ['timestamp', 60, 120, -1],
  ['composite', 120, '99.5', 1],
])('[K6] %s: %j against %j', (type, left, right, order) => {
  const outcomes = (['gt', 'gte', 'lt', 'lte'] as const).map((operation) => holds(left, operation, right, { type }));
  expect(outcomes).toEqual([order > 0, order >= 0, order < 0, order <= 0]);
});

test.each<[AttributeType, Json, Json]>([
  ['timestamp', 60, 'soon'],
  ['timestamp', 'soon', 60],
  ['list', ['a'], 1],
  ['composite', { a: 1 }, 1],
])('[K6] %s: %j and %j have no order', (type, left, right) => {
  expect((['gt', 'gte', 'lt', 'lte'] as const).filter((operation) => holds(left, operation, right, { type }))).toEqual(
    [],
  );
});

test('[K7] between includes both ends', () => {
  const between = (left: Json, lower: Json, upper: Json) => holds(left, 'between', lower, { type: 'int', upper });
  expect([1, 2, 3, 4, 5].filter((age) => between(age, '2', '4'))).toEqual([2, 3, 4]);
  expect(between(3, 2, null)).toBe(false);
  expect(between(3, null, 4)).toBe(false);
  expect(between(3, 4, 2)).toBe(false);
});

test.each<[Json, boolean, boolean]>([
  ['a', true, false],
  ['', false, true],
  [false, false, false],
  [true, true, false],
  [0, true, false],
  [[], true, false],
  [null, false, true],
])('[K8] %j: is_set %j, is_not_set %j', (left, isSet, isNotSet) => {
  expect([holds(left, 'is_set'), holds(left, 'is_not_set')]).toEqual([isSet, isNotSet]);
});

test.each<[Json, boolean, boolean]>([
  [true, true, false],
  ['yes', true, false],
  [1, true, false],
  [false, false, true],
  ['no', false, true],
  [0, false, true],
  [null, false, false],
])('[K9] %j: is_true %j, is_false %j', (left, isTrue, isFalse) => {
  expect([holds(left, 'is_true'), holds(left, 'is_false')]).toEqual([isTrue, isFalse]);
});

test.each<[Json, boolean]>([
  [null, true],
  ['', true],
  [[], true],
  [{}, true],
  [' ', false],
  [0, false],
  [false, false],
  [[null], false],
])('[K10] %j: is_empty %j', (left, expected) => {
  expect([holds(left, 'is_empty'), holds(left, 'is_not_empty')]).toEqual([expected, !expected]);
});

test.each<[Json, Operation, Json, boolean]>([
  ['order A-1001', 'contains', 'A-1', true],
  ['order A-1001', 'contains', 'a-1', false],
  [12_345, 'contains', 34, true],
  [['lamp', 5], 'contains', 'lamp', true],
  [['lamp', 5], 'contains', '5', true],
  [['lamp', 5], 'contains', 'la', false],
  [[['lamp']], 'contains', ['lamp'], true],
  [{ a: 'lamp' }, 'contains', 'lamp', true],
  [{ lamp: 1 }, 'contains', 'lamp', false],
  ['A-1001', 'starts_with', 'A-', true],
  ['A-1001', 'starts_with', '1001', false],
  ['A-1001', 'ends_with', 1001, true],
  ['A-1001', 'ends_with', 'A', false],
])('[K11] %j %s %j is %j', (left, operation, right, expected) => {
  expect(holds(left, operation, right)).toBe(expected);
});

test.each<[Json, AttributeType, Json, boolean, boolean]>([
  [['foo', 'bar'], 'list', 'foo', true, false],
  [['foo', 'bar'], 'list', 'baz', false, true],
  [[1, 2], 'int[]', '2', true, false],
  [['2'], 'list', 2, true, false],
  [['true'], 'list', true, true, false],
  ['gold', 'string', ['gold', 'silver'], true, false],
  ['gold', 'string', 'silver, gold', true, false],
  ['gold', 'string', 'silver', false, true],
  [5, 'int', '4,5,6', true, false],
  [{ a: 1 }, 'composite', 'a', false, false],
  ['a', 'string', { a: 1 }, false, false],
])('[K14] %j (%s) in %j', (left, type, right, isIn, isNotIn) => {
  expect([holds(left, 'in_set', right, { type }), holds(left, 'not_in_set', right, { type })]).toEqual([isIn, isNotIn]);
});

test.each<[Json, Json, number | null]>([
  ['four', 4, 4],
  ['📦🚚', '2', 2],
  [['a', 'b', 'c'], 3, 3],
  [{ a: 1, b: 2 }, 2, 2],
  [12_345, 5, 5],
  ['four', 'many', null],
  ['four', [4], null],
])('[K15] the length of %j against %j', (left, right, length) => {
  const names = ['length_eq', 'length_gt', 'length_gte', 'length_lt', 'length_lte'] as const;
  const outcomes = names.map((operation) => holds(left, operation, right));
  expect(outcomes).toEqual(length === null ? names.map(() => false) : [true, false, true, false, true]);
});

test('[K16] time passed is counted in whole seconds', () => {
  const passed = (operation: Operation, ago: number, wanted: Json) =>
    holds(1_700_000_000 - ago, operation, wanted, { type: 'timestamp' });
  expect(passed('time_passed_equals', 600, '600')).toBe(true);
  expect(passed('time_passed_greater_than', 601, 600)).toBe(true);
  expect(passed('time_passed_greater_than', 600, 600)).toBe(false);
  expect(passed('time_passed_less_than', 599, 600)).toBe(true);
  expect(passed('time_passed_less_than', 600, 600)).toBe(false);
  expect(passed('time_passed_less_than', -60, 600)).toBe(true);
  expect(passed('time_passed_greater_than', 600, 0)).toBe(false);
  expect(passed('time_passed_less_than', -600, 0)).toBe(false);
  expect(holds('yesterday', 'time_passed_greater_than', 600, { type: 'timestamp' })).toBe(false);
});

type OperationCase = {
  readonly area: string;
  readonly input: {
    readonly operation: Operation | 'example';
    readonly attribute: { readonly type: AttributeType | 'array'; readonly value: Json } | string;
    readonly parameters?: { readonly value?: Json };
  };
  readonly expected: boolean;
};
const cases = readSharedData('cases/opendialog-cases.json');

test.skipIf(cases === null)(
  '[K1, K2, K4, K8, K16] every documented operation answers as documented in strict mode',
  () => {
    const examples = (JSON.parse(cases ?? '[]') as readonly OperationCase[]).filter(
      ({ area, input }) => area === 'operation' && input.operation !== 'example',
    );
    expect(examples.length).toBeGreaterThanOrEqual(16);
    const answers = examples.map(({ input: { operation, attribute, parameters } }) => {
      const { type, value } = typeof attribute === 'string' ? { type: 'string' as const, value: null } : attribute;
      return operation === 'example'
        ? null
        : holds(value, operation, parameters?.value ?? null, { type: type === 'array' ? 'list' : type, strict: true });
    });
    expect(answers).toEqual(examples.map(({ expected }) => expected));
  },
);

test('[K3] a declared member is compared as its own type, any other value inside as what it is', () => {
  const left = (path: string): Reference => unwrap(parseReference(`user.order.${path}`));
  const members = (attribute: string, path: readonly (string | number)[]): AttributeType | undefined =>
    attribute === 'order' && path.join('.') === 'sent' ? 'timestamp' : undefined;
  const compared = (reference: Reference, value: Json): AttributeType =>
    comparedType({ left: reference, right: null }, value, () => 'composite', members);
  expect(compared(left('sent'), '60')).toBe('timestamp');
  expect(compared(left('note'), '60')).toBe('string');
  expect(compared(left('count'), 60)).toBe('float');
  expect(compared(left('sent | count'), 1)).toBe('float');
});
