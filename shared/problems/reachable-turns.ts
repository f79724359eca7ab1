import { childIds, recordIn, type Document } from '../model/document.ts';
import type { Behavior, IntentRecord, Transition } from '../model/intent-record.ts';

/**
 * The turns a talk can get to from the start, conditions aside: the STARTING path, then every transition, and in each
 * scene that was entered its OPEN turns and the turns whose valid origins were reached.
 */
export function reachableTurns(document: Document): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting: string[] = [];
  const reach = (turns: readonly string[]): void => {
    for (const turn of turns)
      if (!reached.has(turn)) {
        reached.add(turn);
        waiting.push(turn);
      }
  };
  const origins = turnsByOrigin(document);

  reach(startingTurnsOfScenario(document));
  for (let turn = waiting.pop(); turn !== undefined; turn = waiting.pop()) {
    const record = recordIn(document, 'turns', turn);
    if (record === undefined) continue;
    reach(childIds(document, record.scene).filter((id) => recordIn(document, 'turns', id)?.behaviors.includes('OPEN')));
    reach(originatedBy(document, origins, record.scene, turn));
    for (const intent of intentsOf(document, turn)) {
      reach(originatedBy(document, origins, record.scene, intent.intentId));
      for (const transition of transitionsOf(document, intent)) reach(transitionTurns(document, transition));
    }
  }
  return reached;
}

export function startingTurnsOfScenario(document: Document): string[] {
  return withBehavior(document, document.scenario.id, 'conversations', 'STARTING').flatMap((conversation) =>
    startingTurnsOfConversation(document, conversation),
  );
}

const startingTurnsOfConversation = (document: Document, conversation: string): string[] =>
  withBehavior(document, conversation, 'scenes', 'STARTING').flatMap((scene) => startingTurnsOfScene(document, scene));

const startingTurnsOfScene = (document: Document, scene: string): string[] =>
  withBehavior(document, scene, 'turns', 'STARTING');

function withBehavior(
  document: Document,
  parent: string,
  table: 'conversations' | 'scenes' | 'turns',
  behavior: Behavior,
): string[] {
  return childIds(document, parent).filter((id) => recordIn(document, table, id)?.behaviors.includes(behavior));
}

/** Entering a level uses its STARTING children; a scene that was entered offers its OPEN turns as well. */
function transitionTurns(document: Document, { conversation, scene, turn }: Transition): string[] {
  if (turn !== null) return document.tables.turns.has(turn) ? [turn] : [];
  if (scene !== null)
    return [...startingTurnsOfScene(document, scene), ...withBehavior(document, scene, 'turns', 'OPEN')];
  if (conversation === null) return [];
  return startingTurnsOfConversation(document, conversation);
}

function transitionsOf(document: Document, intent: IntentRecord): Transition[] {
  const onFailure = intent.actions.map((use) => recordIn(document, 'actions', use.action)?.onFailure?.transition);
  return [intent.transition, ...onFailure].filter((transition) => transition !== null && transition !== undefined);
}

const intentsOf = (document: Document, turn: string): IntentRecord[] =>
  childIds(document, turn).flatMap((id) => recordIn(document, 'intents', id) ?? []);

/** Origin (an intent id or a turn id) to the turns that name it. */
function turnsByOrigin(document: Document): Map<string, string[]> {
  const turns = new Map<string, string[]>();
  for (const turn of document.tables.turns.values())
    for (const origin of turn.validOrigins) turns.set(origin, [...(turns.get(origin) ?? []), turn.id]);
  return turns;
}

const originatedBy = (document: Document, turns: Map<string, string[]>, scene: string, origin: string): string[] =>
  (turns.get(origin) ?? []).filter((turn) => recordIn(document, 'turns', turn)?.scene === scene);
