import { expect, test } from 'vitest';
import { whyUnknown, whyUnmet } from '../../../../shared/explain/why-unmet.ts';
import { tryCondition, type TriedValues } from '../../../../renderer/inspector/conditions/try-condition.ts';
import type { Condition } from '../../../../shared/model/condition.ts';
import { all, any, none, reference, value, when } from '../../../builders/conditions.ts';

const held: Readonly<Record<string, string | number | boolean | string[] | null>> = {
  age: 17,
  name: 'Bo',
  limit: 21,
  tags: ['a', 'b'],
  seen: 1_769_850_000,
};
const values: TriedValues = {
  from: 'example',
  read: (context, attribute) => (context === '_intent' ? undefined : (held[attribute] ?? null)),
  typeOf: (attribute) =>
    attribute === 'age' ? 'int' : attribute === 'tags' ? 'string[]' : attribute === 'seen' ? 'timestamp' : 'string',
  now: 1_769_850_010_000,
  strict: false,
  typedEmpty: false,
};
const tried = (condition: Condition) => tryCondition(condition, values);

test.each<[Condition, string]>([
  [when('user.age', 'gte', 18), '{user.age} is 17, and must be at least 18'],
  [when('user.age', 'gte', reference('user.limit')), '{user.age} is 17, and must be at least {user.limit} (21)'],
  [when('user.age', 'gte', reference('user.gone')), '{user.age} is 17, and must be at least {user.gone} (not set)'],
  [when('user.age', 'between', 18, 65), '{user.age} is 17, and must be between 18 and 65'],
  [
    when('user.age', 'between', 18, reference('user.limit')),
    '{user.age} is 17, and must be between 18 and {user.limit} (21)',
  ],
  [when('user.mail', 'is_set'), '{user.mail} is not set, and must be set'],
  [when('user.name', 'is_not_set'), '{user.name} is “Bo”, and must not be set'],
  [when('user.name', 'length_gt', 3), '{user.name} is “Bo”, 2 long, and must be longer than 3'],
  [when('user.name', 'in_set', 'Ada, Eve'), '{user.name} is “Bo”, and must be one of “Ada, Eve”'],
  [when('user.tags', 'in_set', 'c'), '{user.tags} is ["a","b"], and must have among its items “c”'],
  [when('user.tags', 'length_gte', 3), '{user.tags} is ["a","b"], 2 items, and must have at least a length of 3'],
  [
    when('user.seen', 'time_passed_greater_than', 60),
    '{user.seen} is 2026-01-31T09:00:00+00:00, and must be longer ago in seconds than 60',
  ],
  [{ kind: 'test', operation: 'eq', left: value('a'), right: value('b') }, 'what is looked at is “a”, and must be “b”'],
  [when('', 'is_set'), 'it is not said what is looked at'],
  [all(when('user.name', 'is_set'), when('user.age', 'gt', 20)), '{user.age} is 17, and must be greater than 20'],
  [
    any(when('user.age', 'gt', 20), when('user.mail', 'is_set')),
    'at least one of these must hold: {user.age} is 17, and must be greater than 20; {user.mail} is not set, and must be set',
  ],
  [none(when('user.age', 'lt', 18)), 'it must not be so that user.age is less than 18 (it is 17)'],
])('%j', (condition, sentence) => {
  const looked = tried(condition);
  expect([looked.outcome, whyUnmet(looked)]).toEqual([false, sentence]);
});

test('what cannot be known is told once, and only where it matters', () => {
  const unknown = when('_intent.size', 'is_set');
  const sentence = '{_intent.size} cannot be known before the talk: it is interpreted at run time.';
  expect(whyUnknown(tried(any(unknown, unknown, when('user.age', 'gt', 20))))).toEqual([sentence]);
  expect(whyUnknown(tried(any(unknown, when('user.age', 'lt', 20))))).toEqual([]);
});
