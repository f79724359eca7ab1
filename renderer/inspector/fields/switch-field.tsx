import type { Trouble } from '../problems-by-ref.ts';
import { FieldFrame } from './field-frame.tsx';
import './switch-field.css';

type SwitchFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly value: boolean;
  readonly onValue: (value: boolean) => void;
  readonly troubles?: readonly Trouble[];
};

/** On or off. */
export const SwitchField = ({ value, onValue, ...frame }: SwitchFieldProps) => (
  <FieldFrame {...frame} inline>
    {(control) => (
      <input
        {...control}
        className="switch-control"
        type="checkbox"
        role="switch"
        checked={value}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
    )}
  </FieldFrame>
);
