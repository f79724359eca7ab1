import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import { findActionUse } from '../model/selectors/find-action-use.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Moves a use within its intent or to another one; actions run in listed order. */
export function planActionUseMove(
  document: Document,
  { id, intent, before }: Extract<Command, { kind: 'actionUse.move' }>,
): Result<Plan, CommandFailure> {
  const found = findActionUse(document, id);
  if (found === undefined) return notFound('action', id);
  const target = document.tables.intents.get(intent);
  if (target === undefined) return notFound('intent', intent);
  const draft = createDraft(document);
  const label = 'Move action';
  if (before === id) return draft.finish(label, [id]);

  const others = target.actions.filter((use) => use.id !== id);
  const index = before === null ? others.length : others.findIndex((use) => use.id === before);
  if (index < 0) return notFound('action to go ahead of', before ?? '');
  if (found.intent.id !== intent) {
    draft.put('intents', { ...found.intent, actions: found.intent.actions.filter((use) => use.id !== id) });
    if (document.tables.placements.has(id)) draft.remove('placements', id);
  }
  draft.put('intents', { ...target, actions: [...others.slice(0, index), found.use, ...others.slice(index)] });
  return draft.finish(label, [id]);
}
