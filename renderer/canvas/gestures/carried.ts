import type { Spot } from '../layout/spot.ts';

type Spots = ReadonlyMap<string, Spot>;

/** The actions an intent takes along: those that stand beside it because nobody placed them elsewhere. */
export const carriedActions = (spots: Spots, placements: { has(id: string): boolean }, { box }: Spot) =>
  box.kind === 'intent'
    ? box.intent.actions.map(({ id }) => id).filter((id) => spots.has(id) && !placements.has(id))
    : [];
