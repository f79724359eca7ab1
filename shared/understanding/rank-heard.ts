import type { InterpreterGroup } from '../engine/interpreter-groups.ts';
import { interpret, type RankedIntent } from '../interpret/interpret-utterance.ts';

/** What all readers together make of a text, best first. */
export function rankHeard(readers: readonly InterpreterGroup[], text: string): readonly RankedIntent[] {
  const heard = { text, callback: null, value: '', fields: {} };
  const rankings = readers.map(({ samples, callbacks, expected }) => interpret(samples, callbacks, heard, expected));
  const [only] = rankings;
  if (only !== undefined && rankings.length === 1) return only;
  return rankings.flat().toSorted((left, right) => right.confidence - left.confidence);
}

/** The first that is sure enough, as a talk would choose it; conditions are not looked at. */
export const chosenOf = (
  ranking: readonly RankedIntent[],
  thresholdOf: (intentId: string) => number | undefined,
): RankedIntent | undefined =>
  ranking.find(({ intentId, confidence }) => confidence >= (thresholdOf(intentId) ?? Infinity));
