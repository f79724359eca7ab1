import type { Program } from '../program/program.ts';
import {
  conversationScope,
  enteredSceneScope,
  inTurnScope,
  midTurnScope,
  startingScope,
  type Scope,
} from '../program/scope.ts';

/**
 * The different places of a talk where people may speak, each with all it listens for. One that listens for no more than
 * another is left out: whoever is understood among more is understood among fewer.
 */
export function listeningPlaces(program: Program): readonly Scope[] {
  const places = [...allScopes(program)].sort((left, right) => right.byIntentId.size - left.byIntentId.size);
  const kept: Scope[] = [];
  const keptWith = new Map<string, Scope[]>();
  for (const place of places) {
    const [first] = place.byIntentId.keys();
    if (first === undefined) continue;
    if (keptWith.get(first)?.some((larger) => listensForAll(larger, place)) === true) continue;
    kept.push(place);
    for (const intentId of place.byIntentId.keys()) {
      const listed = keptWith.get(intentId);
      if (listed === undefined) keptWith.set(intentId, [place]);
      else listed.push(place);
    }
  }
  return kept;
}

function listensForAll({ candidates }: Scope, place: Scope): boolean {
  const intents = new Set(candidates.map(({ intent }) => intent.id));
  return place.candidates.every(({ intent }) => intents.has(intent.id));
}

/** Every place where people may speak; a scene counts with all its turns that some origin opens. */
function* allScopes(program: Program): Generator<Scope> {
  yield startingScope(program, 'USER');
  for (const level of program.levels.values()) {
    if (level.kind === 'conversation') yield conversationScope(level, 'USER');
    else if (level.kind === 'scene') yield enteredSceneScope(level, 'USER', [...level.turnsByOrigin.keys()]);
    else {
      yield midTurnScope(level, 'USER');
      yield inTurnScope(level, 'USER');
    }
  }
}

/** Whether two intent ids are listened for at one of the places. If not, confusing them can do no harm. */
export function listenedForTogether(places: readonly Scope[]): (left: string, right: string) => boolean {
  const placesOf = new Map<string, Set<Scope>>();
  for (const place of places)
    for (const intentId of place.byIntentId.keys()) {
      const found = placesOf.get(intentId);
      if (found === undefined) placesOf.set(intentId, new Set([place]));
      else found.add(place);
    }
  return (left, right) => [...(placesOf.get(left) ?? [])].some((place) => placesOf.get(right)?.has(place) === true);
}
