import { describe, expect, test } from 'vitest';
import {
  compileRules,
  interpret,
  type ExpectedAttribute,
  type Heard,
} from '../../../../shared/interpret/interpret-utterance.ts';
import type { PatternRule } from '../../../../shared/model/interpreter-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { play } from '../../../builders/play.ts';

const rule = (pattern: string, intentId: string, captures: Record<string, string> = {}): PatternRule => ({
  pattern,
  intentId,
  captures,
});
const entries = ['order', 'refund', 'bye'].map((intentId) => ({ intentId, samples: ['where is my order'] }));

function ask(rules: readonly PatternRule[], said: Heard | string, expected: Record<string, ExpectedAttribute[]> = {}) {
  const heard = typeof said === 'string' ? { text: said, callback: null, value: '', fields: {} } : said;
  return interpret(compileRules(entries, rules), { BYE: 'bye' }, heard, new Map(Object.entries(expected)));
}

describe('rules', () => {
  test('[I28] are certain where they are found, in their order', () => {
    const rules = [rule('(?i)money', 'refund'), rule('(?i)^order', 'order'), rule('order', 'bye')];
    expect(ask(rules, 'Order my money back')).toEqual([
      { intentId: 'refund', confidence: 1, attributes: {}, because: 'the pattern “(?i)money”' },
      { intentId: 'order', confidence: 1, attributes: {}, because: 'the pattern “(?i)^order”' },
    ]);
  });

  test('[I28] read no samples, and nothing out of scope', () => {
    expect(ask([rule('money', 'refund')], 'where is my order')).toEqual([]);
    expect(ask([rule('order', 'elsewhere')], 'where is my order')).toEqual([]);
  });

  test('[I28] leave callbacks to the callbacks', () => {
    const pressed = { text: 'money', callback: 'BYE', value: 'colour.red', fields: {} };
    expect(ask([rule('money', 'refund')], pressed)).toMatchObject([{ intentId: 'bye', attributes: { colour: 'red' } }]);
  });

  test('[I28] the first rule of an intent that fits counts', () => {
    expect(ask([rule('no', 'order'), rule('a(b)', 'order', { 1: 'x' }), rule('a', 'order')], 'ab')).toMatchObject([
      { intentId: 'order', attributes: { x: 'b' } },
    ]);
  });

  test('[I29] groups become attributes of their type', () => {
    const found = ask([rule('(?P<code>[A-Z]-\\d+) (\\d+) (x)?', 'order', { 2: 'count' })], 'A-7 12 ', {
      order: [{ name: 'count', type: 'int' }],
    });
    expect(found).toMatchObject([{ attributes: { code: 'A-7', count: 12 } }]);
    expect(ask([rule('(?P<code>\\d+)', 'order', { code: 'order_id' })], '42')[0]?.attributes).toEqual({
      order_id: '42',
    });
    expect(ask([rule('(a)(b)', 'order')], 'ab')[0]?.attributes).toEqual({});
  });

  test.each(['(', '(?=a)', '(a)\\1', 'a{900}{900}'])('[I29] %s cannot be used and finds nothing', (pattern) => {
    expect(ask([rule(pattern, 'order')], 'aaa')).toEqual([]);
  });

  test('[I28, I29] in a talk, beside intents that go by samples', () => {
    const talk = play(
      aScenario()
        .withAttribute('count', 'int')
        .withInterpreter(
          'rules',
          {},
          {
            kind: 'pattern',
            rules: [{ pattern: '^(\\d+) x', intentId: 'amount', captures: { 1: 'count' } }],
          },
        )
        .withConversation('A')
        .withScene('a')
        .withTurn('t')
        .user('amount', { interpreter: 'rules' })
        .user('refund', { samples: ['money back'] }),
    ).say('12 x lamp');
    expect(talk.event('intent.matched')).toMatchObject({ ref: 'amount', confidence: 1 });
    expect(talk.event('attribute.set')).toMatchObject({ name: 'count', after: 12 });
  });
});
