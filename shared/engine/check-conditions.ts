import type { Json } from '../base/json.ts';
import { comparedType } from '../conditions/compared-type.ts';
import { evaluateOperation } from '../conditions/evaluate-operation.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import {
  compiledConditions,
  type CompiledCondition,
  type CompiledConditions,
  type CompiledGroup,
  type CompiledTest,
} from '../program/compile-conditions.ts';
import type { CompiledOperand } from '../program/compile-operand.ts';
import type { ProgramLevel } from '../program/program.ts';
import { readReference } from '../reference/read-reference.ts';
import type { Reference } from '../reference/reference.ts';
import { maskIf, showsSensitive } from './mask.ts';
import { spendStep } from './spend-budget.ts';
import type { StepDraft } from './step-draft.ts';
import { hidesInWorkflow, isOfWorkflow } from './workflow/workflow-scope.ts';

/** Whether all conditions of a record hold, stopping at the first that does not. Each is shown in the trace. */
export function checkConditions(
  draft: StepDraft,
  ref: string,
  conditions: ProgramLevel['conditions'],
  cause: number,
): boolean {
  return conditions.length === 0 || checkCompiled(draft, ref, compiledConditions(conditions), cause);
}

/** The same for conditions whose compiled form is at hand. */
export const checkCompiled = (draft: StepDraft, ref: string, { list }: CompiledConditions, cause: number): boolean =>
  list.every((condition) => check(draft, ref, condition, cause));

const check = (draft: StepDraft, ref: string, condition: CompiledCondition, cause: number): boolean =>
  condition.kind === 'group' ? checkGroup(draft, ref, condition, cause) : checkTest(draft, ref, condition, cause);

/** A group without conditions holds, whatever it asks for: nothing is in the way. */
function checkGroup(draft: StepDraft, ref: string, group: CompiledGroup, cause: number): boolean {
  const holds = (condition: CompiledCondition): boolean => check(draft, ref, condition, cause);
  const empty = group.conditions.length === 0;
  const outcome =
    empty ||
    (group.match === 'all'
      ? group.conditions.every(holds)
      : group.match === 'any'
        ? group.conditions.some(holds)
        : !group.conditions.some(holds));
  const { match: operation, path } = group;
  draft.emit({
    ...draft.event(ref, cause),
    kind: 'condition.evaluated',
    path,
    operation,
    left: null,
    leftText: '',
    right: null,
    rightText: '',
    outcome,
  });
  return outcome;
}

function checkTest(draft: StepDraft, ref: string, test: CompiledTest, cause: number): boolean {
  if (!spendStep(draft)) return false;
  const left = readOperand(draft, test.left);
  const right = test.right === null ? null : readOperand(draft, test.right);
  const upper = test.upper === null ? null : readOperand(draft, test.upper);
  const { strict, typedEmpty } = draft.program.settings;
  const outcome = evaluateOperation(
    test.operation,
    { left, right, upper, leftMissing: left === null },
    { type: comparedTypeOf(draft, test, left), now: draft.at, strict, typedEmpty },
  );
  // A covered left side covers the other one too: an equality would give it away.
  const hidden = isHidden(draft, test.left) || isHidden(draft, test.right) || isHidden(draft, test.upper);
  draft.emit({
    ...draft.event(ref, cause),
    kind: 'condition.evaluated',
    path: test.path,
    operation: test.operation,
    left: maskIf(hidden, left),
    leftText: operandText(test.left, hidden),
    right: maskIf(hidden, upper === null ? right : [right, upper]),
    rightText: rightText(test, hidden),
    outcome,
  });
  return outcome;
}

export function readOperand(draft: StepDraft, operand: CompiledOperand): Json {
  if (operand.kind === 'reference') return readReference(operand.reference, draft);
  return operand.kind === 'value' ? operand.value : null;
}

export const isHidden = (draft: StepDraft, operand: CompiledOperand | null): boolean =>
  operand?.kind === 'reference' &&
  (showsSensitive(draft.program, operand.reference) ||
    (draft.workflow !== null && hidesInWorkflow(draft.workflow, operand.reference)));

const operandText = (operand: CompiledOperand, hidden: boolean): string =>
  hidden && operand.kind === 'value' ? '' : operand.text;

function rightText({ right, upper }: CompiledTest, hidden: boolean): string {
  if (right === null) return '';
  return upper === null ? operandText(right, hidden) : `${operandText(right, hidden)} … ${operandText(upper, hidden)}`;
}

const comparedTypeOf = (draft: StepDraft, test: CompiledTest, left: Json): AttributeType =>
  comparedType(
    { left: typedReference(draft, test.left), right: typedReference(draft, test.right) },
    left,
    draft.program.typeOf,
    draft.program.memberTypeOf,
  );

/** Attributes have types. What a workflow holds is compared as what it is. */
const typedReference = (draft: StepDraft, operand: CompiledOperand | null): Reference | null =>
  operand?.kind !== 'reference' || (draft.workflow !== null && isOfWorkflow(operand.reference))
    ? null
    : operand.reference;
