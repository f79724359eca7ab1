import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { mappedByHand } from './default-outputs.ts';
import { createDraft } from './draft.ts';
import { findMappable, replaceUse, withEntry } from './input-map.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { draftTarget } from './draft-target.ts';

export function planOutputMap(
  document: Document,
  { use: id, output, reference }: Extract<Command, { kind: 'output.map' }>,
): Result<Plan, CommandFailure> {
  const found = findMappable(document, id, output);
  if (!found.ok) return found;
  const { intent, use } = found.value;
  const draft = createDraft(document);
  if (reference !== null) {
    const type = document.tables.actions.get(use.action)?.outputs.find(({ name }) => name === output)?.type;
    const target = draftTarget(draft, reference, type ?? 'string', id);
    if (!target.ok) return target;
  }
  const mapped = { ...use, outputs: withEntry(use.outputs, output, reference) };
  replaceUse(draft, intent, mappedByHand(mapped, output));
  return draft.finish(reference === null ? 'Unmap output' : 'Map output', [id]);
}
