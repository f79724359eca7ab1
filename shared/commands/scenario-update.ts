import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { replaceFields, updateLabel } from './record-update.ts';

export function planScenarioUpdate(
  document: Document,
  { changes }: Extract<Command, { kind: 'scenario.update' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  draft.putScenario(replaceFields(document.scenario, changes));
  return draft.finish(updateLabel('scenario', changes), [document.scenario.id]);
}
