import type { ReactNode } from 'react';
import type { WorkflowStep } from '../../../../shared/model/action-kinds.ts';
import { OperandField } from '../../conditions/operand-field.tsx';
import { listOf, type Edit, type ListBinding } from '../../edit.ts';
import { AddButton } from '../../fields/add-button.tsx';
import { NumberOf } from '../bound-fields.tsx';
import { StepName } from './step-name.tsx';

type EachStep = Extract<WorkflowStep, { kind: 'each' }>;
type TogetherStep = Extract<WorkflowStep, { kind: 'together' }>;

type EachStepFieldsProps = {
  readonly edit: Edit<EachStep>;
  readonly children: (list: ListBinding<WorkflowStep>) => ReactNode;
};

/** Steps that run once for each item of a list. */
export const EachStepFields = ({ edit, children }: EachStepFieldsProps) => (
  <>
    <OperandField
      label="List"
      meaning="Whose items they are"
      operand={edit.value.list}
      type="json"
      place={edit.place('list')}
      placeholder="steps.find.orders"
      onOperand={(list, burst) => edit.set({ list }, burst === null ? null : `list.${burst}`)}
    />
    <NumberOf edit={edit} of="limit" label="Items" meaning="More than so many fail it" min={1} max={1000} whole />
    <StepName edit={edit as unknown as Edit<WorkflowStep>} />
    <div className="workflow-nested">{children(listOf(edit, 'steps'))}</div>
  </>
);

type TogetherStepFieldsProps = {
  readonly edit: Edit<TogetherStep>;
  readonly children: (list: ListBinding<WorkflowStep>, name: string) => ReactNode;
};

/** Branches that do not wait for each other. */
export function TogetherStepFields({ edit, children }: TogetherStepFieldsProps) {
  const { branches } = edit.value;
  return (
    <>
      <StepName edit={edit as unknown as Edit<WorkflowStep>} />
      {branches.map((steps, index) => (
        // They have no identity but their place.
        <div key={index} className="workflow-nested" role="group" aria-label={`Branch ${index + 1}`}>
          <div className="message-when-head">
            <span>{`Branch ${index + 1}`}</span>
            {branches.length > 1 && (
              <button
                type="button"
                className="text-link"
                onClick={() => edit.set({ branches: branches.toSpliced(index, 1) })}
              >
                Remove
              </button>
            )}
          </div>
          {children(branchOf(edit, steps, index), `Branch ${index + 1}`)}
        </div>
      ))}
      <AddButton label="Add branch" onPress={() => edit.set({ branches: [...branches, []] })} />
    </>
  );
}

const branchOf = (
  edit: Edit<TogetherStep>,
  steps: readonly WorkflowStep[],
  branch: number,
): ListBinding<WorkflowStep> => ({
  items: steps,
  base: edit.place(`branches.${branch}`),
  place: (index, field = '') => edit.place(`branches.${branch}.${index}.${field}`),
  troubles: [],
  write: (items, burst = null) =>
    edit.set(
      { branches: edit.value.branches.with(branch, items) },
      burst === null ? null : `branches.${branch}.${burst}`,
    ),
});
