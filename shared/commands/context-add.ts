import type { Result } from '../base/result.ts';
import { isBuiltInContext } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import { freeNumbered } from '../model/ids.ts';
import type { Command } from './command.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/**
 * `global` is there without a record and gets one to hold its constants; every other built-in name is taken. What is
 * dragged from the palette must always land, so a name that is taken gets a number.
 */
export function planContextAdd(
  document: Document,
  { name }: Extract<Command, { kind: 'context.add' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const names = new Set(document.tables.contexts.map((context) => context.name).values());
  const isTaken = (wanted: string): boolean =>
    names.has(wanted) || (isBuiltInContext(wanted) && wanted !== constantsContext);
  const free = freeNumbered(toContextName(name), '_', isTaken);
  const id = draft.freeId(free);
  const lifetime = free === constantsContext ? 'constant' : 'session';
  draft.put('contexts', { id, name: free, lifetime });
  return draft.finish('Add context', [id]);
}

const constantsContext = 'global';

/** `My basket` becomes `my_basket`. */
function toContextName(name: string): string {
  const plain = name
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  if (/^[A-Za-z_]\w*$/.test(plain)) return plain;
  const joined =
    plain
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('_') ?? 'context';
  return /^\d/.test(joined) ? `context_${joined}` : joined;
}
