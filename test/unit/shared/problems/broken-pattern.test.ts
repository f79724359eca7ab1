import { expect, test } from 'vitest';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

test('patterns of interpreters and attributes are looked at too, and lead to intents', () => {
  const broken = [
    { pattern: '(', intentId: 'bye' },
    { pattern: '^bye$', intentId: 'bye' },
  ];
  const scenario = aScenario()
    .withAttribute('policy', 'string', { pattern: '(?=a)' })
    .withInterpreter('rules', {}, { kind: 'pattern', rules: broken })
    .withConversation('Shop')
    .withScene('Orders')
    .withTurn('Asks', { interpreter: 'rules' })
    .user('bye')
    .app('reply', { text: 'Bye.' })
    .build();
  expect(checkScenario(scenario).map(({ code, ref, field }) => [code, ref, field])).toEqual([
    ['P016-broken-pattern', 'policy', 'pattern'],
    ['P016-broken-pattern', 'rules', 'rules'],
  ]);
});

test('what answers of a form must match is looked at too', () => {
  const scenario = aScenario()
    .withConversation('Shop')
    .withScene('Orders')
    .withTurn('Asks')
    .user('bye', { samples: ['bye'] })
    .app('reply', {
      messages: [
        { blocks: [aBlock({ kind: 'form', text: 'Who?', elements: [{ name: 'first_name', pattern: '(' }] })] },
      ],
    })
    .build();
  expect(checkScenario(scenario).map(({ code, ref, field }) => [code, ref, field])).toEqual([
    ['P016-broken-pattern', 'reply-message', 'blocks.0.elements.0.pattern'],
  ]);
});
