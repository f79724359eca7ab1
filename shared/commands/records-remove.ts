import { succeed, type Result } from '../base/result.ts';
import { childIds, type Document } from '../model/document.ts';
import type { TableName, TableRecords } from '../model/record-tables.ts';
import type { Command } from './command.ts';
import { notAllowed, notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { recordWords } from './record-words.ts';

/**
 * Removes with everything inside. What only points there (transitions, references) stays and shows as a problem:
 * silently changing other intents would be worse.
 */
export function planRecordsRemove(
  document: Document,
  { ids }: Extract<Command, { kind: 'records.remove' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const words: string[] = [];
  for (const id of new Set(ids)) {
    const removed = removeOne(draft, id);
    if (!removed.ok) return removed;
    if (removed.value !== null) words.push(removed.value);
  }
  const label = words.length === 1 ? `Remove ${words[0]}` : `Remove ${words.length} items`;
  return draft.finish(label, []);
}

/** The word for what was removed; null when it went with something named before. */
function removeOne(draft: Draft, id: string): Result<string | null, CommandFailure> {
  const home = draft.document.homes.get(id);
  if (home === undefined) return notFound('item', id);
  const { table, record } = home;
  if (table === 'scenario') return notAllowed(id, 'The scenario itself cannot be removed.');
  const holder = draft.get(table, record);
  if (holder === undefined) return succeed(null);
  if (record !== id) return succeed(removeInside(draft, holder as TableRecords['intents'], id));
  removeTree(draft, table, id);
  return succeed(recordWords[table]);
}

function removeInside(draft: Draft, intent: TableRecords['intents'], id: string): string {
  const actions = intent.actions.filter((use) => use.id !== id);
  const messages = intent.messages.filter((message) => message.id !== id);
  draft.put('intents', { ...intent, actions, messages });
  return actions.length < intent.actions.length ? 'action' : 'message';
}

const heldTables: Readonly<Partial<Record<TableName, TableName>>> = {
  conversations: 'scenes',
  scenes: 'turns',
  turns: 'intents',
  actions: 'mocks',
};

function removeTree(draft: Draft, table: TableName, id: string): void {
  const held = heldTables[table];
  if (held !== undefined) for (const child of childIds(draft.document, id)) removeTree(draft, held, child);
  if (table === 'actions') {
    removeUses(draft, id);
    removeViews(draft, 'action', id);
  }
  if (table === 'contexts') removeViews(draft, 'context', draft.get('contexts', id)?.name ?? '');
  draft.remove(table, id);
}

function removeUses(draft: Draft, action: string): void {
  for (const id of draft.document.tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent === undefined || !intent.actions.some((use) => use.action === action)) continue;
    draft.put('intents', { ...intent, actions: intent.actions.filter((use) => use.action !== action) });
  }
}

function removeViews(draft: Draft, kind: 'context' | 'action', shows: string): void {
  for (const view of draft.document.tables.views.values())
    if (view.kind === kind && view.shows === shows) draft.remove('views', view.id);
}
