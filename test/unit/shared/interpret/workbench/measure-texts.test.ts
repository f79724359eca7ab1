import { describe, expect, test } from 'vitest';
import { aurocOf, measureTexts, type Answer } from '../../../../../shared/interpret/workbench/measure-texts.ts';

const answers: Readonly<Record<string, Answer>> = {
  'sure and right': { intentId: 'a', confidence: 0.9, isSure: true },
  'right but unsure': { intentId: 'a', confidence: 0.4, isSure: false },
  'sure and wrong': { intentId: 'b', confidence: 0.8, isSure: true },
  nothing: { intentId: null, confidence: 0, isSure: false },
  'taken for b': { intentId: 'b', confidence: 0.6, isSure: true },
};
const ask = (text: string): Answer => answers[text] ?? { intentId: null, confidence: 0, isSure: false };

describe('a measurement', () => {
  test('[I31] of texts that mean something, and of some that do not', () => {
    const rows = [
      { text: 'sure and right', intent: 'a' },
      { text: 'right but unsure', intent: 'a' },
      { text: 'sure and wrong', intent: 'a' },
      { text: 'taken for b', intent: 'b' },
      { text: 'nothing', intent: 'oos' },
      { text: 'right but unsure', intent: 'oos' },
      { text: 'taken for b', intent: 'oos' },
    ];
    expect(measureTexts(rows, ask)).toEqual({
      texts: 4,
      accuracy: 0.75,
      answered: 0.5,
      unrelated: 3,
      outOfScopeRecall: 2 / 3,
      outOfScopePrecision: 2 / 3,
      auroc: 10 / 12,
      intents: [
        { intentId: 'a', texts: 3, right: 2, answered: 1 },
        { intentId: 'b', texts: 1, right: 1, answered: 1 },
      ],
      mistakes: [{ meant: 'a', heardAs: 'b', times: 1, example: 'sure and wrong' }],
    });
  });

  test('[I31] takes no share of nothing', () => {
    expect(measureTexts([], ask)).toMatchObject({ accuracy: null, outOfScopeRecall: null, auroc: null });
    expect(measureTexts([{ text: 'nothing', intent: 'a' }], ask)).toMatchObject({
      accuracy: 0,
      outOfScopeRecall: null,
      outOfScopePrecision: null,
    });
  });

  test.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1, 0.2], [0.8, 0.9], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.9, 0.3], [0.5, 0.1], 0.75],
    [[0.9], [], null],
  ])('[I31] %j against %j', (first, others, area) => {
    expect(aurocOf(first, others)).toBe(area);
  });
});
