/** Views of the canvas somebody stayed at: a list, and where in it one is. */
export type Visited<Place> = { readonly places: readonly Place[]; readonly index: number };

export const nowhereYet: Visited<never> = { places: [], index: -1 };

const mostPlaces = 50;

/** One more place was stayed at. What lay ahead is forgotten, as in every browser. */
export function visit<Place>(
  visited: Visited<Place>,
  place: Place,
  isSame: (one: Place, other: Place) => boolean,
): Visited<Place> {
  const here = visited.places[visited.index];
  if (here !== undefined && isSame(here, place)) return visited;
  const places = [...visited.places.slice(0, visited.index + 1), place].slice(-mostPlaces);
  return { places, index: places.length - 1 };
}

/** A step back or forward; the same when there is none. */
export function step<Place>(visited: Visited<Place>, by: 1 | -1): Visited<Place> {
  const index = visited.index + by;
  return visited.places[index] === undefined ? visited : { ...visited, index };
}
