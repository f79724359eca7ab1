import { expect, test } from 'vitest';
import { compileWithWords, loadWordVectors } from '../../../../electron/worker/compile-with-words.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { opening, play, Talk } from '../../../builders/play.ts';

const document = aScenario()
  .withConversation('Shop')
  .withScene('Orders')
  .withTurn('Asks')
  .user('where', { samples: ['where is my parcel', 'has my order been shipped'] })
  .user('refund', { samples: ['I want my money back', 'this is broken'] })
  .build();
const said = 'did the package get dispatched';

test('a talk that knows what words mean understands words nobody gave it', () => {
  const knowing = new Talk(compileWithWords(document), opening).say(said).event('intent.ranked').ranking[0];
  const simple = play(document).say(said).event('intent.ranked').ranking[0];
  expect(knowing?.intentId).toBe('where');
  expect(knowing?.confidence).toBeGreaterThan((simple?.confidence ?? 0) + 0.1);
});

test('the table is read once, and is no part of what the program is', () => {
  const [one, other] = [compileWithWords(document), compileWithWords(document)];
  expect(one.wordVectors).not.toBeNull();
  expect(other.wordVectors).toBe(one.wordVectors);
  expect(one.hash).toBe(compileScenario(document).hash);
  expect(loadWordVectors()?.dimensions).toBe(128);
});
