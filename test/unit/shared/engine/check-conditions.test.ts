import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model/condition.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { all, any, none, reference, value, when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';

const yes = (): Condition => when('user.tier', 'eq', 'gold');
const no = (): Condition => when('user.tier', 'eq', 'tin');

function check(conditions: readonly Condition[], options: object = {}): Talk {
  const scenario = aScenario('Shop', options)
    .withAttribute('age', 'int')
    .withAttribute('limit', 'int')
    .withAttribute('quote', 'json')
    .withConversation('A')
    .withScene('s')
    .withTurn('t')
    .user('ask', { conditions });
  return play(scenario, {
    attributes: { tier: 'gold', age: 17, limit: 18, quote: { items: [{ price: 9.5 }, { price: 12 }] } },
  }).press('ask');
}
const holds = (conditions: readonly Condition[], options: object = {}): boolean =>
  check(conditions, options).event('exchange.ended').matched === 'ask';
const paths = (conditions: readonly Condition[]): string[] =>
  check(conditions)
    .events('condition.evaluated')
    .map(({ path, operation, outcome }) => `${path} ${operation} ${outcome}`);

describe('a list', () => {
  test('[E100] holds when all do, and stops at the first that does not', () => {
    expect([holds([]), holds([yes(), yes()]), holds([yes(), no(), yes()])]).toEqual([true, true, false]);
    expect(paths([yes(), no(), yes()])).toEqual(['0 eq true', '1 eq false']);
  });

  test.each([
    ['all', [all(yes(), yes())], true],
    ['all', [all(yes(), no())], false],
    ['any', [any(no(), yes())], true],
    ['any', [any(no(), no())], false],
    ['none', [none(no(), no())], true],
    ['none', [none(no(), yes())], false],
    ['empty', [all(), any(), none()], true],
    ['nested', [any(no(), all(yes(), none(no(), any(no()))))], true],
  ])('[E100] %s: %j', (_match, conditions, outcome) => {
    expect(holds(conditions)).toBe(outcome);
  });

  test('[E101] says of each test where it stands and what it saw', () => {
    expect(paths([yes(), any(no(), all(yes()))])).toEqual([
      '0 eq true',
      '1.any.0 eq false',
      '1.any.1.all.0 eq true',
      '1.any.1 all true',
      '1 any true',
    ]);
    expect(check([when('user.age', 'gte', reference('user.limit'))]).event('condition.evaluated')).toMatchObject({
      ref: 'ask',
      path: '0',
      operation: 'gte',
      left: 17,
      leftText: 'user.age',
      right: 18,
      rightText: 'user.limit',
      outcome: false,
    });
    expect(check([when('user.age', 'between', 10, 20)]).event('condition.evaluated')).toMatchObject({
      right: [10, 20],
      rightText: '10 … 20',
      outcome: true,
    });
  });
});

describe('a test', () => {
  test('[E102] compares references on either side; a broken one is missing', () => {
    expect(holds([{ kind: 'test', operation: 'lt', left: value(3), right: reference('user.age') }])).toBe(true);
    expect(holds([when('user.age', 'lt', reference('user.limit'))])).toBe(true);
    expect(holds([when('user..', 'is_not_set')])).toBe(true);
    expect(holds([when('user..', 'eq', 'x')])).toBe(false);
  });

  test('[E103] compares as the type of the attribute', () => {
    expect(holds([when('user.age', 'eq', '17')])).toBe(true);
    expect(holds([when('user.age', 'lt', '100')])).toBe(true);
    expect(holds([when('user.quote.items[0].price', 'lt', 10)])).toBe(true);
    expect(holds([when('user.quote.items[1].price', 'gt', '9')])).toBe(true);
    expect(holds([when('user.quote.items | count', 'eq', 2)])).toBe(true);
  });

  test('[E103] as older systems do where the scenario says so', () => {
    expect(holds([when('user.age', 'eq', '17')], { strict: true })).toBe(false);
    expect(holds([when('user.years', 'eq', '')])).toBe(false);
    expect(holds([when('user.years', 'eq', '')], { typedEmpty: true })).toBe(true);
  });
});
