import { patternProblem } from '../../../shared/conditions/matches-pattern.ts';
import type { ActionInput, ValueFormat } from '../../../shared/model/action-parts.ts';
import type { Edit } from '../edit.ts';
import { ChoiceField, type Choice } from '../fields/choice-field.tsx';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { NumberOf } from './bound-fields.tsx';
import { formatChoices } from './format-choices.ts';
import { TextList } from './text-list.tsx';
import { TextField } from '../fields/text-field.tsx';
import { rangeWords } from './kinds/range-words.ts';

/** What a value has to look like before the action takes it. */
export const InputChecks = ({ edit }: { readonly edit: Edit<ActionInput> }) => (
  <Disclosures label="Checks">
    <Disclosure
      name="Checks"
      title={<span className="quiet-title">Checks</span>}
      summary={checkWords(edit.value) || 'anything'}
    >
      <CheckFields edit={edit} />
    </Disclosure>
  </Disclosures>
);

const anyFormat: Choice<ValueFormat | ''> = { value: '', label: 'Any' };

function CheckFields({ edit }: { readonly edit: Edit<ActionInput> }) {
  const { format, values = [], pattern = '', type } = edit.value;
  const wrong = pattern === '' ? null : patternProblem(pattern);
  const isNumber = type === 'int' || type === 'float';
  return (
    <>
      <ChoiceField
        label="Format"
        meaning="What it must be"
        value={format ?? ''}
        choices={[anyFormat, ...formatChoices]}
        onChoose={(chosen) => edit.set({ format: chosen === '' ? undefined : chosen })}
      />
      {(isNumber || edit.value.minimum !== undefined || edit.value.maximum !== undefined) && (
        <div className="form-pair">
          <NumberOf edit={edit} of="minimum" label="Least" meaning="Inclusive" {...anyNumber} />
          <NumberOf edit={edit} of="maximum" label="Most" meaning="Inclusive" {...anyNumber} />
        </div>
      )}
      <TextField
        label="Pattern"
        meaning="The whole value must fit"
        mono
        placeholder="[A-Z]-\d{4}"
        text={pattern}
        place={edit.place('pattern')}
        troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
        write={(typed) => edit.set({ pattern: typed === '' ? undefined : typed }, 'pattern')}
      />
      <TextList
        label="Only these values"
        meaning="Empty: any"
        word="value"
        items={values}
        place={edit.place('values')}
        write={(items, burst) =>
          edit.set({ values: items.length === 0 ? undefined : items }, burst === null ? null : `values.${burst}`)
        }
      />
    </>
  );
}

const anyNumber = {
  min: -1e15,
  max: 1e15,
  optional: true,
  placeholder: 'any',
} as const;

/** The checks of an input in a few words; empty when there are none. */
export function checkWords({ format, values, minimum, maximum, pattern }: ActionInput): string {
  const range = rangeWords(minimum, maximum);
  const label = formatChoices.find(({ value }) => value === format)?.label.toLowerCase() ?? '';
  return [label, range, pattern === undefined ? '' : 'pattern', values === undefined ? '' : `${values.length} values`]
    .filter(Boolean)
    .join(', ');
}
