import type { Edit } from '../edit.ts';
import { TextField } from './text-field.tsx';

type NumberFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly value: number | null;
  /** Null when the field was emptied. */
  readonly onValue: (value: number | null) => string | null;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** Whether the field may be empty. */
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly place: string;
  readonly troubles: ReturnType<Edit<unknown>['troubles']>;
};

/** A number, typed as text so that half of one can stand there while it is written. */
export function NumberField({ value, onValue, min, max, whole = false, optional = false, ...rest }: NumberFieldProps) {
  const write = (typed: string): string | null => {
    const text = typed.trim();
    if (text === '' && optional) return onValue(null);
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) return `Expected a number from ${min} to ${max}.`;
    if (whole && !Number.isInteger(number)) return 'Expected a whole number.';
    if (number < min || number > max) return `Expected a number from ${min} to ${max}, found ${text}.`;
    return onValue(number);
  };
  return (
    <TextField
      {...rest}
      text={value === null ? '' : String(value)}
      write={write}
      inputMode={whole ? 'numeric' : 'decimal'}
    />
  );
}
