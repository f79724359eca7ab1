import type { Json } from '../../../shared/base/json.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Refusal } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { entryKind, parseValue, printValue } from './value-entry.ts';

type ValueFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly value: Json;
  readonly type: AttributeType;
  readonly onValue: (value: Json) => Refusal;
  readonly place: string;
  readonly troubles?: readonly Trouble[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  /** Whether a truth, once chosen, can be taken back. */
  readonly isOptional?: boolean;
};

/** A value written down, in the way its type is written. */
export function ValueField({ value, type, onValue, troubles = [], isLabelHidden = false, ...more }: ValueFieldProps) {
  const { isOptional = false, ...rest } = more;
  const kind = entryKind(type);
  const placeholder = rest.placeholder ?? placeholders[kind];
  const isUnset = value === null || value === '';
  if (kind === 'truth' && (isUnset || typeof value === 'boolean')) {
    const choices = [
      { value: 'true', label: 'true' },
      { value: 'false', label: 'false' },
    ] as const;
    return (
      <ChoiceField
        label={rest.label}
        meaning={rest.meaning}
        troubles={troubles}
        isLabelHidden={isLabelHidden}
        value={isUnset ? '' : `${value}`}
        choices={
          isUnset || isOptional ? [{ value: '', label: isOptional ? 'not set' : 'Nothing' }, ...choices] : choices
        }
        onChoose={(chosen) => onValue(chosen === '' ? null : chosen === 'true')}
      />
    );
  }
  return (
    <TextField
      {...rest}
      isLabelHidden={isLabelHidden}
      troubles={troubles}
      placeholder={placeholder}
      mono={kind === 'json'}
      text={printValue(value, type)}
      write={(typed) => {
        const parsed = parseValue(typed, type);
        return parsed.ok ? onValue(parsed.value) : parsed.failure;
      }}
    />
  );
}

const placeholders = { text: 'text', truth: 'true or false', number: 'number', time: '2026-01-31T09:00', json: 'JSON' };
