import type { Result } from '../base/result.ts';
import { isBuiltInContext } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

export function planContextShow(
  document: Document,
  { context, at }: Extract<Command, { kind: 'context.show' }>,
): Result<Plan, CommandFailure> {
  const exists = isBuiltInContext(context) || document.tables.contexts.some((record) => record.name === context);
  if (!exists) return notFound('context', context);
  const draft = createDraft(document);
  const id = draft.freeId(`${context}-view`);
  draft.put('views', { id, kind: 'context', shows: context, x: at.x, y: at.y });
  return draft.finish('Show context', [id]);
}
