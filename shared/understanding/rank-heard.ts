import type { InterpreterGroup } from '../engine/interpreter-groups.ts';
import { interpret, type Heard, type RankedIntent } from '../interpret/interpret-utterance.ts';

/** When and where something is said; without it "tomorrow" means nothing. */
export type Moment = Required<Pick<Heard, 'at' | 'zone'>>;

/** What all readers together make of a text, best first. */
export function rankHeard(
  readers: readonly InterpreterGroup[],
  text: string,
  moment: Moment | null = null,
): readonly RankedIntent[] {
  const heard = { text, callback: null, value: '', fields: {}, ...moment };
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
