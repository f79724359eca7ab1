import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { ActionId } from '../model/ids.ts';
import { freeNumbered } from '../model/ids.ts';
import { draftActionUse } from './action-attach.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import { firstContents } from './first-contents.ts';
import { placeAt } from './level-add.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** A new action, on an intent at once or on the canvas until it is wanted. */
export function planActionAdd(
  document: Document,
  { actionKind, name, into, at, before = null }: Extract<Command, { kind: 'action.add' }>,
): Result<Plan, CommandFailure> {
  const intent = into === null ? null : document.tables.intents.get(into);
  if (intent === undefined) return notFound('intent', into ?? '');
  const draft = createDraft(document);
  const names = new Set(document.tables.actions.map((action) => action.name).values());
  const actionName = freeNumbered(toActionName(name), '', (wanted) => names.has(wanted));
  const id = draft.freeId(actionName) as ActionId;
  draft.put('actions', { id, kind: actionKind, name: actionName, ...firstContents(actionKind) });
  if (intent === null) {
    const view = draft.freeId(`${id}-view`);
    draft.put('views', { id: view, kind: 'action', shows: id, x: at?.x ?? 0, y: at?.y ?? 0 });
    return draft.finish('Add action', [view]);
  }
  const use = draftActionUse(draft, intent, id, before);
  placeAt(draft, use, at);
  return draft.finish('Add action', [use]);
}

/** `Look up order` becomes `lookUpOrder`: attributes such as `lookUpOrder_action_success` are named after it. */
export function toActionName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .match(/[\p{Letter}\p{Number}_]+/gu);
  if (words === null) return 'action';
  const [first = '', ...rest] = words;
  const joined = [lowerFirst(first), ...rest.map(upperFirst)].join('');
  return joined.slice(0, 100);
}

const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
