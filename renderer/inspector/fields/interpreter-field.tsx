import { asId, type InterpreterId } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { ChoiceField } from './choice-field.tsx';

type InterpreterFieldProps = {
  readonly value: InterpreterId | null;
  readonly onValue: (value: InterpreterId | null) => void;
  /** What no choice means here. */
  readonly inherited: string;
};

/** Who reads what people say here. */
export function InterpreterField({ value, onValue, inherited }: InterpreterFieldProps) {
  const interpreters = useEditor((state) => state.document.tables.interpreters);
  const choices = [...interpreters.values()].map(({ id, name }) => ({ value: id as string, label: name || id }));
  const isLost = value !== null && !interpreters.has(value);
  return (
    <ChoiceField
      label="Interpreter"
      meaning="Who reads what people say here"
      value={value ?? ''}
      choices={[
        { value: '', label: inherited },
        ...choices,
        ...(isLost ? [{ value: value as string, label: `${value} (not there)` }] : []),
      ]}
      troubles={
        isLost
          ? [{ severity: 'warning', sentence: 'This interpreter does not exist, so it is as if none was chosen.' }]
          : []
      }
      onChoose={(chosen) => onValue(chosen === '' ? null : asId<InterpreterId>(chosen))}
    />
  );
}
