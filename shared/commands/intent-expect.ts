import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import { draftTarget } from './draft-target.ts';
import type { CommandFailure, Plan } from './plan.ts';

export function planIntentExpect(
  document: Document,
  { intent, reference, expected }: Extract<Command, { kind: 'intent.expect' }>,
): Result<Plan, CommandFailure> {
  const record = document.tables.intents.get(intent);
  if (record === undefined) return notFound('intent', intent);
  const draft = createDraft(document);
  const others = record.expectedAttributes.filter((other) => other !== reference);
  if (!expected) {
    draft.put('intents', { ...record, expectedAttributes: others });
    return draft.finish('Stop expecting attribute', [intent]);
  }
  const target = draftTarget(draft, reference, 'string', intent);
  if (!target.ok) return target;
  if (others.length === record.expectedAttributes.length)
    draft.put('intents', { ...record, expectedAttributes: [...others, reference] });
  return draft.finish('Expect attribute', [intent]);
}
