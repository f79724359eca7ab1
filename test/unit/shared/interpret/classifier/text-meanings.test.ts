import { expect, test } from 'vitest';
import { classify, trainClassifier } from '../../../../../shared/interpret/classifier/classifier.ts';
import { wordWeights } from '../../../../../shared/interpret/classifier/explain-verdict.ts';
import { createTextMemory } from '../../../../../shared/interpret/classifier/text-meanings.ts';

const towards = (direction: number): Float32Array => Float32Array.from([0, 1], (at) => (at === direction ? 1 : 0));

/** Two things to talk about, each a direction of its own. */
function memory() {
  const texts = createTextMemory(2, 100);
  for (const text of ['book a flight', 'plan a trip', 'a long journey']) texts.learn(text, towards(0));
  for (const text of ['play a song', 'zz qq']) texts.learn(text, towards(1));
  return texts;
}
const taught = [
  { intent: 0, items: ['book', 'a', 'flight'] },
  { intent: 0, items: ['plan', { attribute: 'what' }, 'a', 'trip'] },
  { intent: 1, items: ['play', 'a', 'song'] },
];

test('[I40] a text is known by what it means as a whole, without its slots', () => {
  const classifier = trainClassifier(taught, memory());
  const { confidences, shares } = classify(classifier, ['a', 'long', 'journey']);
  expect((confidences[0] ?? 0) > 0.5 && (confidences[1] ?? 0) < 0.5).toBe(true);
  expect(shares[0]).toBeGreaterThan(0.7);
  const byWords = classify(trainClassifier(taught, null), ['a', 'long', 'journey']);
  expect(byWords.confidences[0]).toBeLessThan(0.5);
});

test('[I40] what nobody has read counts by its words, and explanations speak of words alone', () => {
  const classifier = trainClassifier(taught, memory());
  expect(classify(classifier, ['book', 'it']).confidences[0]).toBeGreaterThan(0);
  const { reading } = classify(classifier, ['zz', 'qq']);
  expect([...wordWeights(classifier, reading, 1, 0)]).toEqual([0, 0]);
});

test('[I40] texts are forgotten, those used longest ago first', () => {
  const texts = createTextMemory(2, 2);
  texts.learn('one', towards(0));
  texts.learn('two', towards(1));
  expect(texts.meaningOf(['one'])?.vector).toEqual(Float32Array.from([1, 0]));
  texts.learn('three', towards(0));
  expect(['one', 'two', 'three'].map(texts.knows)).toEqual([true, false, true]);
  expect([texts.meaningOf(['two']), texts.meaningOf([{ attribute: 'x' }])]).toEqual([null, null]);
});
