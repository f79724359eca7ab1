import { expect, test } from 'vitest';
import { tryCondition, type TriedValues } from '../../../../renderer/inspector/conditions/try-condition.ts';
import { MASK } from '../../../../shared/engine/mask.ts';
import { all, any, none, when } from '../../../builders/conditions.ts';

const values: TriedValues = {
  from: 'talk',
  read: (context, attribute) =>
    context === '_intent' ? undefined : ({ age: 17, secret: MASK, tags: ['a', 'b'] }[attribute] ?? null),
  typeOf: (attribute) => (attribute === 'age' ? 'int' : attribute === 'tags' ? 'list' : 'string'),
  now: Date.UTC(2026, 0, 31),
  strict: false,
  typedEmpty: false,
};
const young = when('user.age', 'lt', '18');
const old = when('user.age', 'gte', 18);
const unseen = when('_intent.age', 'is_set');

test.each([
  [young, true],
  [old, false],
  [unseen, null],
  [when('user.secret', 'eq', 'x'), null],
  [when('user.name', 'is_not_set'), true],
  [when('user.tags[1]', 'eq', 'b'), true],
  [when('user.age', 'eq', { kind: 'reference', reference: 'user.age' }), true],
  [when('not a reference', 'is_set'), false],
  [all(young, old), false],
  [all(young, unseen), null],
  [all(old, unseen), false],
  [any(old, young), true],
  [any(old, unseen), null],
  [any(young, unseen), true],
  [none(old), true],
  [none(young, unseen), false],
  [none(old, unseen), null],
  [all(), true],
  [any(), true],
  [none(), true],
])('%j holds: %j', (condition, holds) => {
  expect(tryCondition(condition, values).outcome).toBe(holds);
});
