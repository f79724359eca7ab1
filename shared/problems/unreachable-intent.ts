import { recordIn } from '../model/document.ts';
import { reachableTurns, startingTurnsOfScenario } from './reachable-turns.ts';
import type { Rule } from './rule.ts';

/** Intents of turns nobody can get to. */
export const unreachableIntent: Rule = (document) => {
  const reached = reachableTurns(document);
  return [...document.tables.intents.values()]
    .filter((intent) => !reached.has(intent.turn))
    .map((intent) => ({
      code: 'P006-unreachable-intent',
      severity: 'warning',
      ref: intent.id,
      field: 'turn',
      sentence: `Nobody can reach “${intent.name}”: make its turn “${recordIn(document, 'turns', intent.turn)?.name ?? ''}” STARTING or OPEN, or lead a transition there.`,
    }));
};

/** A scenario with intents, but with no STARTING conversation, scene and turn in a line. */
export const noWayToStart: Rule = (document) => {
  if (document.tables.intents.size === 0 || startingTurnsOfScenario(document).length > 0) return [];
  return [
    {
      code: 'P009-no-way-to-start',
      severity: 'error',
      ref: document.scenario.id,
      field: 'behaviors',
      sentence: 'The talk cannot start: mark a conversation, one of its scenes and one of its turns as STARTING.',
    },
  ];
};
