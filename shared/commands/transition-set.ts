import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { notAllowed, notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Only the level pointed at is written: the ones above follow from it, and stay right when it moves. */
export function planTransitionSet(
  document: Document,
  { intent, target }: Extract<Command, { kind: 'transition.set' }>,
): Result<Plan, CommandFailure> {
  const record = document.tables.intents.get(intent);
  if (record === undefined) return notFound('intent', intent);
  const draft = createDraft(document);
  if (target === null) {
    draft.put('intents', { ...record, transition: null });
    return draft.finish('Remove transition', [intent]);
  }
  const home = document.homes.get(target);
  if (home === undefined) return notFound('conversation, scene or turn', target);
  const level = { conversations: 'conversation', scenes: 'scene', turns: 'turn' }[home.table as string];
  if (level === undefined) return notAllowed(intent, 'A transition leads to a conversation, a scene or a turn.');
  draft.put('intents', { ...record, transition: { ...record.transition, ...nowhere, [level]: target } });
  return draft.finish('Set transition', [intent]);
}

const nowhere = { conversation: null, scene: null, turn: null };
