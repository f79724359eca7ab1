import type { WorkflowStep } from '../model/action-kinds.ts';
import type { ActionOf } from '../model/action-record.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId } from '../model/ids.ts';
import { compileOperand, type CompiledOperand } from './compile-operand.ts';

export type CompiledActionStep = {
  readonly kind: 'action';
  readonly name: string;
  readonly action: ActionId;
  readonly inputs: ReadonlyMap<string, CompiledOperand>;
  readonly conditions: readonly Condition[];
  readonly stopOnFailure: boolean;
};
export type CompiledLoop = {
  readonly kind: 'each';
  readonly name: string;
  readonly list: CompiledOperand;
  readonly limit: number;
  readonly steps: readonly CompiledStep[];
};
export type CompiledBranches = {
  readonly kind: 'together';
  readonly name: string;
  readonly branches: readonly (readonly CompiledStep[])[];
};
export type CompiledStep = CompiledActionStep | CompiledLoop | CompiledBranches;

const known = new WeakMap<readonly WorkflowStep[], readonly CompiledStep[]>();

/** The steps of a workflow with their references parsed; made once per list. */
export function compiledSteps({ steps }: Pick<ActionOf<'workflow'>, 'steps'>): readonly CompiledStep[] {
  const found = known.get(steps);
  if (found !== undefined) return found;
  const made = steps.map(compileStep);
  known.set(steps, made);
  return made;
}

function compileStep(step: WorkflowStep): CompiledStep {
  if (step.kind === 'each') return { ...step, list: compileOperand(step.list), steps: step.steps.map(compileStep) };
  if (step.kind === 'together') return { ...step, branches: step.branches.map((branch) => branch.map(compileStep)) };
  const inputs = new Map(Object.entries(step.inputs).map(([name, operand]) => [name, compileOperand(operand)]));
  return { ...step, inputs };
}
