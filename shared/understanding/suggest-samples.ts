import type { Confusion, IntentScore, Overlap, Suggestion } from './score-schema.ts';

/** With fewer samples an intent is guessed more than learned. */
const enoughSamples = 5;
/** Of the held-out samples. When fewer are missed, more would help little. */
const leastMissed = 0.3;
const moreOfOne = 3;

/** What would help most, first: what contradicts itself, what is confused, then what is taught too little. */
export function suggestSamples(
  intents: readonly IntentScore[],
  confusions: readonly Confusion[],
  overlaps: readonly Overlap[],
): readonly Suggestion[] {
  // What a rule catches, or what is right each time, needs no more.
  const few = intents.filter(
    ({ samples, rules, tested, right }) => samples < enoughSamples && (tested > 0 ? right < tested : rules === 0),
  );
  const missed = intents.filter(
    ({ samples, tested, missed: list }) =>
      samples >= enoughSamples && tested > 0 && list.length >= leastMissed * tested,
  );
  return [
    ...overlaps
      .filter(({ kind }) => kind === 'same')
      .map(({ left, right }): Suggestion => ({
        kind: 'keepOne',
        sample: left.sample,
        intentIds: [left.intentId, right.intentId],
      })),
    ...confusedPairs(confusions),
    ...few
      .toSorted((left, right) => left.samples - right.samples)
      .map(({ intentId, samples }): Suggestion => ({
        kind: 'addMore',
        intentId,
        have: samples,
        add: enoughSamples - samples,
      })),
    ...missed.map(({ intentId, missed: list }): Suggestion => ({
      kind: 'vary',
      intentId,
      missed: list[0]?.sample ?? '',
      add: moreOfOne,
    })),
  ];
}

/** Both directions of a pair are one piece of advice; once is chance. */
function confusedPairs(confusions: readonly Confusion[]): readonly Suggestion[] {
  const times = new Map<string, { readonly pair: readonly [string, string]; times: number }>();
  for (const { meant, heardAs, samples } of confusions) {
    const pair = meant < heardAs ? ([meant, heardAs] as const) : ([heardAs, meant] as const);
    const known = times.get(pair.join('\n'));
    if (known === undefined) times.set(pair.join('\n'), { pair, times: samples.length });
    else known.times += samples.length;
  }
  return [...times.values()]
    .filter((one) => one.times > 1)
    .sort((left, right) => right.times - left.times)
    .map(({ pair: [left, right], times: count }) => ({
      kind: 'tellApart',
      intentIds: [left, right],
      times: count,
    }));
}
