import type { Document } from '../model/document.ts';
import type { Transition } from '../model/intent-record.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** A transition whose target was deleted, or that names no target at all. */
export const transitionToNothing: Rule = (document) => {
  const problems: Problem[] = [];
  const report = (ref: string, field: string, sentence: string): void => {
    problems.push({ code: 'P005-transition-to-nothing', severity: 'error', ref, field, sentence });
  };
  for (const intent of document.tables.intents.values()) {
    const lost = lostTarget(document, intent.transition);
    if (lost !== null) report(intent.id, 'transition', `“${intent.name}” goes to ${lost}. Choose where it should go.`);
  }
  for (const action of document.tables.actions.values()) {
    const lost = lostTarget(document, action.onFailure?.transition ?? null);
    if (lost !== null)
      report(action.id, 'onFailure', `When ${action.name} fails it goes to ${lost}. Choose where it should go.`);
  }
  return problems;
};

function lostTarget(document: Document, transition: Transition | null): string | null {
  if (transition === null) return null;
  const { conversation, scene, turn } = transition;
  if (turn !== null) return document.tables.turns.has(turn) ? null : `the turn “${turn}”, which does not exist`;
  if (scene !== null) return document.tables.scenes.has(scene) ? null : `the scene “${scene}”, which does not exist`;
  if (conversation === null) return 'nowhere';
  if (document.tables.conversations.has(conversation)) return null;
  return `the conversation “${conversation}”, which does not exist`;
}
