import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { ActionId, ActionUseId } from '../model/ids.ts';
import type { IntentRecord } from '../model/intent-record.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import { placeAt } from './level-add.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Puts an action on an intent. A view showed it as not used yet, which is over now. */
export function planActionAttach(
  document: Document,
  { action, intent, at, before = null }: Extract<Command, { kind: 'action.attach' }>,
): Result<Plan, CommandFailure> {
  const record = document.tables.intents.get(intent);
  if (record === undefined) return notFound('intent', intent);
  if (!document.tables.actions.has(action)) return notFound('action', action);
  const draft = createDraft(document);
  const use = draftActionUse(draft, record, action, before);
  placeAt(draft, use, at);
  for (const view of document.tables.views.values())
    if (view.kind === 'action' && view.shows === action) draft.remove('views', view.id);
  return draft.finish('Attach action', [use]);
}

/** Ahead of another use, or at the end. */
export function draftActionUse(
  draft: Draft,
  intent: IntentRecord,
  action: ActionId,
  before: ActionUseId | null = null,
): ActionUseId {
  const id = draft.freeId(`${intent.id}-${action}`) as ActionUseId;
  const index = intent.actions.findIndex((use) => use.id === before);
  const place = index === -1 ? intent.actions.length : index;
  draft.put('intents', {
    ...intent,
    actions: [...intent.actions.slice(0, place), { id, action }, ...intent.actions.slice(place)],
  });
  return id;
}
