import { nextRandom, type Seed } from '../base/seeded-random.ts';

/**
 * A number of 32 bits for all that is drawn by chance while one effect is carried out: from the seed of the session and
 * the effect's own name, so that a replay draws the same and nothing has to be remembered.
 */
export function chanceOf(seed: Seed, effect: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < effect.length; at += 1) mixed = Math.imul(mixed ^ effect.charCodeAt(at), 0x01000193);
  return Math.floor(nextRandom((seed ^ mixed) >>> 0).value * 4_294_967_296);
}
