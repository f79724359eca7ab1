import type { Json } from '../../../shared/base/json.ts';
import type { ContextRecord } from '../../../shared/model/design-records.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { useEditor } from '../../state/studio.ts';
import { ValueField } from '../conditions/value-field.tsx';
import type { Edit } from '../edit.ts';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { SearchPicker } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';

type ContextValuesProps = { readonly edit: Edit<ContextRecord>; readonly isConstant: boolean };

/** The constants of a context, or what its attributes hold when a session begins. */
export function ContextValues({ edit, isConstant }: ContextValuesProps) {
  const document = useEditor((state) => state.document);
  const entries = Object.entries(edit.value.values);
  const [rows, expectOne] = useFocusAdded(entries.length);
  const set = (next: readonly (readonly [string, Json])[], burst: string | null) =>
    edit.set({ values: Object.fromEntries(next) }, burst);
  const add = (typed: string): void => {
    const name = typed.trim();
    if (name === '' || Object.hasOwn(edit.value.values, name)) return;
    expectOne();
    set([...entries, [name, '']], null);
  };
  const free = () =>
    [...document.tables.attributes.values()].filter(({ name }) => !Object.hasOwn(edit.value.values, name));
  return (
    <Section title={isConstant ? 'Constants' : 'Values at the start'} name="contexts.values" count={entries.length}>
      {entries.length === 0 && (
        <p className="section-note">
          {isConstant
            ? 'Values that never change while the talk runs.'
            : 'What its attributes hold when a session begins.'}
        </p>
      )}
      <div className="field-rows" ref={rows}>
        {entries.map(([name, value], index) => (
          <FieldRow
            key={name}
            end={
              <RowEnd isBelowLabel label={`Remove ${name}`} onPress={() => set(entries.toSpliced(index, 1), null)} />
            }
          >
            <ValueField
              label={visibleText(name)}
              meaning={attributeNamed(document, name)?.type ?? 'string'}
              type={attributeNamed(document, name)?.type ?? 'string'}
              value={value}
              place={edit.place(`values.${name}`)}
              onValue={(next) => set(entries.with(index, [name, next]), `values.${name}`)}
            />
          </FieldRow>
        ))}
      </div>
      <SearchPicker
        control={{ 'aria-label': 'Add a value' }}
        picks={() => free().map(({ name, type }) => ({ value: name, label: name, detail: type }))}
        chosen={null}
        empty="Add a value"
        onPick={add}
        onType={add}
      />
    </Section>
  );
}
