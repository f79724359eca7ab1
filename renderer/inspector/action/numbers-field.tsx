import type { Refusal } from '../edit.ts';
import { TextField } from '../fields/text-field.tsx';

type NumbersFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly placeholder: string;
  readonly numbers: readonly number[];
  readonly range: readonly [least: number, most: number];
  readonly place: string;
  readonly write: (numbers: readonly number[]) => Refusal;
};

/** Whole numbers on one line, with commas between them. */
export function NumbersField({ numbers, range: [least, most], write, ...rest }: NumbersFieldProps) {
  const read = (typed: string): Refusal => {
    const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
    const wrong = parts.find((part) => !/^\d+$/.test(part) || Number(part) < least || Number(part) > most);
    if (wrong !== undefined) return `Expected numbers from ${least} to ${most}, found “${wrong}”.`;
    return write(parts.map(Number));
  };
  return <TextField {...rest} mono text={numbers.join(', ')} troubles={[]} write={read} inputMode="numeric" />;
}
