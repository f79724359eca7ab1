import { Braces, Type } from 'lucide-react';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import type { Refusal } from '../edit.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { ValueField } from './value-field.tsx';
import './operand-field.css';

type OperandFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly operand: Operand;
  /** How a value is written here. */
  readonly type: AttributeType;
  readonly onOperand: (operand: Operand, burst: string | null) => Refusal;
  readonly place: string;
  readonly troubles?: readonly Trouble[];
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
};

/** Something read from a context, or a value written down; the button in front changes from one to the other. */
export function OperandField({ operand, type, onOperand, troubles = [], placeholder, ...rest }: OperandFieldProps) {
  const isReference = operand.kind === 'reference';
  return (
    <div className="operand" data-labelled={!rest.isLabelHidden || undefined}>
      <button
        type="button"
        className="operand-kind"
        aria-label={`${rest.label}: ${isReference ? 'an attribute. Write a value instead' : 'a value. Read an attribute instead'}`}
        title={isReference ? 'An attribute; press to write a value' : 'A value; press to read an attribute'}
        onClick={() =>
          onOperand(isReference ? { kind: 'value', value: '' } : { kind: 'reference', reference: '' }, null)
        }
      >
        {isReference ? (
          <Braces size={13} strokeWidth={1.75} aria-hidden />
        ) : (
          <Type size={13} strokeWidth={1.75} aria-hidden />
        )}
      </button>
      {isReference ? (
        <ReferenceField
          {...rest}
          form="reference"
          placeholder={placeholder ?? 'context.attribute'}
          troubles={troubles}
          text={operand.reference}
          write={(reference) => onOperand({ kind: 'reference', reference }, 'reference')}
        />
      ) : (
        <ValueField
          {...rest}
          type={type}
          troubles={troubles}
          value={operand.value}
          onValue={(value) => onOperand({ kind: 'value', value }, 'value')}
        />
      )}
    </div>
  );
}
