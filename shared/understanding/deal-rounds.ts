import { nextRandom, type Seed } from '../base/seeded-random.ts';

/** More rounds teach with more of the samples, and take longer. */
const mostRounds = 5;

/**
 * Deals the samples of each intent to rounds, as evenly as they go: in its round a sample is held back and the others
 * teach. Which goes where depends on the seed alone.
 */
export function dealRounds<Sample>(
  intents: readonly (readonly Sample[])[],
  seed: Seed,
): readonly (readonly (readonly Sample[])[])[] {
  const rounds = Math.min(mostRounds, Math.max(0, ...intents.map((samples) => samples.length)));
  const dealt = Array.from({ length: rounds }, () => intents.map((): Sample[] => []));
  let next = seed;
  let place = 0;
  for (const [intent, samples] of intents.entries()) {
    const left = [...samples];
    while (left.length > 0) {
      const random = nextRandom(next);
      next = random.seed;
      const [sample] = left.splice(Math.floor(random.value * left.length), 1);
      if (sample !== undefined) dealt[place % rounds]?.[intent]?.push(sample);
      place += 1;
    }
  }
  return dealt;
}
