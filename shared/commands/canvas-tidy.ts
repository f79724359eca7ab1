import type { Result } from '../base/result.ts';
import { childIds, type Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Forgets where things were put by hand, with everything inside them: the canvas places them again, in order. */
export function planCanvasTidy(
  document: Document,
  { ids }: Extract<Command, { kind: 'canvas.tidy' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const { placements, intents } = document.tables;
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const use of intents.get(id)?.actions ?? []) visit(use.id);
    for (const child of childIds(document, id)) visit(child);
  };
  ids.forEach(visit);
  for (const id of reached) if (placements.has(id)) draft.remove('placements', id);
  return draft.finish('Tidy', [...new Set(ids)]);
}
