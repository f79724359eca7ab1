import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  conditionAt,
  duplicateCondition,
  moveCondition,
  negateCondition,
  stepCondition,
  unwrapGroup,
  wrapCondition,
  type ConditionStep,
} from '../../../../renderer/inspector/conditions/condition-tree.ts';
import { tryCondition, type TriedValues } from '../../../../renderer/inspector/conditions/try-condition.ts';
import { operations, type Condition } from '../../../../shared/model/condition.ts';
import { all, any, none, when } from '../../../builders/conditions.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => when(`user.${name}`, 'is_set')) as [
  Condition,
  Condition,
  Condition,
  Condition,
];

test.each<[what: string, list: Condition[], from: number[], to: number[], moved: Condition[], at: number[]]>([
  ['down, past the next', [a, b, c], [0], [2], [b, a, c], [1]],
  ['up', [a, b, c], [2], [0], [c, a, b], [0]],
  ['into a group behind it', [a, any(b)], [0], [1, 1], [any(b, a)], [0, 1]],
  ['into a group ahead of it', [any(b), a], [1], [0, 0], [any(a, b)], [0, 0]],
  ['out of a group', [any(a, b), c], [0, 0], [1], [any(b), a, c], [1]],
  ['from one group to another', [any(a, b), all(c)], [0, 1], [1, 0], [any(a), all(b, c)], [1, 0]],
  ['a group into a group', [any(a), all(b)], [0], [1, 0], [all(any(a), b)], [0, 0]],
])('a condition goes %s', (_, list, from, to, moved, at) => {
  expect(moveCondition(list, from, to)).toEqual({ list: moved, at });
});

test('nothing goes into itself, or where it is', () => {
  expect(moveCondition([any(a, b)], [0], [0, 1])).toBeNull();
  expect(moveCondition([a, b], [0], [0])).toBeNull();
  expect(moveCondition([a, b], [0], [1])).toBeNull();
  expect(moveCondition([a, b], [4], [0])).toBeNull();
});

test.each<[ConditionStep, list: Condition[], from: number[], moved: Condition[] | null]>([
  ['up', [a, b], [1], [b, a]],
  ['up', [a, b], [0], null],
  ['down', [a, b], [0], [b, a]],
  ['down', [a, b], [1], null],
  ['up', [any(a, b)], [0, 0], [a, any(b)]],
  ['down', [any(a, b)], [0, 1], [any(a), b]],
  ['out', [any(a, b), c], [0, 0], [any(b), a, c]],
  ['out', [a], [0], null],
  ['in', [any(a), b], [1], [any(a, b)]],
  ['in', [a, any(b)], [0], [any(a, b)]],
  ['in', [a, b], [1], null],
])('a step %s', (step, list, from, moved) => {
  expect(stepCondition(list, from, step)?.list ?? null).toEqual(moved);
});

test('doubled, put into a group and taken out of it again', () => {
  expect(duplicateCondition([a, b], [0])).toEqual({ list: [a, a, b], at: [1] });
  const wrapped = wrapCondition([a, b], [1]);
  expect(wrapped?.list).toEqual([a, any(b)]);
  expect(unwrapGroup(wrapped?.list ?? [], [1])?.list).toEqual([a, b]);
  expect(unwrapGroup([a, all(b, c), d], [1])?.list).toEqual([a, b, c, d]);
  expect(unwrapGroup([a], [0])).toBeNull();
});

test('what is negated twice is as it was, where one step back is enough', () => {
  for (const condition of [a, when('user.a', 'is_empty'), any(a, b), any(a, any(b))])
    expect(negateCondition(negateCondition(condition))).toEqual(condition);
});

const values: TriedValues = {
  from: 'example',
  read: (_, attribute) => ({ a: 17, b: 'x', c: false, d: [1, 2] })[attribute] ?? null,
  typeOf: (attribute) => (attribute === 'a' ? 'int' : attribute === 'd' ? 'int[]' : 'string'),
  now: Date.UTC(2026, 0, 31),
  strict: false,
  typedEmpty: false,
};
const leaf = fc.record({
  kind: fc.constant('test' as const),
  operation: fc.constantFrom(...operations),
  left: fc.constantFrom(
    ...['a', 'b', 'c', 'd', 'e'].map((name) => ({ kind: 'reference' as const, reference: `user.${name}` })),
  ),
  right: fc.record({ kind: fc.constant('value' as const), value: fc.constantFrom(17, 'x', '', null, 1) }),
});
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({
      kind: fc.constant('group' as const),
      match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

test('what is negated holds exactly when it did not', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      expect(tryCondition(negateCondition(condition), values).outcome).toBe(!tryCondition(condition, values).outcome);
    }),
  );
  // An empty group holds whatever it asks for; negated, it does not.
  expect(tryCondition(negateCondition(none()), values).outcome).toBe(false);
});

const count = (list: readonly Condition[]): number =>
  list.reduce((sum, one) => sum + (one.kind === 'group' ? count(one.conditions) : 1), 0);
const paths = (list: readonly Condition[], above: readonly number[] = []): (readonly number[])[] =>
  list.flatMap((one, index) => {
    const at = [...above, index];
    return one.kind === 'group' ? [at, ...paths(one.conditions, at), [...at, one.conditions.length]] : [at];
  });

test('whatever is moved anywhere arrives, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (list, from, to) => {
      const places = paths(list);
      const source = places[from % places.length] ?? [];
      const moving = conditionAt(list, source);
      const moved = moveCondition(list, source, places[to % places.length] ?? []);
      if (moved === null || moving === undefined) return;
      expect(count(moved.list)).toBe(count(list));
      expect(conditionAt(moved.list, moved.at)).toEqual(moving);
    }),
  );
});
