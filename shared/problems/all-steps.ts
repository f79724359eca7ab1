import type { WorkflowStep } from '../model/action-kinds.ts';
import type { ActionOf } from '../model/action-record.ts';
import type { Document } from '../model/document.ts';

/** One step of a workflow, at any depth. */
export type PlacedStep = {
  readonly workflow: ActionOf<'workflow'>;
  readonly step: WorkflowStep;
  /** `steps.2.steps.0`, `steps.1.branches.0.1`. */
  readonly field: string;
  /** Names of steps whose results it can read. */
  readonly before: ReadonlySet<string>;
  readonly isInLoop: boolean;
};

const cache = new WeakMap<ActionOf<'workflow'>, readonly PlacedStep[]>();

/** The steps of all workflows, in order. */
export function allSteps(document: Document): readonly PlacedStep[] {
  return [...document.tables.actions.values()].flatMap((action) => (action.kind === 'workflow' ? stepsOf(action) : []));
}

export function stepsOf(workflow: ActionOf<'workflow'>): readonly PlacedStep[] {
  const known = cache.get(workflow);
  if (known !== undefined) return known;
  const found: PlacedStep[] = [];
  const visit = (steps: readonly WorkflowStep[], at: string, around: Pick<PlacedStep, 'before' | 'isInLoop'>): void => {
    const before = new Set(around.before);
    for (const [index, step] of steps.entries()) {
      const place = { field: `${at}.${index}`, before: new Set(before), isInLoop: around.isInLoop };
      found.push({ workflow, step, ...place });
      if (step.kind === 'each') visit(step.steps, `${place.field}.steps`, { before, isInLoop: true });
      if (step.kind === 'together')
        for (const [branch, inner] of step.branches.entries())
          visit(inner, `${place.field}.branches.${branch}`, { before, isInLoop: around.isInLoop });
      for (const name of namesLeft(step)) before.add(name);
    }
  };
  visit(workflow.steps, 'steps', { before: new Set(), isInLoop: false });
  cache.set(workflow, found);
  return found;
}

/** What can be read after a step: of branches every step, of a loop the loop. */
const namesLeft = (step: WorkflowStep): readonly string[] =>
  step.kind === 'together' ? step.branches.flatMap((branch) => branch.flatMap(namesLeft)) : [step.name];
