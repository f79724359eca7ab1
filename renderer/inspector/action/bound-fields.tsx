import type { Choice } from '../fields/choice-field.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { textOf, type Edit, type KeysOf } from '../edit.ts';

type Bound<Value, Kind> = {
  readonly edit: Edit<Value>;
  /** The field of the value that is edited. */
  readonly of: KeysOf<Value, Kind>;
  readonly label: string;
  readonly meaning: string;
};
type TextHints = { readonly placeholder?: string; readonly lines?: boolean; readonly mono?: boolean };

/** A text in which `$arguments` and `{references}` are filled in. */
export const TemplateOf = <Value,>({ edit, of, ...rest }: Bound<Value, string> & TextHints) => (
  <ReferenceField form="request" {...rest} {...textOf(edit, of)} />
);

/** A text that stays as it is. */
export const TextOf = <Value,>({
  edit,
  of,
  ...rest
}: Bound<Value, string> &
  TextHints & { readonly list?: string; readonly check?: (typed: string) => string | null }) => (
  <TextField {...rest} {...textOf(edit, of)} />
);

type Range = { readonly min: number; readonly max: number; readonly whole?: boolean; readonly placeholder?: string };

/** A number; one that may be missing is taken away by emptying the field. */
export function NumberOf<Value>({
  edit,
  of,
  ...rest
}: Bound<Value, number | undefined> & Range & { readonly optional?: boolean }) {
  const value = edit.value[of] as number | undefined;
  const write = (number: number | null): string | null =>
    edit.set({ [of]: number ?? undefined } as unknown as Partial<Value>, of);
  return (
    <NumberField {...rest} value={value ?? null} onValue={write} place={edit.place(of)} troubles={edit.troubles(of)} />
  );
}

/** One of a few. */
export const ChoiceOf = <Value, Picked extends string>({
  edit,
  of,
  choices,
  ...rest
}: Bound<Value, string> & { readonly choices: readonly Choice<Picked>[] }) => (
  <ChoiceField
    {...rest}
    value={edit.value[of] as Picked}
    choices={choices}
    troubles={edit.troubles(of)}
    onChoose={(chosen) => edit.set({ [of]: chosen } as unknown as Partial<Value>)}
  />
);
