import { assertNever } from '../../../shared/base/assert-never.ts';
import type { MessageButton } from '../../../shared/model/message-block.ts';
import { listOf, type Edit } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { FactsField } from './facts-field.tsx';
import type { AnyField } from './field-spec.ts';
import { PairsField } from './pairs-field.tsx';
import { TargetField } from './target-field.tsx';

type AnyValue = Readonly<Record<string, unknown>>;
type ValueField = Extract<
  AnyField,
  { control: 'switch' | 'choice' | 'number' | 'listed' | 'facts' | 'pairs' | 'target' }
>;
type ValueControlProps = { readonly edit: Edit<AnyValue>; readonly field: ValueField };

/** A field for anything that is no text. What is as it would be without being written is not written. */
export function ValueControl({ edit, field }: ValueControlProps) {
  const { key, label, meaning } = field;
  const value = edit.value[key];
  const named = { label, meaning, place: edit.place(key), troubles: edit.troubles(key) };
  const inside = {
    place: (part: string) => edit.place(`${key}.${part}`),
    troubles: (part: string) => edit.troubles(`${key}.${part}`),
    burst: (part: string | null) => (part === null ? null : `${key}.${part}`),
  };
  switch (field.control) {
    case 'switch':
      return (
        <SwitchField
          {...named}
          value={(value as boolean | undefined) ?? field.whenUnset}
          onValue={(on) => edit.set({ [key]: on })}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...named}
          value={(value as string | undefined) ?? ''}
          choices={withOwn(field.choices, (value as string | undefined) ?? '')}
          onChoose={(chosen) => edit.set({ [key]: chosen === '' && value === undefined ? undefined : chosen })}
        />
      );
    case 'number':
      return (
        <NumberField
          {...named}
          value={value as number | null}
          min={1}
          max={1_000_000_000}
          whole
          optional
          placeholder={field.placeholder}
          onValue={(number) => edit.set({ [key]: number }, key)}
        />
      );
    case 'listed':
      return (
        <TextField
          {...named}
          mono
          placeholder={field.placeholder}
          text={(value as readonly string[]).join(', ')}
          write={(typed) => edit.set({ [key]: listed(typed) }, key)}
        />
      );
    case 'facts':
      return (
        <FactsField
          label={label}
          meaning={meaning}
          names={field.names}
          facts={value as Readonly<Record<string, string>>}
          place={inside.place}
          write={(facts, part) => edit.set({ [key]: facts }, inside.burst(part))}
        />
      );
    case 'pairs':
      return (
        <PairsField
          label={label}
          meaning={meaning}
          word={field.word}
          parts={field.parts}
          list={listOf(edit as Edit<Record<string, readonly Record<string, string>[]>>, key)}
        />
      );
    case 'target':
      return (
        <TargetField
          label={label}
          meaning={meaning}
          place={inside.place}
          troubles={inside.troubles}
          target={value as MessageButton['target']}
          write={(target, part) => edit.set({ [key]: target }, inside.burst(part))}
        />
      );
    default:
      return assertNever(field);
  }
}

/** A file may say what is none of the choices; it stays one. */
const withOwn = (choices: readonly { readonly value: string; readonly label: string }[], own: string) =>
  choices.some(({ value }) => value === own) ? choices : [...choices, { value: own, label: own }];

const listed = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
