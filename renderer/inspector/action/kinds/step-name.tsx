import type { WorkflowStep } from '../../../../shared/model/action-kinds.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { Edit, Refusal } from '../../edit.ts';
import { TextField } from '../../fields/text-field.tsx';
import { stepNames } from './workflow-names.ts';

type StepNameProps = { readonly edit: Edit<WorkflowStep>; readonly workflow?: ActionOf<'workflow'> };

/** What later steps call this one by. */
export function StepName({ edit, workflow }: StepNameProps) {
  const { name } = edit.value;
  const check = (typed: string): Refusal => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(typed)) return 'Expected a letter, then letters, digits and "_".';
    const isTaken = typed !== name && workflow !== undefined && stepNames(workflow.steps).includes(typed);
    return isTaken ? 'There is already such a step.' : null;
  };
  return (
    <TextField
      label="Name"
      meaning="As steps.name"
      mono
      text={name}
      place={edit.place('name')}
      troubles={[]}
      check={check}
      write={(typed) => edit.set({ name: typed }, 'name')}
    />
  );
}
