import type { Result } from '../base/result.ts';
import { childIds, recordIn, type Document } from '../model/document.ts';
import { freeNumbered } from '../model/ids.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** The same action under another name, with its example answers; no intent uses it yet, so the canvas shows it. */
export function planActionDuplicate(
  document: Document,
  { action: id, at }: Extract<Command, { kind: 'action.duplicate' }>,
): Result<Plan, CommandFailure> {
  const action = document.tables.actions.get(id);
  if (action === undefined) return notFound('action', id);
  const draft = createDraft(document);
  const isTaken = (name: string): boolean => document.tables.actions.some((other) => other.name === name);
  const name = freeNumbered(`${action.name}Copy`, '', isTaken);
  const copy = draft.freeId(name);
  draft.put('actions', { ...action, id: copy, name });
  for (const child of childIds(document, id)) {
    const mock = recordIn(document, 'mocks', child);
    if (mock !== undefined) draft.put('mocks', { ...mock, id: draft.freeId(mock.name || name), action: copy });
  }
  const view = draft.freeId(`${copy}-view`);
  draft.put('views', { id: view, kind: 'action', shows: copy, x: at?.x ?? 0, y: at?.y ?? 0 });
  return draft.finish('Duplicate action', [view]);
}
