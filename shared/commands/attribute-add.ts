import type { Result } from '../base/result.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { Document } from '../model/document.ts';
import { attributeNamed } from '../model/selectors/attribute-named.ts';
import type { Command } from './command.ts';
import { taken } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

export function planAttributeAdd(
  document: Document,
  { name, type }: Extract<Command, { kind: 'attribute.add' }>,
): Result<Plan, CommandFailure> {
  const known = attributeNamed(document, name);
  if (known !== undefined) return taken('attribute', name, known.id);
  const draft = createDraft(document);
  return draft.finish('Add attribute', [draftAttribute(draft, name, type)]);
}

export function draftAttribute(draft: Draft, name: string, type: AttributeType): string {
  const id = draft.freeId(name);
  draft.put('attributes', { id, name, type });
  return id;
}
