import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import type { ActionUse, IntentRecord } from '../../../shared/model/intent-record.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { useEditor } from '../../state/studio.ts';
import { OperandField } from '../conditions/operand-field.tsx';
import { useWrite } from '../edit.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import './use-mapping.css';

type UseMappingProps = { readonly intent: IntentRecord; readonly use: ActionUse; readonly action: ActionRecord };

/** Where an action's inputs are read from on this intent, and where its outputs go. */
export function UseMapping({ intent, use, action }: UseMappingProps) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const integration = action.kind === 'api' ? (integrations.get(action.request.integration ?? '') ?? null) : null;
  const inputs = actionArguments(action, integration);
  // What was mapped once and is no argument any more can still be taken away.
  const lost = Object.keys(use.inputs).filter((name) => !inputs.some((input) => input.name === name));
  return (
    <div className="use-mapping">
      {inputs.length > 0 && <h4>Inputs</h4>}
      {inputs.map(({ name, type, required }) => (
        <InputField
          key={name}
          use={use}
          name={name}
          type={type}
          meaning={`${type}${required ? '' : ', may be left out'}`}
        />
      ))}
      {lost.map((name) => (
        <InputField key={name} use={use} name={name} type="string" meaning="The action does not ask for it any more" />
      ))}
      {action.outputs.length > 0 && <h4>Outputs</h4>}
      {action.outputs.map(({ name, type }) => (
        <OutputField key={name} intent={intent} use={use} name={name} meaning={type} />
      ))}
      {inputs.length + lost.length + action.outputs.length === 0 && (
        <p className="section-note">It takes nothing and gives nothing back.</p>
      )}
    </div>
  );
}

type InputFieldProps = {
  readonly use: ActionUse;
  readonly name: string;
  readonly type: ReturnType<typeof actionArguments>[number]['type'];
  readonly meaning: string;
};

const unmapped: Operand = { kind: 'reference', reference: '' };

function InputField({ use, name, type, meaning }: InputFieldProps) {
  const write = useWrite();
  const problems = useProblemsByRef();
  const place = `use/${use.id}/inputs.${name}`;
  const operand = Object.hasOwn(use.inputs, name) ? (use.inputs[name] ?? unmapped) : unmapped;
  return (
    <FieldRow
      end={
        Object.hasOwn(use.inputs, name) && (
          <RowEnd
            isBelowLabel
            label={`Leave ${name} unmapped`}
            onPress={() => write({ kind: 'input.map', use: use.id, input: name, operand: null })}
          />
        )
      }
    >
      <OperandField
        label={name}
        meaning={meaning}
        operand={operand}
        type={type}
        place={place}
        troubles={troublesAt(problems, use.id, `inputs.${name}`)}
        placeholder="Not mapped"
        onOperand={(next, burst) =>
          write(
            { kind: 'input.map', use: use.id, input: name, operand: isEmpty(next) ? null : next },
            burst === null ? null : `${place}.${burst}`,
          )
        }
      />
    </FieldRow>
  );
}

const isEmpty = (operand: Operand): boolean => operand.kind === 'reference' && operand.reference === '';

type OutputFieldProps = {
  readonly intent: IntentRecord;
  readonly use: ActionUse;
  readonly name: string;
  readonly meaning: string;
};

function OutputField({ intent, use, name, meaning }: OutputFieldProps) {
  const write = useWrite();
  const place = `use/${use.id}/outputs.${name}`;
  const reference = Object.hasOwn(use.outputs, name) ? (use.outputs[name] ?? '') : '';
  const map = (typed: string | null) =>
    write({ kind: 'output.map', use: use.id, output: name, reference: typed }, place);
  // A name that is half written is kept, but not yet registered as an attribute.
  const type = (typed: string) => {
    if (typed === '') return map(null);
    const outputs = { ...use.outputs, [name]: typed };
    const actions = intent.actions.map((other) => (other.id === use.id ? { ...use, outputs } : other));
    return write({ kind: 'record.update', table: 'intents', id: intent.id, changes: { actions } }, place);
  };
  return (
    <FieldRow
      end={
        reference !== '' && (
          <RowEnd isBelowLabel label={`Store ${name} where it goes by default`} onPress={() => map(null)} />
        )
      }
    >
      <ReferenceField
        label={name}
        meaning={meaning}
        form="reference"
        isWritten
        placeholder={`${defaultContext}.${name}`}
        text={reference}
        place={place}
        troubles={[]}
        write={type}
        onLeave={() => {
          if (reference !== '') map(reference);
        }}
      />
    </FieldRow>
  );
}
