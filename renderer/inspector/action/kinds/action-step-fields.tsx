import { actionArguments } from '../../../../shared/actions/action-arguments.ts';
import { visibleText } from '../../../../shared/explain/visible-text.ts';
import type { WorkflowStep } from '../../../../shared/model/action-kinds.ts';
import { integrationOf, type ActionOf, type ActionRecord } from '../../../../shared/model/action-record.ts';
import { asId, type ActionId } from '../../../../shared/model/ids.ts';
import type { Operand } from '../../../../shared/model/operand.ts';
import { useEditor } from '../../../state/studio.ts';
import { AddCondition } from '../../conditions/add-condition.tsx';
import { ConditionList } from '../../conditions/condition-list.tsx';
import { OperandField } from '../../conditions/operand-field.tsx';
import { listOf, type Edit, type Refusal } from '../../edit.ts';
import { FieldFrame } from '../../fields/field-frame.tsx';
import { FieldRow, RowEnd } from '../../fields/field-row.tsx';
import { SearchPicker } from '../../fields/search-picker.tsx';
import { SwitchField } from '../../fields/switch-field.tsx';
import { actionPicks, iconOf } from '../../picks.tsx';
import { StepName } from './step-name.tsx';

type ActionStep = Extract<WorkflowStep, { kind: 'action' }>;
type ActionStepFieldsProps = { readonly workflow: ActionOf<'workflow'>; readonly edit: Edit<ActionStep> };

/** One action of a workflow: which, with what, when, and whether its failure is the end. */
export function ActionStepFields({ workflow, edit }: ActionStepFieldsProps) {
  const document = useEditor((state) => state.document);
  const { action: id, name, stopOnFailure } = edit.value;
  const action = document.tables.actions.get(id);
  const conditions = listOf(edit, 'conditions');
  return (
    <>
      <FieldFrame label="Action" meaning="What is done">
        {(control) => (
          <SearchPicker
            control={control}
            picks={() => actionPicks(document).filter(({ value }) => value !== workflow.id)}
            chosen={
              action === undefined
                ? null
                : { value: action.id, label: visibleText(action.name), icon: iconOf(document, action.id) }
            }
            empty={`${id} (not there)`}
            onPick={(chosen) => edit.set({ action: asId<ActionId>(chosen) })}
          />
        )}
      </FieldFrame>
      <StepName edit={edit as unknown as Edit<WorkflowStep>} workflow={workflow} />
      {action !== undefined && <StepInputs edit={edit} action={action} />}
      <div className="message-when">
        <div className="message-when-head">
          <span>Runs when</span>
          <AddCondition
            label={`Add condition for ${name}`}
            onAdd={(added) => conditions.write([...conditions.items, added])}
          />
        </div>
        <ConditionList conditions={conditions.items} onChange={conditions.write} place={conditions.base} />
      </div>
      <SwitchField
        label="Stop on failure"
        meaning="Off: the workflow goes on"
        value={stopOnFailure}
        onValue={(on) => edit.set({ stopOnFailure: on })}
      />
    </>
  );
}

const unmapped: Operand = { kind: 'reference', reference: '' };

function StepInputs({ edit, action }: { readonly edit: Edit<ActionStep>; readonly action: ActionRecord }) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const { inputs } = edit.value;
  const known = actionArguments(action, integrations.get(integrationOf(action) ?? '') ?? null);
  const lost = Object.keys(inputs).filter((name) => !known.some((input) => input.name === name));
  const set = (name: string, operand: Operand | null, burst: string | null): Refusal => {
    const others = Object.entries(inputs).filter(([other]) => other !== name);
    const next = operand === null ? others : [...others, [name, operand] as const];
    return edit.set({ inputs: Object.fromEntries(next) }, burst);
  };
  return [
    ...known.map(({ name, type, required }) => ({
      name,
      type,
      meaning: `${type}${required ? '' : ', may be left out'}`,
    })),
    ...lost.map((name) => ({ name, type: 'string' as const, meaning: 'The action does not ask for it any more' })),
  ].map(({ name, type, meaning }) => (
    <FieldRow
      key={name}
      end={
        Object.hasOwn(inputs, name) && (
          <RowEnd isBelowLabel label={`Leave ${name} unmapped`} onPress={() => set(name, null, null)} />
        )
      }
    >
      <OperandField
        label={name}
        meaning={meaning}
        operand={Object.hasOwn(inputs, name) ? (inputs[name] ?? unmapped) : unmapped}
        type={type}
        place={edit.place(`inputs.${name}`)}
        placeholder={`args.${name}`}
        onOperand={(next, burst) =>
          set(
            name,
            next.kind === 'reference' && next.reference === '' ? null : next,
            burst === null ? null : `inputs.${name}.${burst}`,
          )
        }
      />
    </FieldRow>
  ));
}
