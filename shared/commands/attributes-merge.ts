import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import { recordIn } from '../model/document.ts';
import type { Command } from './command.ts';
import { invalid, notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { renameAttributes } from './rename-references.ts';

/** What the kept attribute lacks it gets from the others; sensitive once is sensitive. */
export function planAttributesMerge(
  document: Document,
  { keep, merged }: Extract<Command, { kind: 'attributes.merge' }>,
): Result<Plan, CommandFailure> {
  const kept = recordIn(document, 'attributes', keep);
  if (kept === undefined) return notFound('attribute', keep);
  if (merged.includes(keep)) return invalid(keep, `“${kept.name}” cannot be merged into itself.`);
  const draft = createDraft(document);
  const names = new Map<string, string>();
  let next = kept;
  for (const id of merged) {
    const other = recordIn(document, 'attributes', id);
    if (other === undefined) return notFound('attribute', id);
    names.set(other.name, kept.name);
    draft.remove('attributes', id);
    next = {
      ...next,
      description: next.description === '' ? other.description : next.description,
      example: next.example ?? (other.type === next.type ? other.example : null),
      sensitive: next.sensitive || other.sensitive,
    };
  }
  renameAttributes(draft, names);
  expectOnce(draft, kept.name);
  draft.put('attributes', next);
  return draft.finish(merged.length === 0 ? 'Edit attribute' : 'Merge attributes', [keep]);
}

/** An intent that expected two of them expects one. */
function expectOnce(draft: Draft, name: string): void {
  for (const id of draft.document.tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent === undefined) continue;
    const expectedAttributes = [...new Set(intent.expectedAttributes)];
    if (expectedAttributes.length < intent.expectedAttributes.length && expectedAttributes.join().includes(name))
      draft.put('intents', { ...intent, expectedAttributes });
  }
}
