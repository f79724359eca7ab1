import { recordIn } from '../model/document.ts';
import { allSteps } from './all-steps.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** An intent that uses an action which is not there: it is skipped with a failed result. */
export const unknownAction: Rule = (document) => {
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const use of intent.actions)
      if (recordIn(document, 'actions', use.action) === undefined)
        problems.push({
          code: 'P010-unknown-action',
          severity: 'error',
          ref: use.id,
          field: 'action',
          sentence: `“${intent.name}” uses the action “${use.action}”, which does not exist. Choose another, or remove it.`,
        });
  for (const { workflow, step, field } of allSteps(document))
    if (step.kind === 'action' && recordIn(document, 'actions', step.action) === undefined)
      problems.push({
        code: 'P010-unknown-action',
        severity: 'error',
        ref: workflow.id,
        field: `${field}.action`,
        sentence: `The step “${step.name}” of ${workflow.name} uses the action “${step.action}”, which does not exist. Choose another, or remove it.`,
      });
  return problems;
};

/** Two actions of one name cannot be told apart by an engineer, nor by the attributes they set. */
export const duplicateActionName: Rule = (document) => {
  const byName = new Map<string, string[]>();
  for (const action of document.tables.actions.values())
    byName.set(action.name, [...(byName.get(action.name) ?? []), action.id]);
  return [...byName].flatMap(([name, ids]) =>
    ids.slice(1).map((ref) => ({
      code: 'P011-duplicate-action-name' as const,
      severity: 'error' as const,
      ref,
      field: 'name',
      sentence: `Two actions are called “${name}”. Give each its own name.`,
    })),
  );
};
