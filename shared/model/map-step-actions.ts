import type { WorkflowStep } from './action-kinds.ts';
import type { ActionId } from './ids.ts';

/** The steps of a workflow with the action each runs changed, at any depth. */
export const mapStepActions = (
  steps: readonly WorkflowStep[],
  change: (action: ActionId) => ActionId,
): readonly WorkflowStep[] =>
  steps.map((step): WorkflowStep => {
    if (step.kind === 'action') return { ...step, action: change(step.action) };
    return step.kind === 'each'
      ? { ...step, steps: mapStepActions(step.steps, change) }
      : { ...step, branches: step.branches.map((branch) => mapStepActions(branch, change)) };
  });
