import type { JsonObject } from '../base/json.ts';
import type { RankedIntent } from './ranked-intent.ts';

/**
 * What may be taken from a ranking somebody else made: intents that were asked about, each once with its best answer,
 * confidences from 0 to 1, and attributes that were expected. The rest is left out without a word: a stranger's answer
 * can choose among what the design offers and nothing else.
 */
export function acceptRanking(
  ranking: readonly RankedIntent[],
  expectedOf: (intentId: string) => readonly string[] | undefined,
): readonly RankedIntent[] {
  const best = new Map<string, RankedIntent>();
  for (const { intentId, confidence, attributes, because } of ranking) {
    const expected = expectedOf(intentId);
    if (expected === undefined || Number.isNaN(confidence)) continue;
    const clamped = Math.min(1, Math.max(0, confidence));
    if (clamped <= (best.get(intentId)?.confidence ?? -1)) continue;
    best.set(intentId, { intentId, confidence: clamped, attributes: onlyNamed(attributes, expected), because });
  }
  return [...best.values()].toSorted((left, right) => right.confidence - left.confidence);
}

const onlyNamed = (attributes: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
