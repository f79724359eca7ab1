import { actionArguments } from '../../../../shared/actions/action-arguments.ts';
import type { WorkflowStep } from '../../../../shared/model/action-kinds.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { KnownNames } from '../../references/known-names.ts';

/** What references inside a workflow can name beside the contexts of the talk. */
export function workflowNames(names: KnownNames, workflow: ActionOf<'workflow'>): KnownNames {
  const inside = new Map<string, readonly [description: string, attributes: readonly string[]]>([
    ['args', ['what the workflow was asked with', actionArguments(workflow).map(({ name }) => name)]],
    ['steps', ['what the steps before gave', stepNames(workflow.steps)]],
    ['loop', ['where a loop is', ['item', 'index']]],
  ]);
  const contexts = new Map(names.contexts);
  const used = new Map(names.used);
  for (const [name, [description, attributes]] of inside) {
    contexts.set(name, { name, description, isWritable: false });
    used.set(name, new Set(attributes));
  }
  return { ...names, contexts, used };
}

/** Names of all steps, at any depth. */
export const stepNames = (steps: readonly WorkflowStep[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'action') return [step.name];
    return [step.name, ...(step.kind === 'each' ? stepNames(step.steps) : step.branches.flatMap(stepNames))];
  });
