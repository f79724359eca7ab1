import { expect, test } from 'vitest';
import { problemsByNode } from '../../../../renderer/canvas/use-canvas-problems.ts';
import type { Problem } from '../../../../shared/problems/problem.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario()
  .withApiAction('lookUp')
  .withConversation('a')
  .withScene('b')
  .withTurn('c')
  .app('tell', { messages: [{ id: 'first', text: '' }], actions: [{ id: 'use', action: 'lookUp' }] })
  .build();

const problem = (ref: string): Problem => ({
  code: 'P007-empty-message',
  severity: 'warning',
  ref,
  field: '',
  sentence: `about ${ref}`,
});

test('a problem shows on what is drawn: of a message on its intent, of an action use on the action', () => {
  const byNode = problemsByNode(document, ['first', 'tell', 'use', 'lookUp', 'gone'].map(problem));
  const sentences = [...byNode].map(([id, problems]) => [id, problems.map(({ sentence }) => sentence)]);
  expect(sentences).toEqual([
    ['tell', ['about first', 'about tell']],
    ['use', ['about use']],
    ['lookUp', ['about lookUp']],
    ['gone', ['about gone']],
  ]);
});
