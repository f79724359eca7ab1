import type { PlannedLevel, PlannedScenario } from './plan-ids.ts';

/** The valid origins of a turn with the ids they have here. */
export type OriginLookup = (turn: PlannedLevel, scene: PlannedLevel) => string[];

/**
 * Valid origins name turns or intents. A turn of the same scene is meant before an intent, and an intent before a turn
 * elsewhere; intents keep their id of the file, which is what they are heard as.
 */
export function originLookup(scenario: PlannedScenario): OriginLookup {
  const intents = new Set<string>();
  const everywhere = new Map<string, string>();
  const byScene = new Map<PlannedLevel, ReadonlyMap<string, string>>();
  for (const scene of scenario.children.flatMap(({ children }) => children)) {
    byScene.set(scene, new Map(scene.children.toReversed().map(({ odId, id }) => [odId, id])));
    for (const turn of scene.children) {
      if (!everywhere.has(turn.odId)) everywhere.set(turn.odId, turn.id);
      for (const { odId } of turn.intents) intents.add(odId);
    }
  }
  return ({ reader }, scene) =>
    reader.texts('valid_origins').map((origin, index) => {
      const found = byScene.get(scene)?.get(origin) ?? (intents.has(origin) ? origin : everywhere.get(origin));
      if (found === undefined)
        reader.report.doubtful([...reader.at('valid_origins'), index], `No turn and no intent is called "${origin}".`);
      return found ?? origin;
    });
}
