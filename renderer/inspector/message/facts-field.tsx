import { useId } from 'react';
import { freeNumbered } from '../../../shared/model/ids.ts';
import type { Edit, Refusal } from '../edit.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import { AddButton } from '../fields/add-button.tsx';

type Facts = { readonly [name: string]: string };
type FactsFieldProps = {
  readonly label: string;
  readonly meaning: string;
  /** Names that mean something to the page. */
  readonly names: readonly string[];
  readonly facts: Facts;
  readonly write: (facts: Facts, burst: string | null) => Refusal;
  readonly place: Edit<unknown>['place'];
};

/** Names with values, for a page or for another system. */
export function FactsField({ label, meaning, names, facts, write, place }: FactsFieldProps) {
  const entries = Object.entries(facts);
  const [rows, expectOne] = useFocusAdded(entries.length);
  const listId = useId();
  const set = (next: readonly (readonly [string, string])[], burst: string | null): Refusal =>
    write(Object.fromEntries(next), burst);
  const taken = (typed: string, own: string): Refusal => {
    if (typed.trim() === '') return 'Give it a name.';
    return typed !== own && Object.hasOwn(facts, typed) ? 'There is one of this name already.' : null;
  };
  const add = (): void => {
    const known = names.find((name) => !Object.hasOwn(facts, name));
    expectOne();
    set([...entries, [known ?? freeNumbered('name', '_', (name) => Object.hasOwn(facts, name)), '']], null);
  };
  return (
    <div className="pairs" role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        <span className="field-meaning" title={meaning}>
          {meaning}
        </span>
      </div>
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="field-rows" ref={rows}>
        {entries.map(([name, value], index) => (
          // Keyed by place, as the name itself is being written.
          <FieldRow
            key={index}
            label={name}
            end={<RowEnd label={`Remove ${name}`} onPress={() => set(entries.toSpliced(index, 1), null)} />}
          >
            <TextField
              label="Name"
              meaning="What it is called"
              isLabelHidden
              mono
              list={listId}
              text={name}
              place={place(`${index}.name`)}
              troubles={[]}
              check={(typed) => taken(typed, name)}
              write={(typed) => set(entries.with(index, [typed, value]), null)}
            />
            <ReferenceField
              label="Value"
              meaning="What goes along"
              isLabelHidden
              form="template"
              placeholder="value"
              text={value}
              place={place(`${index}.value`)}
              troubles={[]}
              write={(typed) => set(entries.with(index, [name, typed]), name)}
            />
          </FieldRow>
        ))}
      </div>
      <AddButton label="Add a value" onPress={add} />
    </div>
  );
}
