import { ChevronsUpDown } from 'lucide-react';
import type { Trouble } from '../problems-by-ref.ts';
import { FieldFrame, type ControlIds } from './field-frame.tsx';
import './choice-field.css';

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };

type ChoiceProps<Value extends string> = {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
};

type ChoiceFieldProps<Value extends string> = ChoiceProps<Value> & {
  readonly label: string;
  readonly meaning: string;
  readonly troubles?: readonly Trouble[];
  readonly inline?: boolean;
  readonly isLabelHidden?: boolean;
};

/** One of a few. */
export function ChoiceField<Value extends string>({ value, choices, onChoose, ...frame }: ChoiceFieldProps<Value>) {
  return (
    <FieldFrame {...frame}>
      {(control) => <ChoiceControl control={control} value={value} choices={choices} onChoose={onChoose} />}
    </FieldFrame>
  );
}

/** The same without a frame, for a place that labels it by itself. */
export function ChoiceControl<Value extends string>({
  control,
  value,
  choices,
  onChoose,
}: ChoiceProps<Value> & {
  readonly control: Partial<ControlIds> & { readonly 'aria-label'?: string; readonly tabIndex?: number };
}) {
  return (
    <span className="choice">
      <select
        {...control}
        className="control"
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {choices.map((choice, index) => (
          <option key={index} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown size={12} strokeWidth={2} aria-hidden />
    </span>
  );
}
